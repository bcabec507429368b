"""Judges the numbers of a draft against the figures of the dossier."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from tui.dossier.records import Figure, Source
from tui.items.items import items_of
from tui.languages.language import known_language
from tui.numbers.number import Number
from tui.quantity.quantity import QuantityError
from tui.quantity.unit import Unit
from tui.text.quote import cuts
from tui.text.sorted_spans import starting_in
from tui.text.span import Span
from tui.verify.arithmetic import Arithmetic
from tui.verify.context import VerificationContext
from tui.verify.draft import NumberItem, is_bare
from tui.verify.figures import FiguresByValue
from tui.verify.findings import BACKED, DIFFERS, DISPUTED, NOT_FOUND, POSSIBLE, ROUNDED, Finding
from tui.verify.printed import words_in
from tui.verify.setting import Setting
from tui.verify.subjects import NO, UNKNOWN, YES
from tui.verify.values import HEDGE, SAME, Likeness, Reading, distance, factor_text, hedged, likeness, read_in

_AROUND = 400
"""Characters around a number that are read to see whether it is part of a date, an address or the like."""

_MOST_PLACES = 100
"""The most places of a number that are tried; each may be part of a date or the like."""

_MOST_CANDIDATES = 5
_FIGURES_BACK = 2
"""How many sentences before its own may print the figures that a number is worked out from."""


@dataclass(frozen=True)
class _Fit:
    """How a number compares with a figure: how alike the values are (None: not), and what else is not alike."""

    figure: Figure
    reading: Reading
    like: Likeness | None
    subject: str
    measure: bool | None
    wrong: tuple[str, ...]
    doubt: str = ""
    """Why it must stay open whether the number is the figure's."""

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        """A sort key: the best first."""
        same = self.like is not None and self.like.kind == SAME
        return not same, self.subject != YES, self.measure is not True, self.figure.sorting_date is not None


class NumberJudge:
    """Judges the numbers of one draft."""

    def __init__(self, context: VerificationContext) -> None:
        self._context = context
        self._dossier, self._draft, self._names = context.dossier, context.draft, context.names
        self._arithmetic = Arithmetic(self._dossier, self._draft)
        valued = [figure for figure in self._dossier.figures.values() if not figure.draft and figure.known == "value"]
        self._figures = FiguresByValue(self._dossier, (figure for figure in valued if not figure.is_wrong))
        self._wrong = FiguresByValue(self._dossier, (figure for figure in valued if figure.is_wrong))

    def findings(self) -> list[Finding]:
        """What is found about each number, in order."""
        read = [(item, *self._fits(item)) for item in self._draft.numbers]
        alike = [self._alike(item, fits) for item, fits, _ in read]
        right = [each for each in alike if each and each.status in (BACKED, ROUNDED)]
        found = [
            each or self._worked_out(item, right) or self._unlike(item, fits, refused)
            for each, (item, fits, refused) in zip(alike, read, strict=True)
        ]
        mentioned = {each.record for each in right if each.record}
        return [self._disputed(finding, mentioned) for finding in found]

    def _alike(self, item: NumberItem, fits: list[_Fit]) -> Finding | None:
        """The finding on a number by the figures that have its value; None if no figure has it."""
        alike = [fit for fit in fits if fit.like is not None]
        right = [fit for fit in alike if not fit.wrong and fit.subject != NO]
        if right:
            best = min(right, key=lambda fit: (bool(fit.doubt), fit.rank))
            return self._finding(item, POSSIBLE, best.doubt, best.figure) if best.doubt else self._backed(item, best)
        if alike:
            return self._other(item, min(alike, key=lambda fit: (len(fit.wrong) + (fit.subject == NO), fit.rank)))
        return None

    def _worked_out(self, item: NumberItem, right: list[Finding]) -> Finding | None:
        """The finding on a number that two figures give which the draft names, in its sentence or shortly before."""
        near = [self._draft.sentence(item.span), *islice(self._draft.before(item.span), _FIGURES_BACK)]
        since = starting_in(right, Span(near[-1].start, near[0].end))
        printed = [self._dossier.figures[each.record] for each in since if each.record and _is_in(each.span, near)]
        subjects = {self._names.stands_for(id) for _, id in self._names.within(near[0])}
        figures = list(dict.fromkeys((*reversed(printed), *self._figures.about(subjects))))
        if (result := self._arithmetic.of(item, figures)) is None:
            return None
        reason, first, second = result
        return self._finding(item, POSSIBLE, f"worked out: {reason}", first, (first.id, second.id))

    def _fits(self, item: NumberItem) -> tuple[list[_Fit], str]:
        """The figures that a number can be compared with, and why it cannot be read if that is so."""
        setting = Setting(self._context, item.span, item.unit)
        found, refused = self._near(item, self._figures, setting.subjects.around, setting.measures)
        fits = (self._fit(figure, reading, setting) for figure, reading in found)
        return [fit for fit in fits if fit], refused

    def _near(
        self, item: NumberItem, figures: FiguresByValue, subjects: Iterable[str] = (), measures: Iterable[str] = ()
    ) -> tuple[list[tuple[Figure, Reading]], str]:
        """The figures nearest to a number in its units, in their order, and why it cannot be read if that is so."""
        near: dict[int, tuple[Figure, Reading]] = {}
        refused = ""
        for interpretation in figures.interpretations:
            if not _is_of_unit(item, interpretation.unit):
                continue
            try:
                reading = read_in(self._draft, item, *interpretation)
            except QuantityError as error:
                refused = str(error)
                continue
            found = figures.near(interpretation, reading.value.middle, subjects, measures)
            near |= {position: (figure, reading) for position, figure in found.items()}
        self._context.count(len(near))
        return [near[position] for position in sorted(near)], refused

    def _fit(self, figure: Figure, reading: Reading, setting: Setting) -> _Fit | None:
        """How a number compares with a figure; None if the words around it are about something else."""
        like = likeness(reading, figure)
        measure = setting.measure(figure.measure)
        if setting.must_name(figure.measure) and not measure:
            if measure is False or like is None or like.kind != SAME or setting.subject(figure) != YES:
                return None
            return _Fit(figure, reading, like, YES, None, (), "the words beside it do not say what it counts")
        if like is None:
            if measure is False:
                return None
            subject = setting.subject(figure)
            if subject in (NO, UNKNOWN):
                return _Fit(figure, reading, None, subject, measure, ())
            # The figure that the draft means has its claimant, period and material.
            others = (setting.attribution.deviation(figure), setting.period(figure), setting.material(figure))
            return _Fit(figure, reading, None, subject, measure, tuple(filter(None, others)))
        wrong = [
            like.reason if like.kind == HEDGE else None,
            reading.rate,
            self._other_measure(figure) if measure is False else None,
            setting.attribution.deviation(figure),
            setting.period(figure),
            setting.material(figure),
            setting.scope(figure),
            setting.nature(figure),
            setting.direction(figure),
        ]
        subject = setting.subject(figure)
        doubt = self._doubt(figure, subject, measure, setting)
        return _Fit(figure, reading, like, subject, measure, tuple(filter(None, wrong)), doubt)

    def _doubt(self, figure: Figure, subject: str, measure: bool | None, setting: Setting) -> str:
        """Why the words around a number are too few to give it to a figure; empty if they are not."""
        if subject == UNKNOWN and setting.subjects.unknown:
            return f"the sentence names {setting.subjects.unknown}, which the dossier does not have"
        if subject == UNKNOWN:
            return "neither the sentence nor those before it name the subject"
        is_foreign = self._draft.language is not None and not self._draft.language.is_english
        if subject != YES and is_foreign and not setting.subjects.names_sole_claimant(figure):
            # Another subject may be named as that language does, which the dossier does not know: Brasilien.
            return "this part of the sentence names no subject of the dossier"
        if subject != YES and not measure and not setting.attribution.is_to(figure):
            return "the sentence names neither the subject, the measure nor the source"
        if subject != YES and not measure and setting.is_about_another(figure.measure):
            return "the sentence names another measure, and not the subject"
        if figure.claimant is not None and setting.attribution.is_to_unknown(figure):
            return "the draft names a source that the dossier does not have under that name"
        if setting.leaves_material_open(figure):
            return f"in the source it is {self._dossier.name_of(figure.material)}, which the draft does not name"
        if setting.leaves_scope_open(figure):
            return f"in the source it is limited to {figure.scope}, which the draft does not say"
        if not measure and figure.sorting_date is None and setting.is_dated():
            return "the sentence does not name the measure, and has a year that the source does not give"
        if word := setting.foreign_measure(figure):
            return f"the draft says “{word}”, the source does not"
        if other := setting.subjects.shares(figure):
            return f"the sentence gives it to {self._dossier.name_of(other)} as well"
        return setting.open_polarity(figure) or setting.open_period(figure)

    def _other_measure(self, figure: Figure) -> str:
        return (
            f"in the source it is {self._dossier.measures[figure.measure].name}, and the draft is about another measure"
        )

    # Findings

    def _backed(self, item: NumberItem, fit: _Fit) -> Finding:
        figure = fit.figure
        if fit.like is not None and fit.like.kind != SAME:
            return self._finding(item, ROUNDED, fit.like.reason, figure)
        return self._finding(item, BACKED, f"{figure.label}: {figure.written}", figure)

    def _other(self, item: NumberItem, fit: _Fit) -> Finding:
        """The value is right, and something else is not."""
        reasons = list(fit.wrong)
        if fit.subject == NO:
            reasons.append(f"the value is that of {self._dossier.name_of(fit.figure.subject)}")
        elif fit.subject == UNKNOWN:
            reasons.append("the subject is not named")
        return self._finding(item, DIFFERS, "; ".join(reasons), fit.figure)

    def _unlike(self, item: NumberItem, fits: list[_Fit], refused: str) -> Finding:
        """No figure has the value."""
        own = [fit for fit in fits if fit.subject not in (NO, UNKNOWN) and fit.measure]
        own = own or [fit for fit in fits if fit.subject == YES]
        own.sort(key=lambda fit: (len(fit.wrong), _distance(fit)))
        candidates = tuple(dict.fromkeys(fit.figure.id for fit in own))[:_MOST_CANDIDATES]
        if own:
            nearest = own[0]
            ours, theirs = nearest.reading.value.middle, nearest.figure.value.middle
            reason = f"{nearest.figure.label}: the source prints {hedged(nearest.figure)}{factor_text(ours, theirs)}"
            return self._finding(item, DIFFERS, reason, nearest.figure, candidates)
        printed = self._printed_at(item.span)
        if not fits and self._draft.text[item.span.start].isalpha() and _is_small(item):
            return Finding(kind="number", span=item.span, status=POSSIBLE, reason="a count or rank that no figure has")
        if wrong := self._found_wrong(item):
            reason = f"the only figure that has it, {wrong}, was reviewed and is wrong"
        elif printed:
            document = self._dossier.documents[printed.article]
            line, column = document.position(printed.quote.start)
            reason = f"no record has it; it is printed at {document.file}:{line}:{column}"
        elif refused:
            reason = f"no record has it; {refused}"
        else:
            reason = "no record and no article has it"
        nearest_ids = tuple(fit.figure.id for fit in sorted(fits, key=_distance)[:1])
        return Finding(
            kind="number", span=item.span, status=NOT_FOUND, reason=reason, candidates=nearest_ids, printed=printed
        )

    def _found_wrong(self, item: NumberItem) -> str | None:
        """The id of a figure with the number that a review found wrong."""
        near, _ = self._near(item, self._wrong)
        return next((figure.id for figure, reading in near if likeness(reading, figure)), None)

    def _printed_at(self, span: Span) -> Source | None:
        """The first place where an article prints exactly the words of a number, and no figure rests on them."""
        places = islice(self._places_of(self._draft.text[span.start : span.end]), _MOST_PLACES)
        return next(
            (Source(article=each, quote=place) for each, place in places if not self._is_part(each, place)), None
        )

    def _places_of(self, words: str) -> Iterator[tuple[str, Span]]:
        """The places of whole words in articles, each with its article, on which no figure rests."""
        for article in self._context.printed.with_all(words_in(words)):
            document = self._dossier.documents[article]
            recorded = self._dossier.occurrences_in(article)
            at = document.text.find(words)
            while at >= 0:
                place = Span(at, at + len(words))
                figures = (each for each in recorded.within(place) if each.role == "number")
                if not cuts(document.text, place) and next(figures, None) is None:
                    yield article, place
                at = document.text.find(words, at + 1)

    def _is_part(self, article: str, place: Span) -> bool:
        """Whether a place in an article belongs to a date, an address or the like."""
        document = self._dossier.documents[article]
        around = document.part(document.lines_around(place), place, _AROUND)
        language = known_language(self._dossier.articles[article].language)
        items = items_of(document[around], self._dossier.coverage_reader.units, language)
        inside = Span(place.start - around.start, place.end - around.start)
        return any((item.is_date or item.is_code) and item.span.overlaps(inside) for item in items)

    def _finding(
        self, item: NumberItem, status: str, reason: str, figure: Figure, candidates: Iterable[str] = ()
    ) -> Finding:
        found = Finding.by_record("number", item.span, status, reason, figure)
        return replace(found, candidates=tuple(candidates) or found.candidates)

    def _disputed(self, finding: Finding, mentioned: set[str]) -> Finding:
        """The finding, disputed if the dossier contradicts its figure and the draft mentions no such figure."""
        if finding.status != BACKED or finding.record is None:
            return finding
        figure = self._dossier.figures[finding.record]
        others = list(dict.fromkeys(self._contradicting(figure)))
        if not others or mentioned & set(others):
            return finding
        other = self._dossier.figures[others[0]]
        says = self._dossier.name_of(other.claimant) or "another article"
        reason = f"{finding.reason}; {says} has {other.written}, which the draft does not mention"
        return replace(finding, status=DISPUTED, reason=reason, candidates=tuple(others[:_MOST_CANDIDATES]))

    def _contradicting(self, figure: Figure) -> Iterator[str]:
        group = self._dossier.groups.with_figure(figure)
        if not group.contradicts(figure):
            return
        for verdict, _, pairs in group.against(figure, _MOST_CANDIDATES):
            if verdict == "conflict":
                for pair in pairs:
                    other = pair.second if pair.first.id == figure.id else pair.first
                    if not other.is_wrong:
                        yield other.id


def _is_of_unit(item: NumberItem, unit: Unit) -> bool:
    """Whether a number of a draft can be in a unit by what is printed after it."""
    if printed := item.among or (item.unit and (item.unit,)):
        return any(each.kind == unit.kind or each.id == unit.id.partition("/")[0] for each in printed)
    if item.quantity.is_ordinal:
        return unit.id == "rank"
    if item.quantity.is_share:
        return unit.in_one is not None
    return is_bare(item.quantity) and not unit.written and unit.id != "rank"


def _is_in(span: Span, stretches: Iterable[Span]) -> bool:
    return any(stretch.covers(span) for stretch in stretches)


def _is_small(item: NumberItem) -> bool:
    """Whether it is a count or rank up to ten: in words, often no number to check (two deals, the second time)."""
    number = item.quantity.number
    return (
        (is_bare(item.quantity) or item.quantity.is_ordinal) and isinstance(number, Number) and 0 <= number.value <= 10
    )


def _distance(fit: _Fit) -> Decimal:
    """How far the value of a number is from a figure’s."""
    ours, theirs = fit.reading.value.middle, fit.figure.value.middle
    return Decimal("Infinity") if ours is None or theirs is None else distance(ours, theirs)
