"""Opening the web address of an article."""

from textual.app import App

from tui.app.model.workspace import Workspace
from tui.text.span import Span


def open_article(app: App[None], workspace: Workspace, article: str | None, words: Span | None = None) -> str:
    """Opens the address of an article in the browser, at some words. Returns why not, or an empty text."""
    from tui.view.citation import cite_words, web_url

    record = workspace.dossier.articles.get(article or "")
    if record is None or not record.url:
        return "This article has no web address in the catalog."
    url = web_url(record)
    if url is None:
        return f"Only http and https addresses are opened, not {record.url}"
    app.open_url(cite_words(record.id, words, workspace.dossier, "link") if words else url)
    return ""
