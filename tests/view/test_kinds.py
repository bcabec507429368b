"""The presentations of records: one for each kind, with the occurrences that the app walks through."""

import pytest

from tui.dossier.dossier import Dossier
from tui.dossier.records import KINDS, Event, Figure
from tui.export.fields import FIELDS
from tui.view.kinds import view_of
from tui.view.page import LazyItem, Link, Section


def test_every_kind_of_record_is_presented_and_exported(dossier: Dossier) -> None:
    kinds = {record.kind for record in dossier.records}
    assert kinds == set(KINDS.values())
    assert {*FIELDS} == kinds
    for record in dossier.records:
        assert view_of(record, dossier).page().title


def test_a_brief_page_quotes_the_occurrences_in_reading_order(dossier: Dossier) -> None:
    for record in dossier.records:
        if isinstance(record, (Figure, Event)):
            parts = view_of(record, dossier, brief=True).page().parts
            quotations = [part.quotations for part in parts if isinstance(part, Section) and part.quotations]
            assert [[each.occurrence for each in found] for found in quotations] == [dossier.occurrences_of(record.id)]


@pytest.mark.parametrize("brief", [False, True])
def test_links_lead_to_records(dossier: Dossier, brief: bool) -> None:
    found = 0
    for record in dossier.records:
        for part in view_of(record, dossier, brief=brief).page().parts:
            items = part.items if isinstance(part, Section) else []
            made = [(item.record, item.make()) for item in items if isinstance(item, LazyItem)]
            assert all(item.link and item.link.record == target for target, item in made)
            links: list[Link | None] = [item.make().link if isinstance(item, LazyItem) else item.link for item in items]
            for link in (*links, getattr(part, "link", None)):
                if link:
                    assert dossier.get(link.record) and (link.article is None or link.article in dossier.articles)
                    found += 1
    assert found > 500
