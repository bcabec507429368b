"""Verifies who is said to claim something: the words that attribute it must name the claimant."""

import re
from collections.abc import Sequence

from tui.catalog import schema
from tui.dossier.link_context import LinkContext
from tui.dossier.records import Source
from tui.items.denial import OTHERS, denial
from tui.items.speech import speech_in
from tui.quantity.language import ENGLISH, code_of
from tui.text.span import Span

_HEARSAY = re.compile(
    r"(?<![^\W_])(?:reportedly|allegedly|purportedly|angeblich|prétendument|supuestamente|presuntamente|supostamente"
    r"|alegadamente|naar\s+verluidt|якобы|нібито)(?![^\W_])",
    re.IGNORECASE,
)
"""Words by which a text says that it only has something from others."""


_APART = re.compile(
    r"(?<![^\W_])(?:unlike|contrary\s+to(?:\s+what)?|neither|nor|not|told|accus(?:es?|ed)|(?:speaking|talking)\s+to|except|if"
    r"|instead\s+of|rather\s+than|anders\s+als|entgegen|im\s+gegensatz\s+zu|contrairement\s+à|a\s+diferencia\s+de"
    r"|diversamente\s+da|ao\s+contrário\s+de|in\s+tegenstelling\s+tot|в\s+отличие\s+от|на\s+відміну\s+від)\s+"
    r"(?:(?:the|der|die|das|dem|den|le|la|les|el|los|las|il|o|a|de|het)\s+)?\Z",
    re.IGNORECASE,
)
"""What comes before the name of somebody who does not say what is said."""

_ASKS = re.compile(r"(?:\s+(?:whether|if|si|se)|,\s+ob)(?![^\W_])", re.IGNORECASE)
"""What is asked, and not said. After a comma, a clause may begin with the same words: según Alfa, se vendieron."""
_THAT = re.compile(r",?\s+(?:that|dass|daß|que|che|dat|что|що)\s+\Z")
_NEAR = 40
"""Characters before words in which others may deny or contrast them."""


AttributedEntry = schema.ClaimEntry | schema.RelationEntry | schema.EventEntry


def link_sources(entry: AttributedEntry, context: LinkContext) -> tuple[Source, ...]:
    """The sources of a claim, relation or event, or none at all where one of them does not hold."""
    quoted = ((source, context.quote(source)) for source in entry.sources)
    held = [quote and link_source(entry, source, quote, context) for source, quote in quoted]
    if not all(held):
        return ()
    sources = tuple(source for source in held if source)
    _check_hearsay(entry, sources, context)
    return sources


def _check_hearsay(entry: AttributedEntry, sources: Sequence[Source], context: LinkContext) -> None:
    """Warns of a statement that its texts only report, and the catalog states."""
    if entry.modality != "states":
        return
    for given, source in zip(entry.sources, sources, strict=True):
        document = context.documents[source.article]
        spans = [source.quote, *filter(None, [source.said])]
        found = next((match for span in spans if (match := _HEARSAY.search(document.text, *span))), None)
        if found:
            message = f"the text says “{found[0]}”, and the catalog states it; give `modality: reportedly`"
            context.warn(given.mark(), "modality", message)


def link_source(
    entry: AttributedEntry | schema.FigureEntry,
    source: schema.AttributedQuote,
    quote: Span,
    context: LinkContext,
    number: Span | None = None,
) -> Source | None:
    """A source at its quote, with who says so, who passes it on, and when; None where one of these does not hold.

    `number` is the number that a figure quotes there.
    """
    via = context.entity_list(source, "via")
    modality = None if isinstance(entry, schema.FigureEntry) else entry.modality
    # Statements are often quoted first, and the speaker is named in the next sentence.
    after = modality is not None
    said = _attribution(entry.claimant, source, quote, context, after, denies=modality == "denies")
    when = context.when(source, quote)
    if None in via or ((source.said or entry.claimant) and not said) or (source.when and not when):
        return None
    return Source(article=source.article, quote=quote, when=when, number=number, said=said, via=tuple(source.via))


def _attribution(
    claimant: str | None,
    source: schema.AttributedQuote,
    quote: Span,
    context: LinkContext,
    after: bool,
    denies: bool,
) -> Span | None:
    """The words that attribute a source's claim to a claimant; None if there are none, or if they do not name it.

    The words must also name everyone under `via`. With `after`, they may follow the quote in its paragraph;
    with `denies`, the claimant denies it. What is wrong is reported.
    """
    if source.said is None:
        if claimant:
            message = f"it is given to {claimant}, and nothing says so; give the words in `said`"
            context.report(source.mark(), "unattributed", message)
        return None
    mark = source.mark("said")
    if not claimant:
        context.report(mark, "unattributed", "the words attribute it, and `claimant` is empty")
        return None
    said = context.near(mark, source.article, source.said, quote, after)
    if said is None or claimant not in context.entities:
        return None
    for name in (claimant, *source.via):
        if name in context.entities and not context.mentions.is_named(name, source.article, said):
            message = (
                f"the words “{source.said}” do not name {name}; quote those that do, or add the name to its aliases"
            )
            named = ", ".join(sorted(context.mentions.named_in(source.article, said)))
            context.report(mark, "misattributed", message, named or None)
            return None
    if reason := _not_said(claimant, source, said, quote, context, denies):
        context.warn(mark, "attribution", f"{reason}; is {claimant} the one who says it?")
    return said


def _not_said(
    claimant: str, source: schema.AttributedQuote, said: Span, quote: Span, context: LinkContext, denies: bool
) -> str | None:
    """Why words that name a claimant may not say that it says what is quoted; None if nothing speaks against it."""
    text, language = context.documents[source.article].text, context.language(source.article)
    mentions = context.mentions.each(source.article, said)
    name = next(span for span, id in mentions if id == claimant)
    if apart := _APART.search(text, max(name.start - _NEAR, 0), name.start):
        return f"“{apart[0].strip()}” comes before its name"
    if others := OTHERS.match(text, name.end):
        return f"“{others[0]}” follows its name"
    if (asks := _ASKS.match(text, said.end)) and said.end <= quote.start:
        return f"“{asks[0].strip()}” follows the words"
    words = denial(language.tag if language else ENGLISH)
    before = words.finditer(text, max(said.start - _NEAR, 0), said.start)
    denied = words.search(text, *said) or next(
        (each for each in before if _THAT.fullmatch(text, each.end(), said.start)), None
    )
    if denied and not denies:
        return f"“{denied[0]}” denies it"
    speech, passing_on = speech_in(code_of(language)), {*source.via, context.articles[source.article].publisher}
    speaking = {
        id
        for span, id in mentions
        if (found := speech.of(text, span, said)) and found.certain and not text.startswith(("’s", "'s"), span.end)
    }
    other = min(speaking - passing_on, default=None) if claimant not in speaking else None
    return f"the words say that {other} says it" if other else None
