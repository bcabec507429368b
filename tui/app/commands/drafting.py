"""Makes drafts of records from words of the text."""

from textual.app import App

from tui.app.model.workspace import Workspace
from tui.app.widgets.reader import Reader
from tui.curate.drafts import Suggestion, apart, entry_of, ids_of
from tui.curate.insert import InsertError
from tui.curate.quoting import Quoter
from tui.curate.suggest import chosen_draft
from tui.curate.yaml import lines
from tui.quantity.quantity import QuantityError
from tui.text.span import Span


def copy_draft(app: App[None], workspace: Workspace, reader: Reader) -> str:
    """Copies a draft as YAML to the clipboard, and returns a message. Raises InsertError if no draft can be made."""
    draft, quote = chosen(workspace, reader)
    dossier = workspace.dossier
    quoters = {draft.article: Quoter(dossier.documents[draft.article])}
    entry = entry_of(draft, quoters, ids_of(dossier), apart(dossier, draft.article), quote)
    app.copy_to_clipboard("\n".join(lines([entry], 2)) + "\n")
    return f"Copied a draft for `{draft.listing}`; press e to open the catalog."


def chosen(workspace: Workspace, reader: Reader) -> tuple[Suggestion, Span]:
    """A draft of the words that are chosen in the text, and the words to quote. Raises InsertError if there is none."""
    span = reader.draft_span
    words = reader.document[span] if span and reader.document else ""
    if span is None or reader.article is None or not any(map(str.isalnum, words)):
        raise InsertError("Find or select the words first; u marks what is left out.")
    try:
        return chosen_draft(workspace.dossier, reader.article, span)
    except QuantityError as error:
        raise InsertError(f"This number cannot be recorded: {error}.") from None
