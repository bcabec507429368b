"""Linking figures: the number as printed and its value, who says it in which words, and when."""

from tui.catalog import schema
from tui.dossier.records import Figure, Source
from tui.dossier.references import References
from tui.quantity import quantity as quantities
from tui.quantity.hedge import says_estimated
from tui.quantity.interval import Value
from tui.quantity.number import Range
from tui.quantity.quantity import QuantityError
from tui.quantity.unit import Units
from tui.quantity.whole import Printed, read_printed
from tui.text.span import Span


class FigureLinker:
    """Makes figures of their entries; of one that does not hold, problems."""

    def __init__(self, references: References, units: Units) -> None:
        self.references, self.units = references, units
        self.locate, self.documents = references.locate, references.documents
        self.measures, self.entities = references.measures, references.entities
        self.drafted: list[tuple[str, Span]] = []
        """The numbers that drafts quote which are no figures yet, with their articles."""

    def figure(self, entry: schema.Figure) -> Figure | None:
        """The figure of an entry; None where it does not hold, or is a draft that is none yet."""
        if entry.measure is None or entry.subject is None:
            self._check_undecided(entry)
            return None
        measure = self.references.measure(entry, "measure", entry.measure)
        subject = self.references.entity(entry, "subject", entry.subject)
        material = self.references.entity(entry, "material", entry.material)
        claimant = self.references.entity(entry, "claimant", entry.claimant)
        read = [self._figure_source(entry, source) for source in entry.sources]
        known = (material or not entry.material) and (claimant or not entry.claimant)
        if measure is None or subject is None or not known or None in read:
            return None
        held = [pair for pair in read if pair]
        values = [value for _, value in held]
        for source, value in zip(entry.sources[1:], values[1:], strict=True):
            if value != values[0]:
                message = (
                    f"“{source.number}” is not the value of “{entry.sources[0].number}”; make it a figure of its own"
                )
                self.locate.report(source.mark("number"), "sources-disagree", message)
        if any(value != values[0] for value in values) or not self._period_holds(entry):
            return None
        return Figure(
            id=entry.id,
            mark=entry.mark(),
            draft=entry.draft,
            label=self._label(entry, measure, subject),
            measure=measure,
            subject=subject,
            material=material,
            scope=entry.scope,
            claimant=claimant,
            nature=entry.nature,
            condition=entry.condition,
            period=entry.period,
            value=values[0],
            written=entry.sources[0].number,
            decimals=entry.decimals,
            note=entry.note,
            sources=tuple(source for source, _ in held),
        )

    def _label(self, entry: schema.Figure, measure: str, subject_id: str) -> str:
        parts = [self.measures[measure].name]
        if entry.material:
            parts.append(self.entities[entry.material].name)
        subject = self.entities[subject_id]
        return ", ".join([*parts, subject.short or subject.name, *filter(None, [entry.scope])])

    def _check_undecided(self, entry: schema.Figure) -> None:
        """A draft without measure or subject: what it quotes is checked, and counts as captured."""
        gaps = [key for key in ("measure", "subject") if getattr(entry, key) is None]
        self.locate.report(entry.mark("id"), "draft", f"the draft {entry.id} still wants {' and '.join(gaps)}")
        for source in entry.sources:
            span = self.references.quote(source)
            if span:
                number = self.locate.words(source.mark("number"), source.article, source.number, span, "the quote")
                self.drafted += [(source.article, number)] if number else []

    def _figure_source(self, entry: schema.Figure, source: schema.FigureQuote) -> tuple[Source, Value] | None:
        span = self.references.quote(source)
        if span is None:
            return None
        mark = source.mark("number")
        number = self.locate.words(mark, source.article, source.number, span, "the quote")
        value = self._value(entry, source, number) if number else None
        via = [self.references.entity(source, "via", id, i) for i, id in enumerate(source.via)]
        said = self._said(entry, source, span)
        when = self.references.when(source, span)
        self._warn_of_absent(entry, source, span)
        unattributed = (source.said or entry.claimant) and not said
        if number is None or value is None or None in via or unattributed or (source.when and not when):
            return None
        held = Source(article=source.article, quote=span, when=when, number=number, said=said, via=tuple(source.via))
        return held, value

    def _value(self, entry: schema.Figure, source: schema.FigureQuote, number: Span) -> Value | None:
        measure = self.measures.get(entry.measure or "")
        if measure is None:
            return None
        mark = source.mark("number")
        text = self.documents[source.article].text
        try:
            unit = self.units.by_id[measure.unit]
            printed = read_printed(text, number, self.units, unit)
            quantity = printed.quantity
            # The rate may be printed behind the words.
            whole = quantities.read_at(text, number.start, self.units, unit) or quantity
            if whole.per and whole.per != measure.per:
                raise QuantityError(f"“{source.number}” is printed as a rate, and {measure.name} is none")
            if isinstance(quantity.number, Range) and (entry.bound or entry.decimals is not None):
                raise QuantityError(f"“{source.number}” is a range, which is exact; leave `bound` and `decimals` out")
            modifier, hedge = self._hedge(entry, printed)
            value = quantities.value_of(quantity, modifier, unit, entry.decimals, hedge)
        except QuantityError as error:
            self.locate.report(mark, "number", str(error))
            return None
        return value

    def _hedge(self, entry: schema.Figure, printed: Printed) -> tuple[str, str | None]:
        """The modifier of a number, and the words in the text that say so. Raises QuantityError if they are unclear."""
        if entry.bound:
            return entry.bound, None
        if printed.unclear:
            raise QuantityError(printed.unclear)
        # `nature: estimate` already records that the number is one; its digits keep their width.
        if printed.hedge is None or (entry.nature == "estimate" and says_estimated(printed.hedge[1])):
            return "=", None
        return printed.hedge

    def _said(self, entry: schema.Figure, source: schema.FigureQuote, claim: Span) -> Span | None:
        if source.said is None:
            if entry.claimant:
                message = f"the claim is given to {entry.claimant}, and nothing says so; give the words in `said`"
                self.locate.report(source.mark(), "unattributed", message)
            return None
        mark = source.mark("said")
        if not entry.claimant:
            self.locate.report(mark, "unattributed", "the words attribute it, and the figure has no `claimant`")
            return None
        said = self.locate.attribution(mark, source.article, source.said, claim)
        if said is None or entry.claimant not in self.entities:
            return None
        for name in (entry.claimant, *source.via):
            if name in self.entities and not self.references.named_in(name, source.article, said):
                message = (
                    f"the words “{source.said}” do not name {name}; quote those that do, or add the name to its aliases"
                )
                named = ", ".join(sorted(self.references.names_in(source.article, said)))
                self.locate.report(mark, "misattributed", message, named or None)
                return None
        return said

    def _period_holds(self, entry: schema.Figure) -> bool:
        if entry.period is None:
            return True
        holds = True
        for source in entry.sources:
            if source.when is None:
                message = f"nothing dates it to {entry.period}; give the words in `when`, or leave the period out"
                self.locate.report(source.mark(), "undated", message)
                holds = False
            else:
                holds = self.locate.dated(entry.mark("period"), entry.period, source.when) and holds
        return holds

    def _warn_of_absent(self, entry: schema.Figure, source: schema.FigureQuote, span: Span) -> None:
        """A subject or material that its paragraph never names is likely to be the wrong one."""
        _, column = self.documents[source.article].position(span.start)
        paragraph = Span(span.start - column + 1, span.end)
        for key, id in (("subject", entry.subject), ("material", entry.material)):
            if id in self.entities and not self.references.named_in(id or "", source.article, paragraph):
                message = (
                    f"{id} is not named in the paragraph of this source up to its end; is it the {key}? "
                    "Words that mean it go to its `mentions`"
                )
                self.locate.report(source.mark("quote"), "unnamed", message, severity="warning")
