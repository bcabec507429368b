"""What was written into a catalog, step by step: each step can be undone, the last one first."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.curate.insert import InsertError

Key = tuple[str, ...]
"""What a draft is found by again when the files have changed."""


class StaysError(InsertError):
    """What was written cannot be undone: it has been changed since, or is in use by now."""


@dataclass(eq=False)
class Step:
    """What was written at once."""

    undone: str
    """What to say once it is undone: the ids of the records that are gone, or what is different."""
    take_back: Callable[[], None]
    """Undoes it. Raises StaysError if it is no longer byte for byte what was written, or is in use by now."""
    drafts: tuple[Key, ...] = ()
    """The keys of the drafts that it decided."""
    refused: bool = False
    """Whether the user has been told that it cannot be undone."""


class Journal:
    """The steps in which a catalog was written since it was opened."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __bool__(self) -> bool:
        return bool(self._steps)

    def add(self, step: Step) -> None:
        """Adds a step that was written."""
        self._steps.append(step)

    def undo(self) -> Step:
        """Undoes the last step and returns it.

        Raises InsertError if there is none, or if it cannot be undone. Once the user has been told so, the steps before
        it can be undone as well.
        """
        for step in reversed(self._steps):
            try:
                step.take_back()
            except StaysError:
                if not step.refused:
                    step.refused = True
                    raise
            else:
                self._steps.remove(step)
                return step
        raise InsertError("Nothing to undo: what lode has written since it was opened is undone, or was changed.")
