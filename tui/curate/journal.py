"""What was written into a catalog, step by step: each step can be undone, the last one first."""

from collections.abc import Callable
from dataclasses import dataclass

from tui.curate.insert import InsertError

Key = tuple[str, ...]
"""What a draft is found by again when the files have changed."""


class StaysError(InsertError):
    """What was written cannot be taken back: it was changed since, or is used by now."""


@dataclass(eq=False)
class Step:
    """What was written at once."""

    undone: str
    """What to say once it is undone: the ids of the records that are gone, or what is different."""
    take_back: Callable[[], None]
    """Undoes it. Raises StaysError if that is no longer byte for byte what was written, or is used by now."""
    drafts: tuple[Key, ...] = ()
    """The keys of the drafts that it decided."""
    refused: bool = False
    """Whether it was said that it stays."""


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

        Raises InsertError if there is none, or if it stays. Once it was said that a step stays, those before it can be
        undone as well.
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
