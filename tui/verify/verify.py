"""Verifies a draft: every finding about it, in the order of its text."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from tui.dossier.dossier import Dossier
from tui.languages.detection import detected, may_be
from tui.languages.language import code_of, known_language
from tui.quantity.unit import Units
from tui.text.work import Count, uncounted
from tui.verify.context import VerificationContext
from tui.verify.dates import DateJudge
from tui.verify.draft import Draft
from tui.verify.findings import BACKED, WAIVED, Finding
from tui.verify.misspelt import misspelt
from tui.verify.numbers import NumberJudge
from tui.verify.quotations import QuotationJudge


def read_draft(dossier: Dossier, file: str, text: str, language: str | None = None) -> Draft:
    """A draft with its items; without `language`, a BCP 47 tag, its words tell the language.

    Of several that a short text may be in, it is the first in which the dossier has the most articles.
    """
    own = Counter(article.language for article in dossier.articles.values() if article.language).most_common()
    possible = (tag for tag, _ in own if may_be(text, code_of(known_language(tag))))
    tag = language or detected(text) or next(possible, None)
    return Draft(file, text, _units(dossier.units, tag), known_language(tag))


@lru_cache(maxsize=8)
def _units(units: Units, tag: str | None) -> Units:
    """The units of a dossier, with the forms that the language of a draft has for those that are built in.

    Also the built-in ones that convert into them or make them up, and all currencies: a draft may have km for metres,
    litres of rain per square metre for L/m², and an amount in any currency is a number.
    """
    from tui.quantity.builtin import base_of, builtin_ids, builtin_units, currency_ids

    own, tags = units.by_id, {tag} if tag else set()
    kinds = {base_of(unit.kind).kind for unit in own.values() if unit.kind in builtin_ids()} | {*currency_ids()}
    parts = {id.partition("/")[0] for id in own}
    more = [id for id in builtin_ids() if id not in own and (id in parts or base_of(id).kind in kinds)]
    lacking = builtin_units(more, tags, [*own.values()])
    if not tag or tag.startswith("en"):
        return Units([*own.values(), *lacking])
    taken = {form for unit in own.values() for form in unit.forms}
    foreign = {unit.id: unit for unit in builtin_units([id for id in own if id in builtin_ids()], tags)}
    added = {id: [form for form in unit.written if form not in taken] for id, unit in foreign.items()}
    known = [replace(unit, written=(*unit.written, *added.get(id, ()))) for id, unit in own.items()]
    return Units([*known, *lacking])


def verify(dossier: Dossier, draft: Draft, count: Count = uncounted) -> list[Finding]:
    """What is found about each item of a draft, by their places.

    `count` is called with the number of characters that are read, and of figures and events that are compared.
    """
    context = VerificationContext(dossier, draft, count)
    numbers = NumberJudge(context).findings()
    found = [
        *numbers,
        *DateJudge(context, numbers).findings(),
        *QuotationJudge(context).findings(),
        *misspelt(context),
    ]
    found.sort(key=lambda finding: (finding.span.start, -finding.span.end))
    return [_waived(finding, draft.waiver(finding.span)) for finding in found]


def _waived(finding: Finding, why: str | None) -> Finding:
    """The finding, waived if the draft says why."""
    if why is None or finding.status == BACKED:
        return finding
    return replace(finding, status=WAIVED, reason=f"{why} ({finding.status}: {finding.reason})")
