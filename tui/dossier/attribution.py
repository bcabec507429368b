"""Verifies who is said to claim something: the words that attribute it must name the claimant."""

from tui.catalog import schema
from tui.dossier.diagnostics import Diagnostics
from tui.dossier.mentions import Mentions
from tui.dossier.references import References
from tui.text.span import Span


def link_attribution(
    claimant: str | None,
    source: schema.AttributedQuote,
    quote: Span,
    references: References,
    mentions: Mentions,
    diagnostics: Diagnostics,
    after: bool = False,
) -> Span | None:
    """The words that attribute a source's claim to a claimant; None if there are none, or if they do not name it.

    The words must also name everyone under `via`. With `after`, they may follow the quote in its paragraph. What is
    wrong is reported.
    """
    if source.said is None:
        if claimant:
            message = f"the claim is given to {claimant}, and nothing says so; give the words in `said`"
            diagnostics.report(source.mark(), "unattributed", message)
        return None
    mark = source.mark("said")
    if not claimant:
        kind = "figure" if isinstance(source, schema.FigureQuote) else "claim"
        diagnostics.report(mark, "unattributed", f"the words attribute it, and the {kind} has no `claimant`")
        return None
    said = references.texts.attribution(diagnostics, mark, source.article, source.said, quote, after)
    if said is None or claimant not in references.entities:
        return None
    for name in (claimant, *source.via):
        if name in references.entities and not mentions.is_named(name, source.article, said):
            message = (
                f"the words “{source.said}” do not name {name}; quote those that do, or add the name to its aliases"
            )
            named = ", ".join(sorted(mentions.named_in(source.article, said)))
            diagnostics.report(mark, "misattributed", message, named or None)
            return None
    return said
