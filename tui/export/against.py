"""What is no longer as an earlier export of the dossier has it: values of figures, and conflicts between them."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any

from tui.catalog.problem import Problem
from tui.dossier.compare import judge
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import CONFLICT
from tui.dossier.records import Figure
from tui.export.document import MOST_CONFLICTS
from tui.export.records import as_mapping
from tui.text.json import to_json

_COMPARED = ("modifier", "value", "low", "high", "unit")

Exported = Mapping[str, Any]


class ExportError(ValueError):
    """A text is not what `lode export json` writes."""


def read_export(text: str) -> Exported:
    """The content of a dossier's JSON export. Raises ExportError where the text is not one."""
    try:
        document = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except (ValueError, RecursionError):
        raise ExportError("it is not JSON") from None
    for key in ("figures", "conflicts"):
        listed = document.get(key) if isinstance(document, dict) else None
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            raise ExportError("it holds no figures and conflicts")
    return document  # type: ignore[no-any-return]


def changes(earlier: Exported, dossier: Dossier) -> Iterator[Problem]:
    """A warning for each figure whose value or width changed, and for each pair that conflicts now, or no longer does.

    Figures that only one of the two has are left out.
    """
    before = {figure.get("id"): figure for figure in earlier["figures"] if isinstance(figure.get("id"), str)}
    common = {id: figure for id, figure in dossier.figures.items() if id in before}
    for id, figure in common.items():
        old, new = _value(before[id]), _value(_exported(figure, dossier))
        if old != new:
            yield _problem(figure, "value-changed", f"the value of {id} was {old}, and is {new}")
    yield from _verdicts(earlier, common, dossier)


def _verdicts(earlier: Exported, common: Mapping[str, Figure], dossier: Dossier) -> Iterator[Problem]:
    conflicting = set()
    for conflict in earlier["conflicts"]:
        between = conflict.get("between")
        pair = between if isinstance(between, list) and all(isinstance(id, str) for id in between) else []
        if len(pair) != 2 or conflict.get("verdict") != CONFLICT or not all(id in common for id in pair):
            continue
        conflicting.add(frozenset(pair))
        first, second = (common[id] for id in pair)
        if (verdict := judge(first, second, dossier)) != CONFLICT:
            message = f"{first.id} and {second.id} no longer conflict; the verdict is “{verdict}”"
            yield _problem(first, "verdict-changed", message)
    for group in dossier.groups.of():
        # An export has no more conflicts of one group.
        found = list(islice(group.conflicts(), MOST_CONFLICTS))
        for each in found if len(found) < MOST_CONFLICTS else ():
            ids = frozenset((each.first.id, each.second.id))
            if ids not in conflicting and ids <= common.keys():
                yield _problem(each.first, "verdict-changed", f"{each.first.id} and {each.second.id} conflict now")


def _exported(figure: Figure, dossier: Dossier) -> Exported:
    mapping: Exported = json.loads(to_json(as_mapping(figure, dossier)), parse_float=Decimal, parse_int=Decimal)
    return mapping


def _value(figure: Exported) -> str:
    """The value of a figure in words, with the interval that it covers."""
    modifier, value, low, high, unit = (figure.get(key) for key in _COMPARED)
    number = "" if value is None else f"{'' if modifier == '=' else modifier}{_number(value)} "
    return f"{number}({_number(low)} to {_number(high)}) {unit}"


def _number(value: object) -> str:
    return f"{value.normalize():,f}" if isinstance(value, Decimal) and abs(value.adjusted()) < 40 else str(value or "…")


def _problem(figure: Figure, code: str, message: str) -> Problem:
    return Problem(figure.mark, code, message, severity="warning")
