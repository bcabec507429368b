"""Sessions: the app continues where the user left it, and ignores what it cannot use."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.app.app_driver import run_app
from tests.app.sample_dossier import CATALOG, write_sample_dossier
from tui.app.model.place import DETAILS, KEPT, History, Place
from tui.app.model.target import CompareTarget, HitsTarget, RecordTarget, TimelineTarget, format_target
from tui.app.rendering.arrangement import Arrangement
from tui.app.settings.session import Session, keep_session, last_session
from tui.app.settings.state import state_folder
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier


async def quit_after(dossier: Dossier, folder: Path, *keys: str, session: Session | None = None) -> str:
    """Presses keys, quits, and keeps the session; the screen before the last key."""
    async with run_app(dossier, session=session, keep=save_to(dossier, folder)) as driver:
        await driver.press(*keys)
        before = driver.screen_text
        await driver.press("ctrl+q")
        assert driver.app.return_code == 0
    assert last_session(dossier, folder) is not None
    return before


def save_to(dossier: Dossier, folder: Path) -> Callable[[Session], None]:
    """Keeps sessions in a folder."""
    return lambda session: keep_session(session, dossier, folder)


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "keys",
    [
        "",
        "24JJ",
        "2nn",
        "3j4",
        "3>>s",
        "4jjjjjjjjjjj",
        "4G",
        "2ss5+",
        "2c",
        "2cjn",
        "tj",
        "1jj",
    ],
)
async def test_the_same_place_the_next_time(sample_dossier: Dossier, tmp_path: Path, keys: str) -> None:
    before = await quit_after(sample_dossier, tmp_path, *keys)
    async with run_app(sample_dossier, session=last_session(sample_dossier, tmp_path)) as driver:
        # What was a look is kept now, and a message has gone.
        assert driver.screen_text.split("\n")[1:-1] == before.split("\n")[1:-1]
        assert driver.breadcrumb.split("  ")[0] == before.split("\n")[0].split("  ")[0].strip().removesuffix(
            " · preview"
        )


@pytest.mark.slow
async def test_a_session_goes_on_in_compare(sample_dossier: Dossier, tmp_path: Path) -> None:
    async with run_app(sample_dossier, keep=save_to(sample_dossier, tmp_path)) as driver:
        await driver.press("2", "c", "j")
        before = driver.pane_lines("upper")
        await driver.press("ctrl+q")
    async with run_app(sample_dossier, session=last_session(sample_dossier, tmp_path)) as driver:
        assert driver.pane_lines("upper") == before


@pytest.mark.slow
async def test_history_goes_on(sample_dossier: Dossier, tmp_path: Path) -> None:
    await quit_after(sample_dossier, tmp_path, *"4jjj", *"2", "enter", *"c", "enter", *"3j", "enter", "[")
    before = await quit_after(sample_dossier, tmp_path, "j", session=last_session(sample_dossier, tmp_path))
    async with run_app(sample_dossier, session=last_session(sample_dossier, tmp_path)) as driver:
        assert driver.screen_text == before
        await driver.press("[")
        assert driver.title("upper").startswith("Compare")
        await driver.press("[")
        assert "entities › Orla Lake" in driver.breadcrumb
        await driver.press("[", "[")
        assert driver.footer.startswith("Nothing earlier in the history.")
        await driver.press("]", "]", "]", "]")
        assert "figures › " in driver.breadcrumb
        await driver.press("]")
        assert driver.footer.startswith("Nothing later in the history.")


async def test_a_place_on_the_command_line_takes_precedence(sample_dossier: Dossier, tmp_path: Path) -> None:
    await quit_after(sample_dossier, tmp_path, "2", "enter", ">", "s")
    async with run_app(sample_dossier, Place.at("northland"), session=last_session(sample_dossier, tmp_path)) as driver:
        assert "entities › Northland" in driver.breadcrumb
        await driver.press("[")
        assert "entities › Orla Lake" in driver.breadcrumb


PLACE = Place(RecordTarget("orla"), occurrence=1, pane=DETAILS, anchor=40, article="a-herald")
SESSION = Session(History(PLACE), Arrangement({"lists width": 44}, {"entities": 1}))


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: "",
        lambda _: "no JSON",
        lambda _: "[" * 100_000,
        lambda _: "[]",
        lambda _: "{}",
        lambda whole: whole | {"places": []},
        lambda whole: whole | {"places": None},
        lambda whole: whole | {"places": [["orla"]]},
        lambda whole: whole | {"places": [{"record": "orla"}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": 3}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "hits:\ud800"}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "orla", "row": "\ud800"}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "orla", "pane": "kitchen"}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "orla", "occurrence": -1}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "orla", "occurrence": True}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "orla", "anchor": "top"}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "orla", "article": 5}]},
        lambda whole: whole | {"places": [whole["places"][0] | {"record": "gone"}]},
        lambda whole: whole | {"cursor": 1},
        lambda whole: whole | {"cursor": "0"},
        lambda whole: whole | {"sizes": {"lists width": -5}},
        lambda whole: whole | {"sizes": {"lists width": 1.5}},
        lambda whole: whole | {"sizes": []},
        lambda whole: whole | {"orders": {"entities": 3}},
    ],
)
def test_a_damaged_session_is_ignored(sample_dossier: Dossier, tmp_path: Path, damage: Callable[[Any], Any]) -> None:
    keep_session(SESSION, sample_dossier, tmp_path)
    [file] = tmp_path.iterdir()
    assert last_session(sample_dossier, tmp_path) is not None
    spoilt = damage(json.loads(file.read_text()))
    file.write_text(spoilt if isinstance(spoilt, str) else json.dumps(spoilt))
    assert last_session(sample_dossier, tmp_path) is None


def test_what_is_gone_is_left_out(tmp_path: Path) -> None:
    catalog = write_sample_dossier(tmp_path)
    dossier, folder = open_dossier(catalog), tmp_path / "state"
    history = History(Place.at("orla"))
    gone = replace(Place.at("orla"), article="a-gone")
    others = [Place.at("herald.txt:5:1"), Place.at("hits:salt"), Place.at("flood"), replace(Place.at("brine"), row="x")]
    for place in [Place.at("flood"), gone, *others]:
        history.push(place)
    history.step(-1)
    keep_session(Session(history, Arrangement()), dossier, folder)
    catalog.write_text(CATALOG[: CATALOG.index("events:")])
    session = last_session(open_dossier(catalog), folder)
    assert session is not None
    assert [format_target(place.target) for place in session.history.places] == [
        "orla",
        "herald.txt:5:1",
        "hits:salt",
        "brine",
    ]
    assert session.history.current.target == HitsTarget("salt")


@pytest.mark.slow
async def test_a_session_with_odd_places_opens(sample_dossier: Dossier) -> None:
    for place in [
        Place.at("orla", occurrence=99, anchor=10**12),
        Place.at("hits:nowhere at all"),
        Place(CompareTarget(RecordTarget("cape"))),
        Place(CompareTarget(RecordTarget("orla")), row="gone", anchor=7),
        Place(TimelineTarget(), row="gone"),
    ]:
        async with run_app(
            sample_dossier, session=Session(History(place), Arrangement({"details height": 9000}))
        ) as driver:
            await driver.press("escape", "[", "]", "4", "j", "z", "z", "2", "enter", "q")
            assert driver.app.return_code == 0


def test_one_file_a_catalog_and_no_more_places_than_are_kept(sample_dossier: Dossier, tmp_path: Path) -> None:
    history = History(Place.at("orla"))
    for number in range(KEPT + 50):
        history.push(Place.at("orla", occurrence=number % 4))
    keep_session(Session(history, Arrangement()), sample_dossier, tmp_path)
    [file] = tmp_path.iterdir()
    assert file.stat().st_size < 200 * KEPT
    assert file.stat().st_mode & 0o077 == 0, "what one reads is nobody else's matter"
    session = last_session(sample_dossier, tmp_path)
    assert session is not None and len(session.history.places) == KEPT
    # Of a version that kept more, the newest are continued with.
    whole = json.loads(file.read_text())
    whole["places"] = [whole["places"][0] | {"anchor": number} for number in range(KEPT + 5)]
    file.write_text(json.dumps(whole))
    session = last_session(sample_dossier, tmp_path)
    assert session is not None and [place.anchor for place in session.history.places] == [*range(5, KEPT + 5)]
    keep_session(SESSION, open_dossier(write_sample_dossier(tmp_path)), tmp_path / "other")
    assert last_session(sample_dossier, tmp_path / "other") is None


def test_an_unusable_folder_is_ignored(sample_dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keep_session(SESSION, sample_dossier, tmp_path / "file")
    keep_session(SESSION, sample_dossier, None)
    assert last_session(sample_dossier, tmp_path / "file") is None
    assert last_session(sample_dossier, None) is None


def test_the_folder_is_named_or_refused_in_the_environment(tmp_path: Path) -> None:
    assert state_folder({"LODE_STATE": str(tmp_path)}) == tmp_path
    assert state_folder({"LODE_STATE": ""}) is None
    assert "lode" in str(state_folder({}))
