"""`lode schema`: prints the JSON Schema of catalogs, for editors."""

from tui.cli.arguments import Options
from tui.cli.context import Context, Status
from tui.curate.schema import json_schema


def run(options: Options, context: Context) -> Status:
    """Prints the schema."""
    context.print_json(json_schema(), indent=2)
    return Status.DONE
