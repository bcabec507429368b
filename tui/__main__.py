"""`python -m tui` is `lode`."""

import os
import sys

if __name__ == "__main__":
    # `python -m` looks for modules in the working folder first, and that may be somebody else's dossier. Before it is
    # taken out, only what Python has loaded already may be imported: not contextlib, for one, in Python 3.13.
    try:  # noqa: SIM105
        sys.path.remove(os.getcwd())  # noqa: PTH109
    except (OSError, ValueError):
        # It is gone, or Python was told not to look there.
        pass

    from tui.cli.main import run

    run()
