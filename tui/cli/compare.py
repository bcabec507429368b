"""`lode compare`: figures grouped by what they are about, with verdict, reason and a plot."""

from itertools import islice
from typing import Any

from tui.cli.arguments import Options
from tui.cli.context import Context, Status
from tui.cli.queries import filter_records
from tui.dossier.claim_pairs import ClaimGroup, claim_groups
from tui.dossier.compare import SINGLE, Group
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import CONFLICT
from tui.dossier.records import Claim, Figure
from tui.view.claims import claim_lines
from tui.view.comparison import LISTED, is_large, pair_reason, reason, topic_text, verdict_lines
from tui.view.plot import plot
from tui.view.styled_text import StyledText
from tui.view.wording import counted


def run(options: Options, context: Context) -> Status:
    """Prints the groups of the figures that are named or that pass the filters."""
    dossier = context.open()
    comparable: dict[str, Figure | Claim] = {**dossier.figures, **dossier.claims}
    if options.query and all(word in comparable for word in options.query):
        both = [comparable[id] for id in options.query]
    else:
        both = filter_records(list(comparable.values()), options.query, dossier, context).records
    chosen = [record for record in both if isinstance(record, Figure)]
    claims = claim_groups(dossier, (record for record in both if isinstance(record, Claim)))
    found = dossier.groups.of(chosen)
    # Without filters, groups of a single figure are only counted.
    whole = options.json or options.query
    shown = [group for group in found if whole or group.verdict != SINGLE][: options.limit]
    printed: list[Group | ClaimGroup] = [*shown, *claims[: options.limit and options.limit - len(shown)]]
    for number, group in enumerate(printed):
        if options.json:
            context.print_json(as_mapping(group, dossier) if isinstance(group, Group) else claims_as_mapping(group))
            continue
        if number:
            context.print([])
        if isinstance(group, Group):
            _print(group, dossier, context, options.pairs)
            continue
        for line in claim_lines(group, dossier):
            context.print_beside(line)
    alone = 0 if whole else sum(group.verdict == SINGLE for group in found)
    if alone:
        context.report(f"{counted(alone, 'figure')} with nothing to compare not shown; --json has them too")
    counted_only = sum(map(is_large, shown)) if options.pairs is None and not options.json else 0
    if counted_only:
        context.report(
            f"the pairs of {counted(counted_only, 'large group')} are only counted; --pairs N lists N of them"
        )
    if chosen and not found:
        context.report("only drafts, which are not compared")
    return Status.DONE if found or claims else Status.NOTHING


def as_mapping(group: Group, dossier: Dossier) -> dict[str, Any]:
    """A group as JSON."""
    return {
        "measure": group.measure,
        "subject": group.subject,
        "material": group.material,
        "scope": group.scope,
        "verdict": group.verdict,
        "reason": reason(group, dossier),
        "origins": group.origins,
        "claims": [figure.id for figure in group.figures],
        "conflicts": [[pair.first.id, pair.second.id] for pair in islice(group.conflicts(), LISTED)],
        "because": "\n".join(group.because) or None,
        "conflict_count": group.totals[CONFLICT],
        "origins_max": group.most_origins if group.origins < group.most_origins else None,
        "pairs": [
            {
                "between": [pair.first.id, pair.second.id],
                "verdict": pair.verdict,
                "reason": pair_reason(pair, group, dossier),
            }
            for pair in islice(group.pairs(), LISTED)
        ],
        "pair_count": sum(group.totals.values()),
    }


def claims_as_mapping(group: ClaimGroup) -> dict[str, Any]:
    """A group of claims as JSON."""
    pairs = group.pairs[:LISTED]
    return {
        "kind": "claims",
        "about": list(group.about),
        "claim_ids": [claim.id for claim in group.claims],
        "pairs": [
            {"between": [pair.first.id, pair.second.id], "verdict": pair.verdict, "reason": pair.because}
            for pair in pairs
        ],
        "pair_count": len(group.pairs),
    }


def _print(group: Group, dossier: Dossier, context: Context, most: int | None) -> None:
    drawn = plot(group, dossier, context.width)
    context.print([StyledText(topic_text(group, dossier), "heading"), StyledText(f"  {drawn.axis.scale}", "dim")])
    context.print(drawn.numbers)
    for figure in drawn.figures:
        context.print(drawn.line(figure))
    for verdict in verdict_lines(group, dossier, most):
        context.print_beside(verdict)
