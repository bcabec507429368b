"""How the panes stand side by side: which of them fit, which borders between them can be moved, and what was moved."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from textual.geometry import Size

Axis = Literal["width", "height"]


class Divider(NamedTuple):
    """A border that can be moved, between a pane that has a size and another that takes what is left."""

    sized: str
    other: str
    axis: Axis

    @property
    def name(self) -> str:
        """What the size is kept under."""
        return f"{self.sized} {self.axis}"


_IN_LISTS = (
    Divider("lists", "main", "width"),
    Divider("figures-pane", "entities-pane", "height"),
    Divider("articles-pane", "entities-pane", "height"),
)
_COLUMNS = (Divider("details", "text", "width"), *_IN_LISTS)
_STACKED = (Divider("details", "text", "height"), *_IN_LISTS)

DIVIDERS = {divider.name: divider for divider in (*_COLUMNS, *_STACKED)}
"""All dividers by their names."""


def is_narrow(size: Size) -> bool:
    """Whether a terminal has no room for what belongs side by side."""
    return size.width < 100 or size.height < 24


def is_tiny(size: Size) -> bool:
    """Whether a terminal has room for one thing only."""
    return size.width < 60 or size.height < 16


@dataclass
class Arrangement:
    """What a person made of the panes; it holds in terminals of every size and through reloads."""

    sizes: dict[str, int] = field(default_factory=dict)
    """The cells that were given to panes, by the names of their dividers. The style sheet keeps them in bounds."""
    orders: dict[str, int] = field(default_factory=dict)
    """Which of its orders each list is in."""
    zoomed: bool = False
    """Whether the focused pane stands alone."""

    def classes(self, size: Size) -> dict[str, bool]:
        """What the style sheet is told of a terminal's size: which panes fit beside each other."""
        narrow, tiny = is_narrow(size), is_tiny(size)
        return {
            "wide": size.width >= 150 and not narrow,
            "narrow": narrow,
            "single": narrow or self.zoomed,
            "peek": narrow and not tiny and not self.zoomed,
        }

    def alone(self, size: Size) -> bool:
        """Whether nothing stands beside or below the focused pane."""
        classes = self.classes(size)
        return classes["single"] and not classes["peek"]

    def dividers(self, size: Size) -> tuple[Divider, ...]:
        """The borders that can be moved in a terminal of a size, the innermost first."""
        classes = self.classes(size)
        if classes["single"]:
            return ()
        return _COLUMNS if classes["wide"] else _STACKED
