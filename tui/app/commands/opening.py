"""Opening the web address of an article."""

from textual.app import App

from tui.app.model.workspace import Workspace


def open_article(app: App[None], workspace: Workspace, article: str | None) -> str:
    """Opens the address of an article in the browser. Returns why it is not opened, or an empty text."""
    from tui.view.citation import web_url

    record = workspace.dossier.articles.get(article or "")
    if record is None or not record.url:
        return "This article has no URL in the catalog."
    url = web_url(record)
    if url is None:
        return f"Only http and https addresses are opened, not {record.url}"
    app.open_url(url)
    return ""
