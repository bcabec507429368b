"""Jump letters: each highlight on screen is covered by a letter or two; typing them goes there."""

from collections.abc import Iterable
from itertools import chain, islice, product
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.screen import ModalScreen

from tui.app.commands.actions import JUMP, bindings
from tui.app.screens.base import LodeScreen
from tui.app.widgets.bars import Keys
from tui.app.widgets.reader import Reader
from tui.dossier.occurrence import Occurrence
from tui.view.styled_text import StyledText

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters of labels, the keys of the home row first."""


def labels(count: int) -> list[str]:
    """Labels for a number of highlights, all of one length: single letters while they suffice, else pairs."""
    return list(map("".join, islice(product(LETTERS, repeat=1 if count <= len(LETTERS) else 2), count)))


def places(wanted: Iterable[Offset], length: int, width: int) -> list[Offset]:
    """Where labels of a length begin: at the wanted cells, or where others cover those, at the next free ones."""
    taken: set[Offset] = set()
    found = []
    for x, y in wanted:
        for start in chain(range(x, width - length + 1), range(min(x, width - length), -1, -1)):
            cells = {Offset(start + i, y) for i in range(length)}
            if not cells & taken:
                taken |= cells
                found.append(Offset(start, y))
                break
    return found


class JumpScreen(ModalScreen[Occurrence | None], LodeScreen[Occurrence | None]):
    """Closes with the highlight whose letters were typed, or with None at any other key."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(JUMP)]

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self._reader = reader
        self._typed = ""
        on_screen = reader.visible_occurrences()
        names = labels(len(on_screen))
        starts = places((cell for cell, _ in on_screen), len(names[0]), reader.text_width) if names else []
        self._labels = {
            name: (start, highlight) for name, start, (_, highlight) in zip(names, starts, on_screen, strict=False)
        }

    def compose(self) -> ComposeResult:
        yield Keys(id="keys")

    def on_mount(self) -> None:
        self._opened_at = self.app.size
        keys = self.query_one(Keys)
        keys.show_keys(JUMP, "cancel")
        keys.left = (StyledText("Type the letters of a highlight to go there."),)
        self._show()
        # The reader drops the letters when other text is below them.
        self.watch(self._reader, "jump_labels", self._close_if_dropped, init=False)

    def _close_if_dropped(self, letters: dict[Offset, str]) -> None:
        if not letters:
            self._close(None)

    def _show(self) -> None:
        """Shows the rest of the labels that begin with what was typed."""
        typed = len(self._typed)
        self._reader.jump_labels = {
            start: name[typed:] for name, (start, _) in self._labels.items() if name.startswith(self._typed)
        }

    def on_key(self, event: events.Key) -> None:
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        self._typed += event.character or event.key
        if self._typed in self._labels:
            self._close(self._labels[self._typed][1])
        elif any(name.startswith(self._typed) for name in self._labels):
            self._show()
        else:
            self._close(None)
            if event.character and event.character in LETTERS:
                self.show_message_on_top(f"No highlight has “{self._typed}”.")

    def on_click(self) -> None:
        self._close(None)

    def on_resize(self, event: events.Resize) -> None:
        # Other text is below the letters now.
        if event.size != self._opened_at:
            self._close(None)

    def action_leave(self) -> None:
        self._close(None)

    def _close(self, chosen: Occurrence | None) -> None:
        self.dismiss(chosen)
        self._reader.jump_labels = {}
