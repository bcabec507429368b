"""What a list of hits shows of a record besides its title."""

from tui.dossier.dossier import Dossier
from tui.dossier.records import Record
from tui.search.results import Summary
from tui.view.kinds import view_of


def summary(record: Record, dossier: Dossier) -> Summary:
    """The summary of a record of any kind."""
    return view_of(record, dossier).summary()
