"""Reads an article for drafts: which of its numbers are claims, and what their sentences say of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from tui.catalog.types import MAX_NAME
from tui.curate.drafts import Proposed, Suggestion
from tui.dossier.dossier import Dossier
from tui.extract import statements
from tui.extract.events import is_event, is_measured, who_acts
from tui.extract.false_counts import false_counts, is_per
from tui.extract.figure_fields import FigureFields
from tui.extract.levels import is_level
from tui.extract.measures import age_of, counted_after, is_age, is_news, leaves_out
from tui.extract.new_names import NewNames
from tui.extract.printed import PrintedNumbers
from tui.extract.statements import NamedPlace
from tui.items.items import TextItem
from tui.items.name_aliases import WholeName
from tui.items.statement_words import words_in
from tui.items.whole_names import whole_names
from tui.languages.language import Language, code_of, known_language, language_of
from tui.languages.lexicon import CURRENCY_SIGNS
from tui.linking.dating import DatingWords, inferred_from
from tui.linking.names import Form, Names
from tui.numbers.number import Number, Range
from tui.printed.joins import leads_to
from tui.quantity.builtin import currency_ids
from tui.quantity.quantity import Quantity, QuantityError
from tui.quantity.unit import Unit
from tui.text.sorted_spans import Disjoint
from tui.text.span import Span, without_overlaps

_RANKED = re.compile(
    r"(?:rank\w{0,6}\s(?:[^\W\d_]{1,20}\s){0,3}?|\bthe\s(?:world|country|region)[’']s\s)$", re.IGNORECASE
)
_IN_PASSING = re.compile(
    r"(?<![^\W_])(?:after|après|dopo|in|for|past|last|next|first|every|after|within|over|since|than|nearly|the|cada|dans|depuis"
    r"|pendant|vor|seit"
    r"|nach|über|durante|hace|por|dopo|em|há|per|tous\sles|les|los|die|den|der|um)"
    r"(?:\s(?:first|ersten|vergangenen|kommenden|premiers|prochains|primeros|primeiros|primi|the|les|los|last|past|next|nearly|almost|about|around|more|less|than|at|least|derniers|dernières|últimos"
    r"|letzten|nächsten|fast|rund|etwa|mehr|als|plus|de|más)){0,3}\s$",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"\s(?:low|high|ahead|on|ago|later|earlier|before|after|plus\star|auparavant|später|zuvor|después|antes|dopo"
    r"|prima)(?![^\W_])"
)
_OF_SACKS = re.compile(
    r"\d(?:\s[a-z]{4,9})?(?:\sde)?\s(?:sacos|sacas|sacs|bags|sacks|Sack|мешков)\s(?:de|of|à|zu|по)\s(?:até\s)?$"
)
"""What comes before a number that only says how much one of what is counted holds."""
_TIMES = ("sec", "month")
"""The base units of time."""
_COMPARES = re.compile(
    r"\s(?:as|more|higher|greater|larger|the|so|mehr|höher|plus|más|mayor|più|mais|больше)(?![^\W_])"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SIGN_BEFORE = re.compile(rf"[{CURRENCY_SIGNS}]\Z")
_LEAST_IN_WORDS = 20
"""A smaller number that is written in words, without a unit, rarely is a figure."""

_MOST_NAMED = 400
"""Names of one article that are drafted at most."""

_MOST_LEADING = 4
"""How many spaces the words before the first comma of a sentence have at most, if they only say when."""

_MOST_OFFERED = 5
"""How many measures are offered for a number at most."""


class ArticleReading:
    """What one article counts, dates and names, and what the catalog already has of it."""

    def __init__(self, dossier: Dossier, article: str) -> None:
        self._dossier, self._article = dossier, article
        self._document = dossier.documents[article]
        self._text = self._document.text

    @cached_property
    def _language(self) -> Language | None:
        return known_language(self._dossier.articles[self._article].language)

    @cached_property
    def _code(self) -> str:
        return code_of(self._language)

    @cached_property
    def _numbers(self) -> PrintedNumbers:
        return PrintedNumbers(self._dossier, self._article)

    @cached_property
    def _parts(self) -> dict[Span, list[TextItem]]:
        """Its quantities, dates and codes, by their places: what looks like a range and is none are two quantities."""
        return {item.span: [*self._ends(item)] for item in self._dossier.coverage_reader.items(self._article)}

    @cached_property
    def items(self) -> list[TextItem]:
        """Its quantities, dates and codes."""
        return [item for parts in self._parts.values() for item in parts]

    @cached_property
    def left(self) -> list[TextItem]:
        """The quantities and dates that the catalog does not capture."""
        return [item for span in self._dossier.coverage(self._article).uncaptured for item in self._parts.get(span, ())]

    def _ends(self, item: TextItem) -> Iterator[TextItem]:
        """An item, or the two ends of a range that is refused, where each can be read: by 1% to 12%."""
        ends = item.quantity.number if item.quantity else None
        if not isinstance(ends, Range) or self._is_readable(item.span):
            yield item
            return
        mark = leads_to(language_of(self._code)).search(self._text, ends.low.end, ends.high.end)
        # A rate after it is that of its second end: down $1 to $42 a barrel.
        last = self._numbers.at(mark.end()) if mark else None
        if not mark or not last:
            yield item
            return
        sign = _SIGN_BEFORE.search(self._text, max(item.span.start - 1, 0), item.span.start)
        start = sign.start() if sign else item.span.start
        spans = (Span(start, mark.start()), Span(mark.end(), max(last.end, item.span.end)))
        # In “by 2 to 4 percent”, the first end has no unit, and it may be a range.
        if all(map(self._is_readable, spans)):
            yield from (replace(item, span=span, quantity=self._numbers.read(span).quantity) for span in spans)
        else:
            yield item

    def _is_readable(self, span: Span) -> bool:
        try:
            self._numbers.read(span)
        except QuantityError:
            return False
        return True

    # Names

    @cached_property
    def _names(self) -> list[WholeName]:
        """The names that are not mentions of an entity of the catalog."""
        closed = [item.span for item in self.items if item.is_code or item.is_date]
        artefacts = [artefact.span for artefact in self._dossier.articles[self._article].artefacts]
        closed += artefacts
        measured = [item.span for item in self.items if item.quantity and item.quantity.unit]
        found = whole_names(self._document, self._language, self._dossier.coverage_reader.lower_case, closed, measured)
        new = NewNames(self._dossier, self._article)
        for name in found:
            name.spans = [span for span in name.spans if new.has(span, name.kind)]
        # What is drafted must be found as the catalog finds names.
        forms = [
            Form(name.name, form)
            for name in found
            for form in (name.name, *name.aliases)
            if form[0].isalnum() and len(form) <= MAX_NAME
        ]
        places = dict(Names(forms).find(self._text, artefacts))
        matched = {places[span] for span in without_overlaps(places)}
        return [name for name in found if name.spans and name.name in matched][:_MOST_NAMED]

    @cached_property
    def _named(self) -> list[NamedPlace]:
        """Every name in its place."""
        entities = self._dossier.entities
        inside_new = Disjoint(span for name in self._names for span in name.spans)
        known = [
            NamedPlace(mention.span, entities[mention.record].name, mention.record, entities[mention.record].type)
            for mention in self._dossier.mentions[self._article]
            if not inside_new.overlaps(mention.span)
        ]
        new = [NamedPlace(span, name.name, None, name.kind) for name in self._names for span in name.spans]
        return sorted([*known, *new], key=lambda name: name.span)

    def entities(self) -> list[Suggestion]:
        """Drafts of the entities that the article names."""
        return [self._entity(name) for name in self._names]

    def _entity(self, name: WholeName) -> Suggestion:
        spans = name.spans
        fields = {"name": Proposed(name.name, span=spans[0])}
        # A name whose last word is used alone elsewhere is a person’s.
        kind = name.kind if name.aliases or not name.guessed else None
        if kind:
            fields["type"] = Proposed(kind)
        return Suggestion(
            kind="entity",
            article=self._article,
            span=spans[0],
            exact=name.name,
            score=min(30 + 10 * (kind is not None) + 5 * min(len(spans), 6), 70),
            fields=fields,
            aliases=tuple(sorted(name.aliases)),
            places=tuple((self._article, span) for span in spans),
        )

    # Figures

    @cached_property
    def _sentences(self) -> FigureFields:
        return FigureFields(self._document, self._code, self._numbers, self.items, self._named)

    @cached_property
    def _false_counts(self) -> set[Span]:
        return false_counts(self._text, self.items)

    def is_claim(self, item: TextItem) -> bool:
        """Whether a quantity is worth a figure: it has a unit, says what it counts, or ranks something."""
        quantity = item.quantity
        if quantity is None or item.span in self._false_counts:
            return False
        text, span = self._text, item.span
        words = text[slice(*span)]
        if quantity.is_ordinal:
            return _RANKED.search(text, max(span.start - 40, 0), span.start) is not None
        if quantity.unit is not None and quantity.unit.kind in _TIMES:
            # How long ago, how often and how old in passing are not figures: a five-year low, for two days.
            before = _IN_PASSING.search(text, max(span.start - 30, 0), span.start)
            return not (before or "-" in words or _AGO.match(text, span.end))
        if quantity.unit is not None and quantity.unit.is_multiple:
            return _COMPARES.match(text, span.end) is not None
        if _OF_SACKS.search(text, max(span.start - 40, 0), span.start):
            return False
        if quantity.unit is not None or (isinstance(quantity.number, Number) and quantity.number.share):
            return True
        if re.search(r"\d", words) and leaves_out(text, span, self._code):
            return True
        counted = counted_after(text, span, self._sentences.sentence(span).end + 1, self._code)
        directly = counted is not None and counted.span is not None and counted.span.start <= span.end + 4
        scaled = isinstance(quantity.number, Number) and quantity.number.scaled
        if not re.search(r"\d", words) and not scaled and isinstance(quantity.number, Number):
            # “Two ministers met” is not a figure; “two ministers were killed” is.
            is_told = directly and counted is not None and is_news(text, span, counted, self._code)
            return is_told or quantity.number.value >= _LEAST_IN_WORDS
        if _YEAR.fullmatch(words) or is_per(text, span, quantity.number):
            return False
        return directly or scaled or len(re.sub(r"\D", "", words)) > 3 or is_level(text, span)

    def figure(self, span: Span) -> Suggestion:
        """A draft of a figure for a number. Raises QuantityError if it cannot be read, or not all of it."""
        printed = self._numbers.read(span)
        quantity = printed.quantity
        whole = self._numbers.with_plus(span)
        fields: dict[str, Proposed] = {}
        modifier = printed.hedge[0] if printed.hedge else "="
        unit = quantity.unit
        number = quantity.number
        fields["value"] = Proposed(
            f"{number.value:f}" if isinstance(number, Number) else f"{number.low.value:f}..{number.high.value:f}"
        )
        if unit:
            fields["unit"] = Proposed(unit.id)
        if not printed.unclear:
            fields["modifier"] = Proposed(modifier)
        fields |= self._said_of(span, quantity)
        article = self._dossier.articles[self._article]
        if "subject" not in fields and article.about:
            fields["subject"] = Proposed(self._dossier.name_of(article.about), article.about)
        settled = sum(key in fields for key in ("measure", "subject", "material", "period"))
        plain = unit is None and not (isinstance(quantity.number, Number) and quantity.number.scaled)
        score = 35 + 20 * (unit is not None) + 25 * ("claimant" in fields) + 5 * settled - 15 * plain
        return Suggestion(
            kind="figure",
            article=self._article,
            span=whole,
            exact=self._text[slice(*whole)],
            score=max(min(score, 100), 0),
            fields=fields,
            places=((self._article, whole),),
        )

    def _said_of(self, span: Span, quantity: Quantity) -> dict[str, Proposed]:
        """What the sentence of a number says about it."""
        unit = quantity.unit
        text, code = self._text, self._code
        sentence = self._sentences.sentence(span)
        within = statements.segment(text, sentence, span)
        names = self._sentences.named_in(sentence)
        fields: dict[str, Proposed] = {}
        is_years = unit is not None and unit.id == "yr"
        if is_years:
            people = [name for name in names if name.kind in (None, "person", "unnamed")]
            aged = age_of(text, span, [name.span for name in people], code)
            if aged is not None:
                person = people[aged]
                fields["measure"] = Proposed(words_in(code)["age"])
                return fields | {"subject": Proposed(person.text, person.record, person.span)}
        said = self._sentences.claimed(span)
        if said is not None:
            claimant = said.claimant
            fields["claimant"] = Proposed(claimant.text, claimant.record, claimant.span)
            fields["said"] = Proposed(text[slice(*said.naming)], span=said.naming)
        proposed, subject = self._sentences.about(span, quantity)
        if is_years and is_age(text, span, code):
            proposed = Proposed(words_in(code)["age"])
        elif subject:
            fields["subject"] = subject
        measure = self._measure(span, unit, within, proposed) or proposed
        if measure is not None:
            fields["measure"] = measure
        if material := statements.material_of(text, span, unit.id if unit else None, names, code):
            fields["material"] = material
        clause = statements.clause_of(text, within, span, code)
        if dated := statements.period_of(text, span, clause, self._sentences.items_in(clause)):
            fields["period"], fields["when"] = dated
        return fields

    def _measure(self, span: Span, unit: Unit | None, within: Span, proposed: Proposed | None) -> Proposed | None:
        """The catalog's measure of a number: the only one of its dimension, or the only one that words near it name.

        Where words near it name none of several, these are offered and none is chosen: “fell 11 kilometres” is no
        drift because drifts are in kilometres.
        """
        dossier = self._dossier
        # “340,000 employees, 145,000 of them shareholders”: what the number counts decides, and not the sentence.
        near_words = _stems(proposed.text if proposed else self._text[slice(*within)])
        fitting = [
            measure
            for measure in dossier.measures.values()
            if (wanted := dossier.measured_unit(measure.id)).kind == (unit.kind if unit else None)
            or (unit is None and wanted.exact)
        ]
        is_change = self._numbers.is_change(span)
        if is_change and unit is not None and unit.kind == "%":
            # “Its share rose by 6.2 percent” does not say what share it has.
            fitting = [measure for measure in fitting if measure.changes]
        # “Exports, change” does not name “deficit, change”.
        named = [measure for measure in fitting if _telling_stems(measure.name) & near_words]
        # Money is paid for anything, and of anything there are percents: the only measure in them need not be this one.
        measured = unit is not None and unit.in_one is None and unit.kind not in (*currency_ids(), "%")
        chosen = [
            measure
            for measure in (named or fitting)[:_MOST_OFFERED]
            if (named or unit is not None) and self._numbers.value(span, measure.id) is not None
        ]
        alone = measured and len(fitting) == 1 and fitting[0].changes == is_change
        if len(chosen) == 1 and (named or alone):
            return Proposed(chosen[0].name, chosen[0].id, proposed.span if proposed else None)
        among = tuple(measure.id for measure in chosen)
        return (proposed or Proposed(""))._replace(among=among) if among else None

    # Events

    def is_event(self, item: TextItem) -> bool:
        """Whether the sentence of a date tells what happened then."""
        sentence = self._sentences.sentence(item.span)
        clause = statements.clause_of(self._text, sentence, item.span, self._code)
        claims = [item for item in self._sentences.items_in(clause) if item.kind == "quantity" and self.is_claim(item)]
        counts, measures = bool(claims), any(is_measured(each.quantity) for each in claims)
        if clause.start == sentence.start and self._text[slice(*clause)].count(" ") < _MOST_LEADING:
            # In 1999, they had 40% of the votes.
            following = Span(min(clause.end + 2, sentence.end), min(clause.end + 3, sentence.end))
            clause = Span(clause.start, statements.clause_of(self._text, sentence, following, self._code).end)
            counts = counts or any(
                each.quantity is not None and each.quantity.unit is not None and each.quantity.unit.kind == "%"
                for each in self._sentences.items_in(clause)
            )
        return is_event(self._text, item, sentence, clause, counts, measures, self._language)

    def event(self, item: TextItem) -> Suggestion:
        """A draft of an event on a date."""
        sentence = self._sentences.sentence(item.span)
        fields = {"what": Proposed(" ".join(self._text[slice(*sentence)].split()), span=sentence)}
        if item.date:
            fields["date"] = Proposed(item.date, span=item.span)
        dating = DatingWords(self._text, item.span, self._language, self._dossier.articles[self._article].date)
        if inferred := inferred_from(dating):
            fields["resolved"] = Proposed(inferred)
        clause = statements.clause_of(self._text, sentence, item.span, self._code)
        names = self._sentences.named_in(sentence)
        if who := who_acts(self._text, sentence, clause, item.span, names, self._code):
            fields["entities"] = Proposed(who.text, who.record, who.span)
        fields["when"] = Proposed(self._text[slice(*item.span)], span=item.span)
        whole = item.date is not None and len(item.date) > len("2025")
        return Suggestion(
            kind="event",
            article=self._article,
            span=item.span,
            exact=self._text[slice(*item.span)],
            score=50 if whole else 40 if item.date else 20,
            fields=fields,
            places=((self._article, item.span),),
        )


_STEM = 5


def _stems(words: str) -> set[str]:
    """The beginnings of the words of a text that are long enough to be compared."""
    return {word[:_STEM] for word in re.findall(r"[^\W\d_]{4,}", words.casefold())}


def _telling_stems(name: str) -> set[str]:
    """The same of the name of a measure, but for words that only say how it measures, if it has others."""
    stems = _stems(name)
    return stems - _stems("change share") or stems
