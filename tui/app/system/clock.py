"""What day it is."""

from datetime import date


def today() -> date:
    """The present day, where the user is."""
    return date.today()
