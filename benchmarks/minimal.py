"""A minimal Textual app of the same shape, to compare with: header, field, list, footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, OptionList


class Minimal(App[None]):
    """Shows five options, and an input field."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input()
        yield OptionList(*[f"article {i}" for i in range(5)])
        yield Footer()


if __name__ == "__main__":
    Minimal().run()
