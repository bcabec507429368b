"""Makes drafts of records from words of the text, for the clipboard or the catalog."""

import os

from textual.app import App

from tui.app.model.workspace import Workspace
from tui.app.widgets.reader import Reader
from tui.catalog.problem import START, Mark
from tui.curate.editor import editor_command, why_no_editor
from tui.curate.insert import InsertError, insert
from tui.curate.suggest import draft_of
from tui.curate.yaml import Value, lines
from tui.quantity.quantity import QuantityError


def copy_draft(app: App[None], workspace: Workspace, reader: Reader) -> str:
    """Copies a draft as YAML to the clipboard, and returns a message. Raises InsertError if no draft can be made."""
    listing, draft = _drafted(workspace, reader)
    app.copy_to_clipboard("\n".join(lines([draft], 2)) + "\n")
    return f"Copied a draft for `{listing}`; press e to open the catalog."


def insert_draft(workspace: Workspace, reader: Reader) -> Mark:
    """Writes a draft into the catalog, and returns its place there. Raises InsertError if that is impossible."""
    # A draft has to be completed in an editor.
    if editor_command(os.environ, workspace.dossier.catalog, START) is None:
        raise InsertError(why_no_editor(os.environ))
    return insert(workspace.dossier.catalog, *_drafted(workspace, reader))


def _drafted(workspace: Workspace, reader: Reader) -> tuple[str, dict[str, Value]]:
    """The list of the catalog and the draft for it: a figure if the words contain a number, else an entity."""
    span = reader.draft_span
    words = reader.document[span] if span and reader.document else ""
    if span is None or reader.article is None or not any(map(str.isalnum, words)):
        raise InsertError("Find or select the words first; u marks what is left out.")
    try:
        return draft_of(workspace.dossier, reader.article, span)
    except QuantityError as error:
        raise InsertError(f"This number cannot be recorded: {error}.") from None
