"""`lode schema`: the catalog's JSON Schema, for editors."""

import argparse

from tui.cli.context import Context, Status
from tui.curate.schema import json_schema
from tui.export.records import to_json


def run(options: argparse.Namespace, context: Context) -> Status:
    """Prints the schema."""
    print(to_json(json_schema(), indent=2), file=context.out)
    return Status.DONE
