"""Claims that support or contradict each other or a figure, as the curator states it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from tui.dossier.dossier import Dossier
from tui.dossier.records import Claim, Figure
from tui.text.grouping import grouped_sets

CONTRADICTS, SUPPORTS = VERDICTS = ("contradicts", "supports")


class ClaimPair(NamedTuple):
    """A claim, the claim or figure that it is compared with, and the curator's reason."""

    first: Claim
    second: Claim | Figure
    verdict: str
    because: str


class ClaimGroup(NamedTuple):
    """Claims that are compared with each other, directly or by way of others."""

    claims: tuple[Claim, ...]
    pairs: tuple[ClaimPair, ...]

    @property
    def about(self) -> tuple[str, ...]:
        """The entities that the claims are about, the first first."""
        return tuple(dict.fromkeys(id for claim in self.claims for id in claim.about))

    @property
    def topics(self) -> tuple[str, ...]:
        """The entities that the most claims are about, at most three."""
        named = Counter(id for claim in self.claims for id in claim.about)
        return tuple(id for id, _ in named.most_common(3))

    @property
    def sides(self) -> list[Claim | Figure]:
        """The claims, then the figures that they are compared with."""
        figures = {pair.second.id: pair.second for pair in self.pairs if isinstance(pair.second, Figure)}
        return [*self.claims, *figures.values()]

    @property
    def by_reason(self) -> Iterator[tuple[Claim, str, list[Claim | Figure]]]:
        """Each claim with a verdict and all that it has it on: a claim gives one reason for them."""
        for (claim, verdict), pairs in groupby(self.pairs, key=lambda pair: (pair.first, pair.verdict)):
            yield claim, verdict, [pair.second for pair in pairs]

    @property
    def contradictory(self) -> bool:
        """Whether one of the claims contradicts another, or a figure."""
        return any(pair.verdict == CONTRADICTS for pair in self.pairs)


def pairs_of(claim: Claim, dossier: Dossier) -> Iterator[ClaimPair]:
    """What a claim itself is compared with, contradictions first."""
    for verdict, ids in ((CONTRADICTS, claim.contradicts), (SUPPORTS, claim.supports)):
        for id in ids:
            other = dossier.get(id)
            if isinstance(other, Claim | Figure):
                yield ClaimPair(first=claim, second=other, verdict=verdict, because=claim.because or "")


def related_to(record: Claim | Figure, dossier: Dossier) -> list[ClaimPair]:
    """The pairs that a claim or figure is part of, on either side; contradictions first."""
    found = [*pairs_of(record, dossier)] if isinstance(record, Claim) else []
    against = dossier.index.claims_against(record.id)
    found += [pair for claim in against for pair in pairs_of(claim, dossier) if pair.second is record]
    return sorted(found, key=lambda pair: VERDICTS.index(pair.verdict))


def claim_groups(dossier: Dossier, chosen: Iterable[Claim]) -> list[ClaimGroup]:
    """The groups that some claims belong to: those with a contradiction first, then in the catalog's order.

    A claim that is not compared with anything is in none.
    """
    pairs = {id: [*pairs_of(claim, dossier)] for id, claim in dossier.claims.items()}
    both = ((pair.first.id, pair.second.id) for each in pairs.values() for pair in each)
    linked = grouped_sets(link for first, second in both for link in ((first, second), (second, first)))
    rank = {id: number for number, id in enumerate(dossier.claims)}
    groups, seen = [], set[str]()
    for claim in chosen:
        if claim.id in seen or claim.id not in linked:
            continue
        members, waiting = {claim.id}, [claim.id]
        while waiting:
            new = linked[waiting.pop()] - members
            members |= new
            waiting += new
        seen |= members
        claims = tuple(dossier.claims[id] for id in sorted(members & rank.keys(), key=rank.__getitem__))
        groups.append(ClaimGroup(claims=claims, pairs=tuple(pair for each in claims for pair in pairs[each.id])))
    return sorted(groups, key=lambda group: not group.contradictory)
