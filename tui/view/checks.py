"""What the catalog's checks find, in sentences."""

from collections.abc import Iterable

from tui.dossier.arithmetic import FAILS, HOLDS, INCONCLUSIVE
from tui.dossier.dossier import Dossier
from tui.dossier.records import Check
from tui.text.safe import visible

STYLES = {HOLDS: "label", FAILS: "error", INCONCLUSIVE: "warning", None: "warning"}
"""The style of a check by its verdict."""

_VERDICTS = {HOLDS: "It holds", FAILS: "It fails", INCONCLUSIVE: "Inconclusive", None: "It is not read"}


def checks_about(ids: Iterable[str], dossier: Dossier) -> list[Check]:
    """The checks that some claims or figures are part of, each once."""
    found = {check.id: check for id in ids for check in dossier.index.checks_about(id)}
    return [*found.values()]


def says_something(check: Check) -> bool:
    """Whether it says more than that all is as expected."""
    return check.meaning is not None or check.verdict != HOLDS


def finding(check: Check) -> str:
    """What a check expects, whether it holds, and what that means."""
    expected = check.says if check.says[-1] in ".?!" else f"{check.says}."
    meaning = f" {check.meaning}" if check.meaning else ""
    end = "" if not meaning or meaning.endswith((".", "?", "!")) else "."
    return visible(f"{expected} {_VERDICTS[check.verdict]}.{meaning}{end}")
