"""Who uses the app."""

import getpass


def user_name() -> str:
    """The name of the user who is logged in; empty if the system does not tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
