"""Other forms of names: short forms in brackets, surnames, capitals, and the cases of a language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tui.items.name_kinds import country_code, is_adjective, is_given_name, nominative, stem
from tui.text.span import Span


@dataclass
class WholeName:
    """A name with its kind, the places where it occurs, and its other forms."""

    name: str
    kind: str | None
    guessed: bool = False
    """Whether neither its form nor the words around it tell the kind: two capitalised words may be a person."""
    possible_kinds: set[str] = field(default_factory=set)
    """The kinds that its form and the words around it point to."""
    spans: list[Span] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    first: int = 0
    """Where it is first, below the first line of the text if it is there too."""

    def absorb(self, other: "WholeName") -> None:
        """Takes another form of this name up."""
        self.aliases |= {other.name, *other.aliases} - {self.name}
        self.spans = sorted([*self.spans, *other.spans])
        if other.kind and (self.kind is None or self.guessed):
            self.kind, self.guessed = other.kind, other.guessed


def with_aliases(by_name: Mapping[str, WholeName], code: str) -> list[WholeName]:
    """The names, with other forms of one longer name among its aliases: a surname, a short form, one in capitals."""
    names = _without_cases(by_name.values(), code)
    longer: dict[str, list[WholeName]] = defaultdict(list)
    same: dict[str, list[WholeName]] = defaultdict(list)
    initialled: dict[str, list[WholeName]] = defaultdict(list)
    for each in names.values():
        words = each.name.split()
        if len(words) > 1 and each.kind == "person":
            called = is_given_name(words[0]) and not nominative(words[0], code)
            for word in {*words, " ".join(words[1:])} if called else words[1:]:
                longer[stem(word, code)].append(each)
        elif len(words) > 1 and each.kind == "company" and each.first < names.get(words[0], each).first:
            # A company is named in full first; else the longer name is that of another one: Vattenfall Renewables.
            longer[stem(words[0], code)].append(each)
        for alias in each.aliases:
            same[alias].append(each)
        for alias in _initials(words):
            initialled[alias].append(each)
        if is_adjective(words[0], code) and (rest := names.get(" ".join(words[1:]))):
            # Danish Eurowind Energy is Eurowind Energy.
            same[each.name].append(rest)
    kept = []
    for each in names.values():
        surnamed = longer.get(stem(each.name, code), []) if each.kind in (None, "person", "place") else []
        if nominative(each.name, code):
            # London is no short form of the London Stock Exchange.
            surnamed = [owner for owner in surnamed if owner.kind == "person"]
        owners = [owner for owner in same.get(each.name) or initialled.get(each.name) or surnamed if owner is not each]
        if len(owners) == 1:
            owners[0].absorb(each)
        else:
            kept.append(each)
    return kept


def _initials(words: list[str]) -> set[str]:
    """What the initials of three words or more make: FAA for the Federal Aviation Administration."""
    initials = "".join(word[0] for word in words if word[0].isupper())
    return {initials} if len(initials) > 2 else set()


def _plainness(name: WholeName) -> tuple[bool, int, bool]:
    return name.name.isupper(), len(name.name), name.name[-1] in "еиіїуыю"


def _commonness(name: WholeName) -> tuple[int, tuple[bool, int, bool]]:
    return -len(name.spans), _plainness(name)


_LEGAL = re.compile(r"(?<=\w),?\s(?:Inc|Ltd|Limited|LLC|Corp|Corporation|PLC|plc|AG|GmbH|SE|SA|SpA|NV|BV)\.?$")
"""What ends the name of a company, and is left out where it is named again."""


def _without_cases(names: Iterable[WholeName], code: str) -> dict[str, WholeName]:
    """Names that are one but for cases, capitals and legal forms, and those of one country, as one: OSLO and Oslo."""
    groups: dict[str, list[WholeName]] = defaultdict(list)
    for each in names:
        country = country_code(each.name, code)
        words = _LEGAL.sub("", each.name).replace(".", "").split()
        groups[country or " ".join(stem(word, code) for word in words).casefold()].append(each)
    merged = {}
    for group in groups.values():
        # A country is called as the text calls it most often: the US, and not America. Of cases, the nominative is the
        # shortest; in Russian, some are as long: Каталония, Каталонии.
        first, *others = sorted(group, key=_commonness if country_code(group[0].name, code) else _plainness)
        for other in others:
            first.absorb(other)
        if (name := nominative(first.name, code)) and name != first.name:
            first.aliases = (first.aliases | {first.name}) - {name}
            first.name = name
        merged[first.name] = first
    return merged
