"""Linking figures: the number as printed and its value, who says it in which words, and when."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from tui.catalog import schema
from tui.dossier.records import Figure, Source
from tui.dossier.units import unit_of
from tui.linking.attribution import link_source
from tui.linking.claims import link_review
from tui.linking.dating import check_inferred, dating_words, is_printed
from tui.linking.link_context import LinkContext
from tui.numbers.number import Range
from tui.printed.hedge import says_estimated
from tui.printed.whole import Printed, read_printed
from tui.quantity import quantity as quantities
from tui.quantity.interval import Interval, Value
from tui.quantity.quantity import QuantityError
from tui.quantity.unit import Unit
from tui.text.listed import listed
from tui.text.span import Span


def link_figure(entry: schema.FigureEntry, context: LinkContext) -> Figure | None:
    """The figure of an entry that is decided; None where it does not hold."""
    measure = context.measure(entry, "measure")
    subject, material, claimant = (context.entity(entry, key) for key in ("subject", "material", "claimant"))
    read = [_source(entry, source, context) for source in entry.sources]
    known = (material or not entry.material) and (claimant or not entry.claimant)
    if measure is None or subject is None or not known or None in read:
        return None
    held = [pair for pair in read if pair]
    values = [value for _, value in held]
    agreed = [value.agrees_with(values[0]) for value in values]
    for source, agrees in zip(entry.sources, agreed, strict=True):
        if not agrees:
            message = f"“{source.number}” is not the value of “{entry.sources[0].number}”; make it a figure of its own"
            context.report(source.mark("number"), "sources-disagree", message)
    if not all(agreed) or not _period_holds(entry, [source for source, _ in held], context):
        return None
    dating = dating_words([source for source, _ in held], context)
    return Figure.of(
        entry,
        label=_label(entry, measure, subject, context),
        measure=measure,
        subject=subject,
        material=material,
        claimant=claimant,
        dated_by=dating[0].folded if dating else None,
        printed=dating[0].only_date if dating and not (entry.period or entry.resolved) else None,
        value=values[0],
        written=entry.sources[0].number,
        review=link_review(entry, context),
        sources=tuple(source for source, _ in held),
    )


def link_undecided(entry: schema.FigureEntry, context: LinkContext) -> list[tuple[str, Span]] | None:
    """The numbers that a draft quotes which is not a figure yet, with their articles; they count as captured."""
    gaps = [key for key in ("measure", "subject") if getattr(entry, key) is None]
    context.report(entry.mark("id"), "draft", f"the draft {entry.id} still needs {listed(gaps)}")
    numbers = []
    for source in entry.sources:
        quote = context.quote(source)
        number = quote and _number(source, quote, context)
        numbers += [(source.article, number)] if number else []
    return numbers or None


def _number(source: schema.FigureQuote, quote: Span, context: LinkContext) -> Span | None:
    return context.words(source.mark("number"), source.article, source.number, quote, "the quote")


def _label(entry: schema.FigureEntry, measure: str, subject_id: str, context: LinkContext) -> str:
    parts = [context.measures[measure].name]
    if entry.material:
        parts.append(context.entities[entry.material].name)
    subject = context.entities[subject_id]
    return ", ".join([*parts, subject.short or subject.name, *filter(None, [entry.scope])])


def _source(entry: schema.FigureEntry, source: schema.FigureQuote, context: LinkContext) -> tuple[Source, Value] | None:
    quote = context.quote(source)
    if quote is None:
        return None
    number = _number(source, quote, context)
    value = _value(entry, source, number, context) if number else None
    held = link_source(entry, source, quote, context, number)
    _warn_of_unnamed(entry, source, quote, context)
    return (held, value) if held and value else None


def _value(entry: schema.FigureEntry, source: schema.FigureQuote, number: Span, context: LinkContext) -> Value | None:
    measure = context.measures.get(entry.measure or "")
    if measure is None:
        return None
    try:
        unit = unit_of(measure, context.units)
        read = partial(_read, source.article, number, unit, measure, context)
        if entry.known != "value":
            return _without_value(entry, source, read)
        printed = read()
        quantity = printed.quantity
        # “Daily output” says the rate in its name.
        if quantity.per and not unit.per and quantity.per.is_said_in(measure.name):
            quantity = replace(quantity, per=None)
        if isinstance(quantity.number, Range) and (entry.bound or entry.decimals is not None):
            raise QuantityError(f"“{source.number}” is a range, which is exact; leave `bound` and `decimals` out")
        modifier, hedge = _hedge(entry, printed)
        return quantities.value_of(quantity, modifier, unit, entry.decimals, hedge)
    except QuantityError as error:
        context.report(source.mark("number"), "number", str(error))
        return None


def _read(article: str, number: Span, unit: Unit, measure: schema.MeasureEntry, context: LinkContext) -> Printed:
    """The number as the text prints it. Raises QuantityError if it cannot be read."""
    units = context.units.in_currency(context.articles[article].currency)
    text = context.documents[article].text
    return read_printed(text, number, units, unit, context.language(article), measure.changes)


def _without_value(entry: schema.FigureEntry, source: schema.FigureQuote, read: Callable[[], Printed]) -> Value:
    """The value where the text says that it is none or unknown. Raises QuantityError if its words can be `read`."""
    if entry.bound or entry.decimals is not None:
        raise QuantityError(f"`known: {entry.known}` gives no number; leave `bound` and `decimals` out")
    try:
        read()
    except QuantityError:
        if entry.known == "unknown":
            return Value("=", None, Interval(None, None, False, False))
        return Value("=", Decimal(0), Interval(Decimal(0), Decimal(0), True, True))
    raise QuantityError(f"“{source.number}” is a number; leave `known: {entry.known}` out")


def _hedge(entry: schema.FigureEntry, printed: Printed) -> tuple[str, str | None]:
    """The modifier of a number, and the words in the text that say so. Raises QuantityError if they are unclear."""
    if entry.bound:
        return entry.bound, None
    if printed.unclear:
        raise QuantityError(printed.unclear)
    # `nature: estimate` already records that the number is an estimate, so it is rounded as printed.
    if printed.hedge is None or (entry.nature == "estimate" and says_estimated(printed.hedge[1])):
        return "=", None
    return printed.hedge


def _period_holds(entry: schema.FigureEntry, sources: Sequence[Source], context: LinkContext) -> bool:
    holds = check_inferred(entry.resolved, dating_words(sources, context), entry.mark("resolved"), context)
    for source, held in zip(entry.sources, sources, strict=True):
        if entry.period is None:
            continue
        if dating := dating_words([held], context):
            holds = is_printed(entry.period, dating, entry.mark("period"), context) and holds
        else:
            message = f"nothing dates it to {entry.period}; give the words in `when`, or infer it in `resolved`"
            context.report(source.mark(), "undated", message)
            holds = False
    return holds


def _warn_of_unnamed(entry: schema.FigureEntry, source: schema.FigureQuote, span: Span, context: LinkContext) -> None:
    """A subject or material that its paragraph never names is likely to be the wrong one.

    The paragraph need not name what its whole article is about.
    """
    paragraph = context.documents[source.article].lines_around(span)
    for key in ("subject", "material"):
        id = getattr(entry, key)
        is_known = id in context.entities and id != context.articles[source.article].about
        if is_known and not context.mentions.is_named(id, source.article, paragraph):
            message = (
                f"{id} is not named in the paragraph of this source; is it the {key}? "
                "Words that mean it go to its `mentions`"
            )
            context.warn(source.mark("quote"), "unnamed", message)
