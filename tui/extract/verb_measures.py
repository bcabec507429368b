"""The measures that only a verb or an adjective tells: sold for 5 million is a price, 5 metres high a height."""

import re
from collections.abc import Mapping
from functools import cache

from tui.curate.drafts import Proposed
from tui.extract.clause_syntax import HEDGED
from tui.items.statement_words import words_in
from tui.quantity.builtin import currency_ids
from tui.quantity.unit import Unit
from tui.text.span import Span

_KINDS = {"%": "share", "sec": "time", "month": "time", "m": "length", "m²": "area"}
"""The keys in the table of verbs for the kinds of units, but for currencies and other amounts."""
_LONGEST = 120
"""The most characters from a verb to the number after it."""
_AFTER = r"(?:\s[^\W\d_][\w-]*){0,3}?\s(?:%s)(?=[\s,.;]|$)"
"""In German, a verb may be after the number: hat 5 Tonnen Stahl erzeugt."""


def told_by_verb(text: str, clause: Span, span: Span, unit: Unit | None, code: str) -> Proposed | None:
    """The measure that the verb directly before a number, or an adjective after it, tells; None without one."""
    if unit is None:
        return None
    kind = "money" if unit.kind in currency_ids() else _KINDS.get(unit.kind, "amount")
    tables = ["length", "sizes"] if kind == "length" else [kind]
    for table in tables:
        for noun, (before, after) in _patterns(code, table).items():
            found = before.search(text, max(clause.start, span.start - _LONGEST), span.start)
            if found or after.match(text, span.end, clause.end):
                return Proposed(noun, span=Span(found.start(), found.end()) if found else None)
    return None


@cache
def _patterns(code: str, kind: str) -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """What is before and after a number of a kind, by the measure that it tells."""
    never = re.compile(r"(?!)")
    words = words_in(code)
    if kind == "sizes":
        return {noun: (never, re.compile(rf"[\s-](?:{each})(?![^\W_])")) for noun, each in words.get(kind, {}).items()}
    told: Mapping[str, str] = words.get("told", {}).get(kind, {})
    return {
        noun: (
            re.compile(rf"(?<![\w-])(?:{verbs})\s(?!at\s(?!least|most)){HEDGED}\Z"),
            re.compile(_AFTER % verbs) if code == "de" else never,
        )
        for noun, verbs in told.items()
    }
