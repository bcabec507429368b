"""How the panes are arranged: which of them fit, which borders can be moved, and which sizes the user chose."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from textual.geometry import Size

from tui.app.model.place import FIGURES

Axis = Literal["width", "height"]


class Divider(NamedTuple):
    """A border that can be moved, between a pane with a size and another that takes the rest."""

    sized: str
    other: str
    axis: Axis

    @property
    def name(self) -> str:
        """The name under which the size is saved."""
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


WIDE = 168
"""Columns from which there is room for Details beside lists and a text in its measure."""


TEXT_WIDTH = 82
"""Columns of the pane of a text in its measure."""

LEAST_TEXT_WIDTH = 76
"""Columns of the pane of a text, with Details below it, before lists get more than they need: 70 for its words."""

DETAILS_WIDTH = 68
"""Columns of Details at most, unless the user wants more."""

DETAILS_HEIGHT = 14
"""Rows of Details below the text at most, unless the user wants more."""

LISTS_WIDTH = 60
"""Columns of lists at most, unless the user wants more."""


def is_narrow(size: Size) -> bool:
    """Whether a terminal is too small for panes side by side."""
    return size.width < 100 or size.height < 24


def is_tiny(size: Size) -> bool:
    """Whether a terminal is too small for more than one pane."""
    return size.width < 60 or size.height < 16


def is_wide(size: Size) -> bool:
    """Whether a terminal has room for a text in its measure beside other panes."""
    return size.width >= WIDE and not is_narrow(size)


def default_size(divider: Divider, size: Size) -> int | None:
    """Columns or rows of a pane that has not been resized; None where the style sheet decides.

    The text has its measure before Details gets any column, and Details no more than its rows can use. What the text
    leaves is for the lists, or for lists and Details in equal shares.
    """
    if size.width >= WIDE:
        lists = min((size.width - TEXT_WIDTH) // 2, LISTS_WIDTH)
    else:
        lists = min(max(size.width - LEAST_TEXT_WIDTH, 36), LISTS_WIDTH)
    if divider.sized == "lists":
        return lists
    if divider.sized == "details" and divider.axis == "width":
        return min(size.width - lists - TEXT_WIDTH, DETAILS_WIDTH)
    if divider.sized == "details":
        return min(size.height * 2 // 5, DETAILS_HEIGHT)
    return None


@dataclass
class Arrangement:
    """What the user changed about the panes. It applies to terminals of every size, and survives reloads."""

    sizes: dict[str, int] = field(default_factory=dict)
    """The cells of panes, by the names of their dividers. The style sheet limits them."""
    orders: dict[str, int] = field(default_factory=dict)
    """The index of the order of each list."""
    tab: str = FIGURES
    """The list that the pane of the figures shows, if the dossier has records for it."""
    filters: dict[str, str] = field(default_factory=dict)
    """The queries of the lists that are filtered, by pane; `timeline` has that of the timeline."""
    tops: dict[str, int] = field(default_factory=dict)
    """How many rows each list was scrolled down, by pane."""
    zoomed: bool = False
    """Whether only the focused pane is shown."""

    def classes(self, size: Size) -> dict[str, bool]:
        """The classes that tell the style sheet which panes fit, and whether each is set."""
        narrow, tiny = is_narrow(size), is_tiny(size)
        return {
            "wide": is_wide(size),
            "narrow": narrow,
            "single": narrow or self.zoomed,
            "peek": narrow and not tiny and not self.zoomed,
        }

    def alone(self, size: Size) -> bool:
        """Whether only the focused pane is shown in a terminal of a size."""
        classes = self.classes(size)
        return classes["single"] and not classes["peek"]

    def dividers(self, size: Size) -> tuple[Divider, ...]:
        """The borders that can be moved in a terminal of a size, the innermost first."""
        classes = self.classes(size)
        if classes["single"]:
            return ()
        return _COLUMNS if classes["wide"] else _STACKED
