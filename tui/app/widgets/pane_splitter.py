"""The panes, and the borders between them, which the user moves by keys and mouse."""

from textual import events
from textual.containers import Container
from textual.geometry import Region, Size
from textual.widget import Widget

from tui.app.rendering.arrangement import DIVIDERS, Arrangement, Axis, Divider, default_size


class PaneSplitter(Container):
    """Holds the panes, in the sizes that the user gave them. All else about their layout is in the style sheet."""

    def __init__(self, arrangement: Arrangement, id: str) -> None:
        super().__init__(id=id)
        self._arrangement = arrangement
        self._dividers: tuple[Divider, ...] = ()
        self._window_size = Size(0, 0)
        self._dragged: tuple[Divider, int] | None = None
        """The divider that is dragged, and how many cells the mouse is off it."""
        self._moved = False
        """Whether the mouse has moved a divider since it was pressed."""

    def lay_out(self, size: Size) -> None:
        """Sizes the panes for a terminal of a size."""
        self._dividers, self._window_size = self._arrangement.dividers(size), size
        for divider in DIVIDERS.values():
            self._resize_pane(divider)

    def _resize_pane(self, divider: Divider) -> None:
        chosen = self._arrangement.sizes.get(divider.name) if divider in self._dividers else None
        cells = default_size(divider, self._window_size) if divider in self._dividers and chosen is None else chosen
        pane = self._pane(divider.sized)
        if cells is not None or pane.styles.inline.has_rule(divider.axis):
            setattr(pane.styles, divider.axis, cells)
        pane.set_class(chosen is not None, f"-set-{divider.axis}")

    def _pane(self, id: str) -> Widget:
        return self.query_one(f"#{id}")

    def grow(self, pane: Widget, axis: Axis, by: int) -> bool:
        """Makes a pane larger, or smaller if negative. Returns False if no border beside it can be moved."""
        around = {node.id for node in pane.ancestors_with_self}
        for divider in self._dividers:
            if divider.axis == axis and (divider.sized in around or divider.other in around):
                start, end = _extent(self._pane(divider.sized).region, axis)
                self._move_to(divider, end - start + (by if divider.sized in around else -by))
                return True
        return False

    def reset(self, *dividers: Divider) -> None:
        """Moves borders back to where the style sheet has them: some, or all of them if none is given."""
        for divider in dividers or DIVIDERS.values():
            self._arrangement.sizes.pop(divider.name, None)
            self._resize_pane(divider)

    def _move_to(self, divider: Divider, cells: int) -> None:
        self._arrangement.sizes[divider.name] = max(cells, 1)
        self._resize_pane(divider)

    # The mouse

    def divider_at(self, x: int, y: int) -> Divider | None:
        """The divider at a cell of the screen, which may be on either of the two borders that touch there."""
        for divider in self._dividers:
            sized, _, second = self._around(divider)
            across, along = (x, y) if divider.axis == "width" else (y, x)
            first, last = _extent(sized, "height" if divider.axis == "width" else "width")
            if across in (second - 1, second) and first <= along < last:
                return divider
        return None

    def _around(self, divider: Divider) -> tuple[Region, Region, int]:
        """The regions of a divider's two panes, and where the second of them starts."""
        sized, other = self._pane(divider.sized).region, self._pane(divider.other).region
        return sized, other, max(_extent(sized, divider.axis)[0], _extent(other, divider.axis)[0])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        divider = self.divider_at(event.screen_x, event.screen_y)
        if divider is not None:
            self._dragged = divider, _mouse_position(event, divider.axis) - self._around(divider)[2]
            self._moved = False
            self.screen.clear_selection()
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragged is not None:
            divider, beside = self._dragged
            sized, _, second = self._around(divider)
            start, end = _extent(sized, divider.axis)
            to = _mouse_position(event, divider.axis) - beside
            self._moved |= to != second
            self._move_to(divider, end - to if start == second else to - start)

    def on_mouse_up(self) -> None:
        if self._dragged is not None:
            self._dragged = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        if self._moved:
            # What the mouse was dragged by is not clicked.
            event.stop()
            return
        divider = self.divider_at(event.screen_x, event.screen_y)
        if divider is not None and event.chain == 2:
            self.reset(divider)


def _extent(region: Region, axis: Axis) -> tuple[int, int]:
    return (region.x, region.right) if axis == "width" else (region.y, region.bottom)


def _mouse_position(event: events.MouseEvent, axis: Axis) -> int:
    return event.screen_x if axis == "width" else event.screen_y
