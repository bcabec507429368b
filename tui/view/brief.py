"""What a list of hits says of a record beside its title."""

from tui.dossier.dossier import Dossier
from tui.dossier.records import Article, Entity, Event, Figure, Record
from tui.search.index import Brief
from tui.text.safe import visible
from tui.view.page import article_name, counted, date_text, event_date
from tui.view.pieces import FAMILIES
from tui.view.value import value_text


def brief(record: Record, dossier: Dossier) -> Brief:
    """A figure's value before its label; after it who says it, what an entity is, or when something was."""
    match record:
        case Entity():
            count = len(dossier.mentions_of(record.id))
            return Brief("", f"{record.type} · {counted(count, 'mention')}", FAMILIES[record.type])
        case Figure():
            claimant = visible(dossier.name_of(record.claimant)) or "the article itself"
            return Brief(value_text(record, dossier), claimant, "")
        case Event():
            return Brief("", event_date(record), "")
        case Article():
            about = f"{date_text(record.date)} · {record.id}"
            return Brief("", about, "", article_name(record.id, dossier))
    return Brief("", "", "")
