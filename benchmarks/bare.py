"""The plainest Textual app of the same shape, to measure against: header, field, list, footer."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Input, OptionList


class Bare(App[None]):
    """Shows five options, and echoes what is typed."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield Input()
        yield OptionList(*[f"article {i}" for i in range(5)])
        yield Footer()


if __name__ == "__main__":
    Bare().run()
