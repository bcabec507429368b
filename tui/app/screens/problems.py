"""The problems of the catalog."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from tui.app.commands.actions import PROBLEMS, bindings
from tui.app.rendering.rows import Row, wrapped_rows
from tui.app.screens.box import BoxScreen
from tui.catalog.problem import Mark, Problem
from tui.text.safe import visible
from tui.view.styled_text import StyledText


class ProblemsScreen(BoxScreen[Mark]):
    """Lists problems; closes with the place in the catalog to edit."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROBLEMS)]
    where = PROBLEMS
    first = "0"

    def __init__(self, problems: tuple[Problem, ...], catalog: Path) -> None:
        """`catalog` is the file that is opened: of problems in others, the file is shown."""
        super().__init__("Problems", "Enter edit · Esc close")
        self._problems, self._catalog = problems, catalog

    def lines(self, width: int) -> Sequence[Row]:
        return [row for number, problem in enumerate(self._problems) for row in self._rows(str(number), problem, width)]

    def _rows(self, target: str, problem: Problem, width: int) -> Iterator[Row]:
        hint = f"; nearest: {problem.hint}" if problem.hint else ""
        file, line, column = problem.mark
        # The mark of a file that cannot be read is an absolute path.
        where = "" if self._catalog.parent / file == self._catalog else f"{visible(file)}:"
        place = StyledText(f"{where}{line}:{column} ", "dim")
        style = problem.severity if problem.severity != "note" else "dim"
        words = StyledText(visible(problem.message + hint))
        return wrapped_rows([place, StyledText(f"{problem.severity} ", style), words], width, target)

    def chosen(self, target: str) -> Mark:
        return self._problems[int(target)].mark
