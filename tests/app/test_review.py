"""Reviewing drafts as a curator does: read the sentence, press a few keys, see the record in lists and text."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.app.app_driver import AppDriver, run_app
from tests.app.sample_dossier import LEDGER, open_sample_dossier
from tui.app.commands import typeahead
from tui.app.model.place import Place
from tui.app.model.question import Question
from tui.app.rendering.themes import FULL_COLOR
from tui.app.screens.main import MainScreen
from tui.app.screens.review import ReviewScreen
from tui.app.widgets.form_pane import FormPane
from tui.catalog.load import load
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.review.draft_reading import DraftReader, DraftReading

MORE = """
The Geological Survey puts Orla Lake at 45 megatons, and Ada Moss at 70 megatons.

Port Skarn lies on its shore, with 7 piers.
"""


def opened(folder: Path) -> Dossier:
    path = folder / "catalog.yaml"
    open_sample_dossier(folder)
    (folder / "ledger.txt").write_text(LEDGER + MORE)
    return open_dossier(path)


async def review(driver: AppDriver, exact: str) -> None:
    """Opens the queue of the ledger and goes to the draft of some words."""
    await driver.press("4", "r")
    while f"“{exact}”" not in driver.content("form"):
        assert "done" not in driver.title("form"), f"no draft of {exact}"
        await driver.press("j")


async def fill(driver: AppDriver, key: str, typed: str) -> None:
    """Fills in a field with what a few letters find."""
    await driver.press(*key)
    await driver.type_text(typed)
    await driver.press("enter")


async def test_a_figure_is_accepted_and_shows_in_the_text(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "45 megatons")
        assert " ".join(driver.current_words) == "45 megatons"
        await fill(driver, "m", "res")
        # Whatever was taken, the next field that is needed opens.
        assert driver.title("values") == "Subject · needed"
        assert "1 Orla Lake" in driver.content("values")
        await driver.press("1")
        assert driver.title("values") == ""
        assert "45 Mt  (rounded: 44.5 to 45.5 Mt)" in driver.content("form")
        await fill(driver, "c", "geo")
        assert "Geological Survey puts”" in driver.content("form")
        assert "lode check finds nothing wrong with it." in driver.content("form")
        await driver.press("enter")
        assert driver.footer.startswith("orla-reserves-survey is in the catalog.")
        assert ", 1 accepted" in driver.breadcrumb
        await driver.press("escape")
        await driver.click("45 megatons", "text")
        assert driver.content("details").startswith("45 Mt · reserves, Orla Lake")
    figure = load(tmp_path / "catalog.yaml").figures[-1]
    assert (figure.id, figure.claimant, figure.subject) == ("orla-reserves-survey", "survey", "orla")


@pytest.fixture
def read_on(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Drafts are read only once this is set."""
    readings, read_on = DraftReader.readings, Event()

    def slow_readings(reader: DraftReader, dossier: Dossier) -> Iterator[DraftReading]:
        assert read_on.wait(60)
        yield from readings(reader, dossier)

    monkeypatch.setattr(DraftReader, "readings", slow_readings)
    yield read_on
    read_on.set()


async def type_unread(driver: AppDriver, *keys: str) -> None:
    """Opens the queue of the ledger, and types while its drafts are being read, for longer than keys wait elsewhere."""
    await driver.press("4")
    driver.post_key("r")
    while not isinstance(driver.app.screen, ReviewScreen):
        await driver.pilot.pause(0)
    for key in keys:
        driver.post_key(key)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typeahead, "MAX_DELAY", 0.0)
        for _ in range(20):
            await driver.pilot.pause(0)


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["tab", "c", *"geo", "enter"], "c claimant  Geological Survey"),
        (["s", *"quay", "escape"], ""),
        (["escape"], ""),
        (["q"], ""),
    ],
)
async def test_keys_wait_for_the_drafts(tmp_path: Path, read_on: Event, keys: list[str], shown: str) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await type_unread(driver, *keys)
        if shown:
            assert driver.app.type_ahead.waits
            read_on.set()
        await driver.wait_until(lambda: isinstance(driver.app.screen, ReviewScreen) == bool(shown))
        read_on.set()
        await driver.settle()
        assert driver.app.return_code is None
        assert shown in driver.screen_text


@pytest.mark.slow
async def test_keys_for_drafts_that_there_are_not_are_dropped(tmp_path: Path, read_on: Event) -> None:
    async with run_app(open_sample_dossier(tmp_path), Place.at("a-ledger")) as driver:
        await type_unread(driver, "j", "q")
        read_on.set()
        await driver.settle()
        assert driver.app.return_code is None
        assert driver.footer.startswith("Nothing to draft")


async def test_a_key_that_does_nothing_says_so(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "45 megatons")
        await driver.press("!")
        assert driver.footer.startswith("! does nothing here. ? lists the keys.")
        await driver.press("m", "!")
        assert "does nothing" not in driver.footer, "it is typed"


@pytest.mark.slow
async def test_a_long_message_is_wrapped_until_the_next_key(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger"), size=(80, 24)) as driver:
        await review(driver, "45 megatons")
        assert "s subject   needed" in driver.content("form")
        assert driver.subtitle("passage") == "file line 9 of 12"
        before, screen = driver.screen_lines, driver.app.screen
        assert isinstance(screen, ReviewScreen)
        screen.show_message(f"It has {'many ' * 30}errors.")
        await driver.settle()
        assert " ".join(" ".join(driver.screen_lines[-3:]).split()) == f"It has {'many ' * 30}errors."
        screen.show_message("many " * 100)
        await driver.settle()
        assert driver.screen_lines[-4].startswith(" many many") and driver.footer.endswith("…")
        await driver.press("k", "j")
        assert driver.screen_lines == before


@pytest.mark.slow
async def test_new_records_are_created_in_place_and_undone_with_the_figure(tmp_path: Path) -> None:
    dossier = opened(tmp_path)
    before = (tmp_path / "catalog.yaml").read_text()
    async with run_app(dossier, Place.at("a-ledger")) as driver:
        await review(driver, "7")
        # Enter leads to what is missing, and takes nothing by itself.
        await driver.press("enter")
        assert (driver.title("values"), driver.cursor_row("values")) == ("Subject · needed", "")
        await driver.press("enter", *"shore", "enter")
        assert driver.title("values") == "What is shore?"
        # Escape loses nothing that was typed.
        await driver.press("escape")
        assert (driver.title("values"), driver.app.screen.query_one(FormPane).typed) == ("Subject · needed", "shore")
        await driver.press("escape")
        assert "s subject   needed" in driver.content("form")
        await driver.press("enter")
        assert (driver.title("values"), driver.app.screen.query_one(FormPane).typed) == ("Subject · needed", "shore")
        await driver.press("enter")
        await driver.type_text("place")
        await driver.press("enter")
        assert "m measure   piers (new, count)" in driver.content("form")
        assert "s subject   shore (new, place)" in driver.content("form")
        assert (driver.title("values"), driver.cursor_row("values")) == ("Claimant · needed", "")
        await driver.press("0", "enter")
        await driver.wait_until(lambda: driver.title("form") != "Figure" or "“7”" not in driver.content("form"))
        catalog = load(tmp_path / "catalog.yaml")
        assert [catalog.entities[-1].id, catalog.measures[-1].id, catalog.figures[-1].id] == [
            "shore",
            "piers",
            "shore-piers",
        ]
        await driver.press("u")
        assert driver.footer.startswith("Undone: ")
        assert "“7”" in driver.content("form")
        assert (tmp_path / "catalog.yaml").read_text() == before


async def test_a_figure_is_filled_in_as_the_one_before_also_from_an_open_field(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "45 megatons")
        await fill(driver, "m", "res")
        await driver.press("1")
        await fill(driver, "c", "geo")
        await driver.press("enter")
        await driver.wait_until(lambda: "“45 megatons”" not in driver.content("form"))
        while "“7”" not in driver.content("form"):
            await driver.press("j")
        # It is seen before it is taken.
        assert 's subject   needed  " Orla Lake' in driver.content("form")
        await driver.press("enter")
        assert (driver.title("values"), driver.cursor_row("values")) == ("Subject · needed", "")
        await driver.press('"')
        assert "s subject   Orla Lake" in driver.content("form")
        # Who says it is not taken over.
        assert (driver.title("values"), driver.cursor_row("values")) == ("Claimant · needed", "")
        await driver.press('"')
        assert driver.footer.startswith("Nothing from the last figure of this article fits here.")


@pytest.mark.slow
async def test_the_queue_keeps_its_place_when_another_program_writes(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "70 megatons")
        await fill(driver, "s", "orla")
        main = driver.app.screen_stack[0]
        assert isinstance(main, MainScreen)
        catalog = tmp_path / "catalog.yaml"
        new = "entities:\n  - id: port-skarn\n    name: Port Skarn\n    kind: place\n"
        catalog.write_text(catalog.read_text().replace("entities:\n", new))
        (tmp_path / "ledger.txt").write_text("Another line.\n\n" + LEDGER + MORE)
        main.reloader.check()
        await driver.wait_until(lambda: "port-skarn" in main.workspace.dossier.entities)
        assert " ".join(driver.current_words) == "70 megatons"
        assert "s subject   Orla Lake" in driver.content("form")
        await fill(driver, "m", "res")
        await fill(driver, "c", "ada")
        assert driver.title("values") == "Said in · needed"
        assert driver.content("values").startswith("1 “and Ada Moss at”  ")
        await driver.press("1")
        assert "warning nothing in “and Ada Moss at” says that Ada Moss gave" in " ".join(
            driver.content("form").split()
        )
        await driver.press("enter")
        await driver.wait_until(lambda: "orla-reserves-ada-moss" in main.workspace.dossier.figures)
    assert "port-skarn" in {entity.id for entity in load(catalog).entities}


async def test_the_draft_on_screen_stays_under_the_keys_that_are_pressed_for_it(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "Port Skarn")
        main, screen = driver.app.screen_stack[0], driver.app.screen
        assert isinstance(main, MainScreen) and isinstance(screen, ReviewScreen)
        await driver.press("a", *"Skarn")
        # The files are read again, and the words of the draft are a record.
        catalog, ledger = tmp_path / "catalog.yaml", tmp_path / "ledger.txt"
        new = "entities:\n  - id: port-skarn\n    name: Port Skarn\n    kind: place\n"
        catalog.write_text(catalog.read_text().replace("entities:\n", new))
        main.reloader.check()
        await driver.wait_until(lambda: "covered by now" in driver.title("form"))
        assert screen.pane.typed == "Skarn"
        await driver.press("enter")
        assert "“Port Skarn”" in driver.content("form") and "a aliases   Skarn" in driver.content("form")
        # Once its text is another one, nothing that was typed for it is taken for another draft.
        await driver.press("a", *"or")
        ledger.write_text(ledger.read_text().replace("Port Skarn", "It"))
        main.reloader.check()
        await driver.wait_until(lambda: "“Port Skarn” is no longer" in driver.footer)
        assert driver.title("values") == ""


@pytest.mark.slow
async def test_a_name_is_ignored_everywhere_with_a_reason_that_is_remembered(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "7")
        await driver.press("x", *"furn", "enter")
        assert driver.footer.startswith("“7” is ignored: page furniture.")
        [ignored] = load(tmp_path / "catalog.yaml").ignored
        assert (ignored.number, ignored.why) == ("7", "page furniture")
        await driver.press("u", "x")
        assert driver.cursor_row("values") == "1 page furniture"


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("xzzz", "No value matches."),
        ("x", "↓ chooses one of these values."),
        ("sSkorn", "The article does not print “Skorn”: ↓ chooses it all the same."),
        ("sOrla Take", "“Orla Lake” resembles what is typed: ↓ chooses."),
    ],
)
async def test_enter_says_why_it_takes_no_value(tmp_path: Path, keys: str, message: str) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "7")
        await driver.press(*keys, "enter")
        assert driver.footer.startswith(message)
        assert driver.cursor_row("values") == ""


async def test_what_is_typed_is_above_what_resembles_it_and_escape_keeps_it(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "7")
        await driver.press("s", *"Orla Take", "down", "enter")
        assert driver.title("values") == "What is Orla Take?"
        await driver.press("escape", "down", "down")
        assert driver.cursor_row("values").startswith("Orla Lake")
        await driver.press("up", "enter", "escape")
        assert driver.app.screen.query_one(FormPane).typed == "Orla Take"


async def test_an_open_field_offers_what_can_be_done_there(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger")) as driver:
        await review(driver, "7")
        await driver.press("x")
        assert "type to find; ↓ or a digit chooses" in driver.screen_text
        # Nothing is named yet that could be chosen.
        driver.app.screen.query_one(FormPane).ask(Question("Subject", lambda typed: (), lambda typed: None, bool))
        await driver.wait_until(lambda: "type a name" in driver.screen_text)


@pytest.mark.parametrize(("size", "colors"), [((80, 24), FULL_COLOR), ((120, 36), 0), ((200, 50), FULL_COLOR)])
@pytest.mark.sample(1)
async def test_sentence_and_form_are_seen_at_every_size(tmp_path: Path, size: tuple[int, int], colors: int) -> None:
    async with run_app(opened(tmp_path), Place.at("a-ledger"), size=size, colors=colors) as driver:
        await review(driver, "70 megatons")
        assert " ".join(driver.current_words) == "70 megatons"
        for label in ("measure", "subject", "claimant", "said in", "period", "nature"):
            assert label in driver.content("form")
        await driver.press("s")
        assert driver.content("values").count("\n") >= 3
        assert driver.find("Ada Moss", "passage")


async def test_without_drafts_the_queue_is_not_opened(tmp_path: Path) -> None:
    async with run_app(opened(tmp_path), Place.at("a-herald"), size=(200, 50)) as driver:
        before = driver.text_lines()
        await driver.press("4", "r")
        assert driver.footer.startswith("Nothing to draft in this article.")
        assert driver.text_lines() == before
        # It is not offered again, but in another article.
        await driver.press("1")
        assert "r review" not in driver.footer
        await driver.press("j")
        assert "r review" in driver.footer
