"""The measures that a number may be of: those of the catalog, the fitting ones first, and new ones."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice, product

from tui.catalog import schema
from tui.curate.edits import Addition
from tui.curate.yaml import Value
from tui.dossier.dossier import Dossier
from tui.extract.phrases import MOST_PRINTED, begun
from tui.extract.printed import PrintedNumbers
from tui.printed.whole import Printed
from tui.quantity.quantity import QuantityError
from tui.review.choice import Choice, exact_first
from tui.review.form import RecordForm
from tui.review.named import Named, ranked
from tui.text.fold import lower_case

_OTHER = 2
"""How far a measure in another kind of unit is from a number."""


def measures_for(
    dossier: Dossier, catalog: schema.Catalog, form: RecordForm, typed: str, before: str, new_id: Callable[[str], str]
) -> list[Choice]:
    """The measures that are found for what is typed; for nothing typed, what the text suggests and what fits.

    `before` is the measure of the figure before, and `new_id` makes the id of a new one from its name.
    """
    number = _Number(dossier, form)
    made = [schema.MeasureEntry.model_validate(entry) for listing, entry in form.created if listing == "measures"]
    known = [
        Named(
            id=measure.id,
            name=measure.name,
            about=in_unit(measure.unit, measure.per, measure.changes),
            names=(measure.name, measure.id),
            near=number.distance(measure),
            count=len(dossier.index.measures_in(measure.unit)),
        )
        for measure in (*catalog.measures, *made)
    ]
    # What is measured in another kind of unit is never what this number is.
    found = [each for each in ranked(known, typed) if each.near < _OTHER]
    if not typed:
        found.sort(key=lambda each: (each.near, each.id != before))
    other_way = {each.id: number.unlike(each) for each in (*catalog.measures, *made) if number.unlike(each)}
    offered = [
        Choice(
            label=each.name,
            about=" · ".join(filter(None, (each.about, other_way.get(each.id)))),
            values={"measure": each.id},
            alike=each.alike,
            fits=not each.near,
        )
        for each in found
    ]
    new: list[Choice] = []
    # Where only the change of something is a measure, its level is offered too, and the other way round.
    turning = [each for each in found if typed and not each.alike and (each.id in other_way or not each.near)]
    fitting = {lower_case(_plain(each.name)) for each in known if not each.near}
    others = {*other_way, *(measure.id for measure in made)}
    unfit = {lower_case(_plain(each.name)) for each in known if each.id in others and each.near < _OTHER}
    for name in dict.fromkeys([*(_plain(each.name) for each in turning), *_new_names(dossier, form, typed)]):
        is_taken = any(lower_case(each.name) == lower_case(name) for each in known)
        made_of_it = number.new_measures(name, catalog, is_taken, new_id)
        new += [each for each in made_of_it if lower_case(name) not in (fitting if each.fits else unfit)]
    new.sort(key=lambda each: not each.fits)
    turned = [_turned(measure) for measure in made if any(measure.id == each.id for each in found)]
    if not typed:
        return [*new, *offered, *turned]
    other_way |= {str(each.values["measure"]): "" for each in (*new, *turned) if not each.fits}
    found_first = exact_first(offered, [*new, *turned])
    return sorted(found_first, key=lambda each: not each.fits and each.values["measure"] in other_way)


def _plain(name: str) -> str:
    """The name of a measure without the unit that may be in it: growth (change in %)."""
    return name.partition(" (")[0]


def unit_to_list(dossier: Dossier, catalog: schema.Catalog, form: RecordForm) -> list[Addition]:
    """The built-in unit to list in the catalog, so that a number in it is read for the measure of a form.

    Empty if the catalog has it, or if it does not convert into the measure's unit.
    """
    made = [entry for listing, entry in form.created if listing == "measures"]
    wanted = {each.id: each.unit for each in catalog.measures} | {str(each["id"]): str(each["unit"]) for each in made}
    units = dossier.coverage_reader.units.by_id
    own = units.get(wanted.get(form.text("measure"), ""))
    if form.draft.kind != "figure" or own is None:
        return []
    try:
        unit = PrintedNumbers(dossier, form.draft.article).read(form.draft.span).quantity.unit
    except QuantityError:
        return []
    read = {each.id for each in catalog.units} | set(wanted.values())
    if unit is None or unit.id in read or unit.id not in units or unit.kind != own.kind:
        return []
    return [("units", {"id": unit.id})]


def _turned(measure: schema.MeasureEntry) -> Choice:
    """A new measure as one of a change, if it is none, and the other way round."""
    changes: dict[str, Value] = {} if measure.changes else {"changes": True}
    per: dict[str, Value] = {"per": measure.per} if measure.per else {}
    entry: dict[str, Value] = {"id": measure.id, "name": measure.name, "unit": measure.unit, **per, **changes}
    about = f"new, {in_unit(measure.unit, measure.per, not measure.changes)}"
    return Choice(
        label=measure.name, about=about, values={"measure": measure.id}, created=(("measures", entry),), fits=False
    )


def _new_names(dossier: Dossier, form: RecordForm, typed: str) -> list[str]:
    """The names of measures that could be created: what is typed, else what the draft proposes.

    Of words in the sentence of the number, the beginning is enough.
    """
    if not typed:
        proposed = None if form.draft.record("measure") else form.draft.text("measure")
        return [proposed] if proposed else []
    document = dossier.documents[form.draft.article]
    sentence = document[document.sentence_around(form.draft.span)]
    printed = (each for each in begun(document, typed, form.draft.span) if each in sentence)
    return [*islice(dict.fromkeys(printed), MOST_PRINTED), typed]


class _Number:
    """The number of a draft, as far as it decides on measures."""

    def __init__(self, dossier: Dossier, form: RecordForm) -> None:
        numbers, span = PrintedNumbers(dossier, form.draft.article), form.draft.span
        self._units = dossier.coverage_reader.units
        self._is_change = numbers.is_change(span)
        self._printed: Printed | None = None
        with suppress(QuantityError):
            self._printed = numbers.read(span)

    def distance(self, measure: schema.MeasureEntry) -> int:
        """0 for a measure that the number can be of as it is printed, more for others, _OTHER for another unit."""
        own = self._units.by_id.get(measure.unit)
        if self._printed is None:
            return 1
        if own is None:
            return _OTHER
        unit = self._printed.quantity.unit
        same = own.kind == unit.kind if unit else own.exact
        whole = same and measure.per == self._printed.per and measure.changes == self._is_change
        return 0 if whole else 1 if same or not unit else _OTHER

    def unlike(self, measure: schema.MeasureEntry) -> str:
        """How a measure differs from a number as the text has it: only one of them is a change. Empty if they agree."""
        if self._printed is None or measure.changes == self._is_change:
            return ""
        return "this number is no change" if measure.changes else "this number is a change"

    def new_measures(
        self, name: str, catalog: schema.Catalog, taken: bool, new_id: Callable[[str], str]
    ) -> Iterator[Choice]:
        """New measures of a name, each also as one of a change, or not; `taken` if another measure has the name.

        Their name then has the unit in it.
        """
        if self._printed and (unit := self._printed.quantity.unit):
            # One that a text abbreviates with its rate (bpd) is not one of the catalog's.
            id_of_unit = unit.id if unit.id in self._units.by_id else unit.kind
            units: list[tuple[str, tuple[Addition, ...]]] = [(id_of_unit, ())]
        else:
            exact = [unit.id for unit in catalog.units if unit.exact]
            count: Addition = ("units", {"id": "count", "name": "count", "exact": True})
            units = [(each, ()) for each in exact] or [("count", (count,))]
        per = self._printed.per if self._printed else None
        for (each, created), changes in product(units, (self._is_change, not self._is_change)):
            about = in_unit(each, per, changes)
            unique = f"{name} ({about})" if taken else name
            id = new_id(unique)
            more = ({"per": per} if per else {}) | ({"changes": True} if changes else {})
            made: Addition = ("measures", {"id": id, "name": unique, "unit": each, **more})
            fits = changes == self._is_change
            yield Choice(label=name, about=f"new, {about}", values={"measure": id}, created=(*created, made), fits=fits)


def in_unit(unit: str, per: str | None, changes: bool) -> str:
    """The unit of a measure in words: MW; t per day; change in %."""
    return f"{'change in ' if changes else ''}{unit}{f' per {per}' if per else ''}"
