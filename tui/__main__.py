"""`python -m tui` is `lode`."""

import os
import sys
from contextlib import suppress

if __name__ == "__main__":
    # `python -m` looks for modules in the working folder first, and that may be a stranger's dossier. It is not among
    # the folders where it is gone, or where Python was told not to look there.
    with suppress(OSError, ValueError):
        sys.path.remove(os.getcwd())  # noqa: PTH109

    from tui.cli.main import run

    run()
