"""`python -m tui` is `lode`."""

from tui.cli.main import run

if __name__ == "__main__":
    run()
