"""`lode completion SHELL`: prints a script that lets the shell complete words. It runs `lode complete` at each Tab.

The script for bash splits the line up to the cursor again: for bash, the colon in by:usgs ends a word.
"""

from pathlib import Path

from tui.cli.arguments import Options
from tui.cli.context import Context, Status, refuse_choice

SHELLS = ("bash", "zsh", "fish")


def run(options: Options, context: Context) -> Status:
    """Prints the script."""
    if options.shell not in SHELLS:
        refuse_choice(options.shell, "a shell that lode completes for", SHELLS)
    script = Path(__file__).with_name("completions") / f"lode.{options.shell}"
    context.print_text(script.read_text("utf-8").rstrip("\n"))
    return Status.DONE
