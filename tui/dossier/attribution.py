"""Verifies who is said to claim something: the words that attribute it must name the claimant."""

import re
from collections.abc import Sequence

from tui.catalog import schema
from tui.dossier.link_context import LinkContext
from tui.dossier.records import Source
from tui.text.span import Span

_HEARSAY = re.compile(
    r"(?<![^\W_])(?:reportedly|allegedly|purportedly|angeblich|prétendument|supuestamente|presuntamente|supostamente"
    r"|alegadamente|naar\s+verluidt|якобы|нібито)(?![^\W_])",
    re.IGNORECASE,
)
"""Words by which a text says that it only has something from others."""


AttributedEntry = schema.ClaimEntry | schema.RelationEntry | schema.EventEntry


def link_sources(entry: AttributedEntry, context: LinkContext) -> tuple[Source, ...]:
    """The sources of a claim, relation or event, or none at all where one of them does not hold."""
    held = [_source(entry.claimant, source, context) for source in entry.sources]
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


def _source(claimant: str | None, source: schema.AttributedQuote, context: LinkContext) -> Source | None:
    quote = context.quote(source)
    if quote is None:
        return None
    via = context.entity_list(source, "via")
    # Statements are often quoted first, and the speaker is named in the next sentence.
    said = link_attribution(claimant, source, quote, context, after=True)
    when = context.when(source, quote)
    if None in via or ((source.said or claimant) and not said) or (source.when and not when):
        return None
    return Source(article=source.article, quote=quote, when=when, said=said, via=tuple(source.via))


def link_attribution(
    claimant: str | None, source: schema.AttributedQuote, quote: Span, context: LinkContext, after: bool = False
) -> Span | None:
    """The words that attribute a source's claim to a claimant; None if there are none, or if they do not name it.

    The words must also name everyone under `via`. With `after`, they may follow the quote in its paragraph. What is
    wrong is reported.
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
    return said
