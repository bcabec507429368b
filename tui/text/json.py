"""Writes JSON that is safe to print."""

import json
from decimal import Decimal

from tui.text.safe import escaped


def to_json(value: object, indent: int | None = None) -> str:
    r"""JSON on one line, or indented. Control and bidirectional characters are escaped as `\u`."""
    lines = json.dumps(value, ensure_ascii=False, indent=indent, default=json_number).split("\n")
    return "\n".join(map(escaped, lines))


def json_number(value: Decimal) -> int | float:
    """A decimal as a JSON number: an integer if it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)
