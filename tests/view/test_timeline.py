"""The timeline puts everything dated in order, shows what is printed, and marks what is inferred."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import Linked
from tests.view import hostile
from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.view.timeline import TimelineEntry, begun, timeline


def of(dossier: Dossier, id: str) -> TimelineEntry:
    """The line of a record."""
    (dated,) = [dated for dated in timeline(dossier) if dated.record.id == id]
    return dated


def test_everything_dated_is_in_it_once(dossier: Dossier) -> None:
    figures = {figure.id for figure in dossier.figures.values() if figure.period}
    assert len(figures) == 5
    events = {event.id for event in dossier.events.values() if not event.minor}
    assert {*dossier.events} - events == {"kommersant-founded", "putin-photographed"}
    assert sorted(dated.record.id for dated in timeline(dossier)) == sorted({*events, *figures})
    assert sorted(dated.record.id for dated in timeline(dossier, figures=False)) == sorted(events)


def test_without_figures_the_order_is_the_same(dossier: Dossier) -> None:
    events = [dated for dated in timeline(dossier) if dated.record.id in dossier.events]
    assert timeline(dossier, figures=False) == events


def test_it_is_in_order_of_time(dossier: Dossier) -> None:
    whens = [edtf.parse(dated.record.sorting_date or "") for dated in timeline(dossier)]
    starts = [when.earliest for when in whens]
    assert all(a is not None and b is not None and a <= b for a, b in pairwise(starts))
    assert (starts[0], starts[-1]) == ((2020, 1, 1), (2030, 1, 1))


@pytest.mark.parametrize(
    ("id", "date", "sign", "what"),
    [
        ("leading-producer-plans", "2020", "●", "Russia announces plans to become the leading producer"),
        ("market-share-due", "2030", "◇", "Target of up to 12% of the world’s rare earth market"),
        # No year is printed: it is inferred.
        ("us-russia-deals-due", "24 Feb [2025]", "◇", "Trump’s economic deals with Russia are set to be finalized"),
        ("roadmap-due", "1 Dec [2025]", "◇", "Deadline for the roadmap on rare and rare earth metals"),
        # Nothing is printed: what is inferred.
        ("putin-open-to-washington", "[Feb 2025]", "●", "Putin says that Moscow is open to developing rare earths"),
        ("tomtor-criticized", "[Sep 2024 – Jan 2025]", "●", "Putin criticizes the slow development of Tomtor"),
        ("russia-production-2023", "2023", "#", "2,600 t/yr production, rare earths, Russia (USGS)"),
        ("russia-production-2024", "2024", "#", "2,500 t/yr production, rare earths, Russia"),
        ("russia-market-share-target", "2030", "#", "≤12% share of the world market, rare earths, Russia (Kremlin)"),
    ],
)
def test_a_line(dossier: Dossier, id: str, date: str, sign: str, what: str) -> None:
    dated = of(dossier, id)
    assert (dated.date, dated.sign) == (date, sign)
    said = dated.what.replace("\N{NO-BREAK SPACE}", " ")
    assert said == what if sign == "#" else said.startswith(what)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("putin-open-to-washington", "us-russia-deals-due"),
        ("us-russia-deals-due", "trump-putin-call"),
        ("roadmap-due", "market-share-due"),
        ("solikamsk-transferred", "russia-production-2023"),
    ],
)
def test_what_is_inferred_takes_its_place(dossier: Dossier, earlier: str, later: str) -> None:
    ids = [dated.record.id for dated in timeline(dossier)]
    assert ids.index(earlier) < ids.index(later)


EVENTS = """\
events:
  - {id: someday, what: Someday, sources: [{article: a, quote: Someday}]}
  - {id: december, date: XXXX-12-01, what: December, sources: [{article: a, quote: by December 1, when: by December 1}]}
  - {id: until, date: ../1999, what: Until, sources: [{article: a, quote: until 1999, when: until 1999}]}
  - {id: since, date: 1998-05/.., what: Since, sources: [{article: a, quote: since May 1998, when: since May 1998}]}
  - {id: guess, resolved: 1997-06-05, what: Guess, sources: [{article: a, quote: then}]}
"""


def test_what_has_no_year_or_no_date_comes_last_in_the_catalogs_order(linked: Linked) -> None:
    dossier = linked(EVENTS, a="Someday, by December 1, until 1999, since May 1998 and then.")
    assert len(dossier.events) == 5
    assert [(dated.record.id, dated.date) for dated in timeline(dossier)] == [
        ("guess", "[5 Jun 1997]"),
        ("since", "≥May 1998"),
        ("until", "≤1999"),
        ("someday", "—"),
        ("december", "1 Dec"),
    ]


MINOR = """\
events:
  - {id: walk, date: 1998, minor: true, what: A walk, sources: [{article: a, quote: 1998, when: 1998}]}
  - {id: talk, date: 1999, minor: false, what: A talk, sources: [{article: a, quote: 1999, when: 1999}]}
"""


def test_a_minor_event_is_left_out(linked: Linked) -> None:
    dossier = linked(MINOR, a="A walk in 1998, and a talk in 1999.")
    assert {*dossier.events} == {"walk", "talk"}
    assert [dated.record.id for dated in timeline(dossier)] == ["talk"]


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(1997, 6, 4), []),
        (date(1997, 6, 5), ["guess"]),
        (date(1998, 5, 1), ["guess", "since"]),
        # Until 1999 may be as late as its last day; what has no date may be to come.
        (date(1999, 12, 30), ["guess", "since"]),
        (date(2400, 1, 1), ["guess", "since", "until"]),
    ],
)
def test_what_has_begun_by_a_day_comes_before_the_rest(linked: Linked, day: date, ids: list[str]) -> None:
    dated = timeline(linked(EVENTS, a="Someday, by December 1, until 1999, since May 1998 and then."))
    assert [entry.record.id for entry in dated[: begun(dated, day)]] == ids


def test_without_dates_there_is_no_line(linked: Linked) -> None:
    assert timeline(linked("", a="Text.")) == []


def test_nothing_in_it_reaches_the_terminal(tmp_path: Path) -> None:
    dated = timeline(open_dossier(hostile.write(tmp_path)))
    assert {entry.sign for entry in dated} == {"●", "#"}
    text = "\n".join(f"{entry.date} {entry.sign} {entry.what}" for entry in dated)
    assert "Dug" in text and hostile.raw(text) == set()
