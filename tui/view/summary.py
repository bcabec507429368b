"""What a list of hits says of a record beside its title."""

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Record
from tui.search.results import Summary
from tui.view.kinds import view_of
from tui.view.wording import article_name


def summary(record: Record, dossier: Dossier) -> Summary:
    """A figure's value before its label; after it who says it, what an entity is, or when something was."""
    view = view_of(record, dossier)
    name = article_name(record.id, dossier) if isinstance(record, Article) else ""
    return Summary(view.lead(), view.about(), view.style(), name)
