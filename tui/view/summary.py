"""What a list of hits says of a record beside its title."""

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Entity, Event, Figure, Record
from tui.search.results import Summary
from tui.text.safe import visible
from tui.view.styled_text import FAMILIES
from tui.view.value import value_text
from tui.view.wording import article_name, counted, date_text, event_date


def summary(record: Record, dossier: Dossier) -> Summary:
    """A figure's value before its label; after it who says it, what an entity is, or when something was."""
    match record:
        case Entity():
            count = len(dossier.occurrences_of(record.id))
            return Summary("", f"{record.type} · {counted(count, 'mention')}", FAMILIES[record.type])
        case Figure():
            claimant = visible(dossier.name_of(record.claimant)) or "the article itself"
            return Summary(value_text(record, dossier), claimant, "")
        case Event():
            return Summary("", event_date(record), "")
        case Article():
            about = f"{date_text(record.date)} · {record.id}"
            return Summary("", about, "", article_name(record.id, dossier))
    return Summary("", "", "")
