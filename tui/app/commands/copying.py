"""Copies citations of a place to the clipboard."""

from textual.app import App

from tui.app.commands.action_keys import action_keys
from tui.app.commands.actions import COPY, TEXT
from tui.app.model.place import Place
from tui.app.model.workspace import Workspace
from tui.app.settings.remembered import first_time
from tui.dossier.records import Record
from tui.text.safe import visible
from tui.view.citation import CitationError, cite, cite_words
from tui.view.excerpt import LONGEST

ID = "id"
"""The form that is not a citation, but an argument for `lode show` and `lode open --at`."""


def in_form(form: str, workspace: Workspace, place: Place) -> str:
    """The citation of a place in a form. Raises CitationError if there is none."""
    occurrence = workspace.occurrence_at(place)
    record: Record | None = workspace.dossier.get(place.record)
    if form == ID and record is None and occurrence:
        document = workspace.dossier.documents[occurrence.article]
        line, column = document.position(occurrence.span.start)
        return f"{document.file}:{line}:{column}"
    if occurrence and record is None:
        # Selected words are cited as they are, and others with their sentence.
        document, words = workspace.dossier.documents[occurrence.article], occurrence.span
        if occurrence.role != "selection":
            words = document.part(document.sentence_around(occurrence.quote), words, LONGEST)
        return cite_words(occurrence.article, words, workspace.dossier, form)
    if record is None:
        raise CitationError("Nothing to cite here.")
    return record.id if form == ID else cite(record, workspace.dossier, form, occurrence)


def send(app: App[None], form: str, workspace: Workspace, place: Place) -> tuple[str, str]:
    """Copies the citation of a place to the clipboard. Returns a message, and a hint for the user or an empty text."""
    try:
        text = in_form(form, workspace, place)
    except CitationError as error:
        return str(error), ""
    app.copy_to_clipboard(text)
    workspace.form = form
    shown = " ".join(visible(text).split())
    if not first_time("copy"):
        return f"Copied: {shown}", ""
    keys = action_keys(app)
    show = f"{keys.first_key('copy-as', TEXT)} {keys.first_key('copy-show', COPY)}"
    return f"Copied: {shown}", f"Cannot paste it? {show} shows it to select."
