"""A field for a query."""

from textual import events
from textual.widgets import Input


class QueryField(Input):
    """A field of one line. What is pasted into it keeps all its lines, with spaces between them."""

    def on_paste(self, event: events.Paste) -> None:
        lines = event.text.split()
        if len(event.text.splitlines()) > 1:
            # Textual would take the first line alone.
            event.prevent_default()
            event.stop()
            self.insert_text_at_cursor(" ".join(lines))
