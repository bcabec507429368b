"""Makes drafts of records from words of the text."""

from collections.abc import Callable
from typing import TypeVar

from textual.app import App

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import TEXT
from tui.app.model.workspace import Workspace
from tui.app.widgets.reader import Reader
from tui.curate.drafts import Suggestion
from tui.curate.insert import InsertError
from tui.curate.suggest import chosen_draft, draft_of
from tui.curate.yaml import lines
from tui.dossier.dossier import Dossier
from tui.quantity.quantity import QuantityError
from tui.text.span import Span

_R = TypeVar("_R")


def copy_draft(app: App[None], workspace: Workspace, reader: Reader) -> str:
    """Copies a draft as YAML to the clipboard, and returns a message. Raises InsertError if no draft can be made."""
    listing, entry = _drafted(draft_of, app, workspace, reader)
    app.copy_to_clipboard("\n".join(lines([entry], 2)) + "\n")
    return f"Copied a draft for `{listing}`; press {action_keys(app).first_key('edit', TEXT)} to open the catalog."


def chosen(app: App[None], workspace: Workspace, reader: Reader) -> tuple[Suggestion, Span]:
    """A draft of the words that are chosen in the text, and the words to quote. Raises InsertError if there is none."""
    return _drafted(chosen_draft, app, workspace, reader)


def _drafted(draft: Callable[[Dossier, str, Span], _R], app: App[None], workspace: Workspace, reader: Reader) -> _R:
    """What a function makes of the words that are chosen in the text."""
    span = reader.draft_span
    words = reader.document[span] if span and reader.document else ""
    if span is None or reader.article is None or not any(map(str.isalnum, words)):
        mark = action_keys(app).first_key("uncaptured", TEXT)
        raise InsertError(f"Select words first, or press {mark} to mark what the catalog leaves out.")
    try:
        return draft(workspace.dossier, reader.article, span)
    except QuantityError as error:
        raise InsertError(f"This number cannot be recorded: {error}.") from None
