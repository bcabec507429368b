"""The catalog's problems, each a way to its line in the editor."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.screen import ModalScreen

from tui.app.actions import PROBLEMS, bindings
from tui.app.ink import Ink
from tui.app.widgets.rows import Row, Rows
from tui.catalog.problem import Mark, Problem
from tui.text.safe import visible
from tui.view.pieces import Piece


class ProblemsScreen(ModalScreen[Mark | None]):
    """Lists problems; closes with the place of the one to edit, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(PROBLEMS)]
    where = PROBLEMS

    ink: reactive[Ink | None] = reactive(None, init=False)

    def __init__(self, problems: tuple[Problem, ...], ink: Ink | None) -> None:
        super().__init__()
        self._problems, self._ink = problems, ink

    def compose(self) -> ComposeResult:
        yield Rows(id="help").data_bind(ProblemsScreen.ink)

    def on_mount(self) -> None:
        self.ink = self._ink
        rows = self.query_one(Rows)
        rows.border_title = "Problems"
        rows.border_subtitle = "Enter edits there · Esc closes"
        rows.show([self._row(number, problem) for number, problem in enumerate(self._problems)], 0)

    def _row(self, number: int, problem: Problem) -> Row:
        hint = f"; nearest: {problem.hint}" if problem.hint else ""
        place = Piece(f"{problem.mark.line}:{problem.mark.column} ", "dim")
        style = problem.severity if problem.severity != "note" else "dim"
        return Row(
            str(number), [place, Piece(f"{problem.severity} ", style), Piece(visible(problem.message + hint))], []
        )

    def on_rows_entered(self) -> None:
        self.action_edit()

    def action_edit(self) -> None:
        row = self.query_one(Rows).row
        if row and row.target:
            self.dismiss(self._problems[int(row.target)].mark)

    def action_leave(self) -> None:
        self.dismiss(None)
