"""A value that a field of a form may have."""

from dataclasses import dataclass

from tui.curate.edits import Addition
from tui.curate.form import Filling


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
