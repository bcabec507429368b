"""Figures of the catalog that a number may repeat: then it is another source of one, and not another figure."""

from collections.abc import Iterator

from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.extract.printed import PrintedNumbers
from tui.quantity.interval import Value
from tui.review.form import THE_ARTICLE, Filling, RecordForm

_KEPT = ("measure", "subject", "material", "scope", "claimant", "period", "nature")
"""The fields that a figure and what repeats it have in common."""


def repeated(dossier: Dossier, form: RecordForm) -> list[Figure]:
    """The figures with the value of a form's number, those with most of its fields first."""
    numbers = PrintedNumbers(dossier, form.draft.article)
    values: dict[str, Value | None] = {}
    found = []
    for figure in dossier.figures.values():
        if figure.measure not in values:
            values[figure.measure] = numbers.value(form.draft.span, figure.measure)
        value = values[figure.measure]
        printed_here = any(
            source.article == form.draft.article and source.number and source.number.overlaps(form.draft.span)
            for source in figure.sources
        )
        if value is not None and figure.value.agrees_with(value) and not figure.draft and not printed_here:
            found.append(figure)
    return sorted(found, key=lambda figure: -sum(form.values.get(key) == _held(figure, key) for key in _KEPT))


def surely_repeated(dossier: Dossier, form: RecordForm) -> Figure | None:
    """The only figure that a number certainly repeats: measure, subject and claimant are the same, and the period."""
    same = [figure for figure in repeated(dossier, form) if _is_same(figure, form)]
    return same[0] if len(same) == 1 else None


def _is_same(figure: Figure, form: RecordForm) -> bool:
    certain = all(form.values.get(key) == _held(figure, key) for key in ("measure", "subject", "claimant"))
    period = form.text("period") or form.text("resolved")
    return certain and (not period or period in (figure.period, figure.resolved))


def filling_of(figure: Figure) -> Filling:
    """What a form holds that repeats a figure; the words that attribute it are the article's own."""
    values = {key: _held(figure, key) for key in _KEPT}
    return {
        "figure": figure.id,
        **{key: value if value or key == "claimant" else None for key, value in values.items()},
    }


def _held(figure: Figure, key: str) -> str:
    value = getattr(figure, key)
    return str(value) if value else THE_ARTICLE


def labelled(figures: list[Figure], dossier: Dossier) -> Iterator[tuple[str, str, Figure]]:
    """Figures with what tells them apart: the title, and the claimant with the articles that print it."""
    for figure in figures:
        articles = dict.fromkeys(source.article for source in figure.sources)
        claimant = dossier.name_of(figure.claimant)
        yield figure.title, " · ".join(filter(None, (claimant, ", ".join(articles)))), figure
