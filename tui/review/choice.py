"""A value that a field of a form may have."""

from collections.abc import Iterable
from dataclasses import dataclass

from tui.curate.edits import Addition
from tui.review.form import Filling

UNNAMED = "unnamed"
"""The kind of an entity that is no other."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A value that a field may have."""

    label: str
    about: str = ""
    """What tells it apart."""
    values: Filling
    """What choosing it fills in."""
    created: tuple[Addition, ...] = ()
    """The new records that it stands for."""
    asks: str = ""
    """The id of a new entity whose kind is to be chosen next."""
    alike: bool = False
    """Whether it only resembles what is typed."""
    fits: bool = True
    """Whether the number can be of it: a measure has its unit."""

    @property
    def is_nothing(self) -> bool:
        """Whether it leaves a field empty, gives a number to no one, or does not say what an entity is."""
        return bool(self.values) and not any(value for value in self.values.values() if value != UNNAMED)


def exact_first(found: Iterable[Choice], new: Iterable[Choice]) -> list[Choice]:
    """The choices that are found, and new ones: what only resembles what is typed comes after the typed words."""
    return sorted([*found, *new], key=lambda each: each.alike)


def numbered(choices: Iterable[Choice]) -> dict[int, Choice]:
    """The first choices by the digits that take them: 0 for nothing, wherever that is listed, and 1 to 9."""
    choices = list(choices)
    nothing = [choice for choice in choices if choice.is_nothing][:1]
    others = [choice for choice in choices if choice not in nothing][:9]
    return dict(enumerate(nothing)) | dict(enumerate(others, 1))
