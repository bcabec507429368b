"""The app follows changes of its files, keeps the place, and keeps the last valid dossier."""

import asyncio
from contextlib import nullcontext
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from typing import Any

import pytest

from tests.app.app_driver import run_app
from tests.app.reloading import NEW, check_files, rewrite, shows_new_note
from tests.app.sample_dossier import CATALOG, HERALD, write_sample_dossier
from tui.app.app import LodeApp
from tui.app.model import watch
from tui.app.model.place import Place
from tui.app.model.watch import Files
from tui.app.model.workspace import Workspace
from tui.app.screens import reloading
from tui.app.screens.main import MainScreen
from tui.app.widgets.reader import Reader
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.search.search import Search

DIGITS = f"published: 2024-03-03, dated_by: 'March 3, {'9' * 5000}'"


def test_the_app_ends_while_the_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ends, ended = Event(), Event(), Event()

    def reopen(files: Files) -> None:
        begun.set()
        ends.wait(60)
        ended.set()

    async def leave() -> None:
        async with run_app(open_dossier(path)) as driver:
            rewrite(path, NEW)
            main = driver.app.screen_stack[0]
            assert isinstance(main, MainScreen)
            main.reloader.check()
            while not begun.is_set():
                await driver.pilot.pause(0.01)
            await driver.app.action_quit()

    path = write_sample_dossier(tmp_path)
    monkeypatch.setattr(Files, "reopen", reopen)
    asyncio.run(leave())
    assert not ended.is_set()
    ends.set()


async def test_keys_work_while_the_files_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, ends = Event(), Event()

    def changed(files: Files) -> bool:
        begun.set()
        return ends.wait(60) and False

    async with run_app(open_dossier(write_sample_dossier(tmp_path))) as driver:
        monkeypatch.setattr(Files, "changed", changed)
        main = driver.app.screen_stack[0]
        assert isinstance(main, MainScreen)
        main.reloader.check()
        while not begun.is_set():
            await driver.pilot.pause(0.01)
        driver.post_key("2")
        while driver.focused != "entities":
            await driver.pilot.pause(0.01)
        assert not ends.is_set()
        ends.set()
        await driver.settle()


async def test_files_that_change_while_they_are_checked_are_checked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ends, checks = Event(), Event(), list[bool]()
    check = Files.changed

    def changed(files: Files) -> bool:
        checks.append(check(files))
        begun.set()
        assert ends.wait(60)
        return checks[-1]

    # No check at regular times may make up for one that is left out.
    monkeypatch.setattr(reloading, "CHECK_SECONDS", 3600.0)
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        monkeypatch.setattr(Files, "changed", changed)
        main = driver.app.screen_stack[0]
        assert isinstance(main, MainScreen)
        main.reloader.check()
        while not begun.is_set():
            await driver.pilot.pause(0.01)
        rewrite(path, NEW)
        main.reloader.check()
        ends.set()
        await driver.wait_until(lambda: "newly described" in driver.content("details"))
        assert checks[:2] == [False, True]


async def test_a_changed_record_shows_at_the_same_place(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        await driver.press("n", "n", "4", "J")
        before, position, focus = driver.text_lines(), driver.subtitle("text"), driver.focused
        rewrite(path, CATALOG.replace("A lake of salt in the north.", "A lake, newly described."))
        await check_files(driver, lambda: "Reloaded: 1 record changed." in driver.footer)
        assert "newly described" in driver.content("details")
        assert (driver.text_lines(), driver.subtitle("text"), driver.focused) == (before, position, focus)
        await driver.press("[")
        assert "No earlier place" not in driver.footer


@pytest.mark.slow
@pytest.mark.parametrize(
    "keys",
    [
        "2jjjjjjjjjjjjjkkkk",
        "2jjjjJJ",
        "2jjj\\",
        "2jjj\\moss",
        "2Gzs",
        "3s>>",
        "4G",
        "5Gkk",
        "5jJ",
        "4vjj",
        "4vvj",
        "4uj",
    ],
)
async def test_nothing_moves(tmp_path: Path, keys: str) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        await driver.press(*keys)
        before, focus = driver.screen_text, driver.focused
        rewrite(path, CATALOG.replace("A lake of salt in the north.", "A lake, newly described."))
        await check_files(driver, lambda: "Reloaded: 1 record changed." in driver.footer)
        await driver.press("f9")
        assert (driver.screen_text, driver.focused) == (before, focus)


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("lode: 1\ntitle: a: b\n", 2),
        ("", 1),
        ("\0", 1),
        (CATALOG + "colour: red\n", CATALOG.count("\n") + 1),
        (b"\xff\xfe", 1),
    ],
)
async def test_a_broken_edit_keeps_the_last_good_dossier(tmp_path: Path, broken: str | bytes, line: int) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        before = driver.text_lines()
        rewrite(path, broken)
        await check_files(driver, lambda: "! 1 error: showing" in driver.breadcrumb)
        assert driver.text_lines() == before
        await driver.press("!")
        assert driver.cursor_row("box").startswith(f"{line}:")
        await driver.press("escape")
        rewrite(path, CATALOG)
        await check_files(driver, lambda: "Reloaded" in driver.footer)
        assert "error" not in driver.breadcrumb
        assert driver.text_lines() == before


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "broken",
    [
        CATALOG.replace("units:\n", "units:\n  - {id: x, name: x, base: t, factor: 1E9999999}\n"),
        CATALOG.replace("units:\n", "units:\n  - {id: x, name: x, base: t, factor: 1E-9999999}\n"),
        CATALOG + "<<<<<<< HEAD\n=======\n>>>>>>> other\n",
    ],
)
async def test_a_catalog_out_of_bounds_keeps_the_last_good_dossier(tmp_path: Path, broken: str) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        before = driver.text_lines()
        rewrite(path, broken)
        await check_files(driver, lambda: "! 1 error: showing" in driver.breadcrumb)
        assert driver.text_lines() == before
        await driver.press("3", "c", "escape", "t")
        assert driver.app.return_code is None


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    "spoilt",
    [
        CATALOG + "ignored:\n  - {article: nowhere, quote: x, number: '5', why: pronoun}\n",
        CATALOG.replace("articles:\n", f"articles:\n  - {{id: x, file: x.txt, title: '[X]', {DIGITS}}}\n", 1),
    ],
)
async def test_a_record_that_does_not_hold_is_left_out_of_the_open_dossier(tmp_path: Path, spoilt: str) -> None:
    path = write_sample_dossier(tmp_path)
    (tmp_path / "x.txt").write_text(f"March 3, {'9' * 5000}\n")
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        rewrite(path, spoilt)
        await check_files(driver, lambda: "! 1 error in the catalog" in driver.breadcrumb)
        await driver.press("!", "escape", "3", "c", "escape", "t")
        assert driver.app.return_code is None


async def test_whatever_fails_in_opening_keeps_the_last_good_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        before = driver.text_lines()
        with monkeypatch.context() as patch:
            patch.setattr(watch, "open_compiled", lambda *_, **__: 1 // 0)
            rewrite(path, NEW)
            await check_files(driver, lambda: "! 1 error: showing" in driver.breadcrumb)
        assert driver.text_lines() == before
        await driver.press("!")
        assert "lode fails on this catalog (ZeroDivisionError" in driver.screen_text
        await driver.press("escape")
        rewrite(path, CATALOG)
        await check_files(driver, lambda: "error" not in driver.breadcrumb)


@pytest.mark.slow
async def test_whatever_fails_in_showing_keeps_the_last_good_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        await driver.press("3")
        before, focus = driver.text_lines(), driver.focused
        take = Reader.set_workspace

        def taken(reader: Reader, workspace: Workspace) -> None:
            if shows_new_note(driver):
                raise ZeroDivisionError
            take(reader, workspace)

        with monkeypatch.context() as patch:
            patch.setattr(Reader, "set_workspace", taken)
            rewrite(path, NEW)
            await check_files(driver, lambda: "! 1 error: showing" in driver.breadcrumb)
        assert (driver.text_lines(), driver.focused) == (before, focus)
        assert not shows_new_note(driver)
        await driver.press("j", "n", "c", "escape", "2")
        assert driver.app.return_code is None
        rewrite(path, NEW + "\n")
        await check_files(driver, lambda: shows_new_note(driver))


async def test_a_query_that_fails_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with run_app(open_dossier(write_sample_dossier(tmp_path))) as driver:
        monkeypatch.setattr(Search, "find", lambda *_: 1 // 0)
        await driver.search_for("orla")
        await driver.wait_until(lambda: "lode fails on this question (ZeroDivisionError" in driver.screen_text)
        assert driver.app.return_code is None


async def test_an_article_that_was_missing_at_first_is_shown_once_it_is_there(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    (tmp_path / "herald.txt").unlink()
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        assert "! 1 error in the catalog" in driver.breadcrumb
        assert "The Herald" not in driver.screen_text
        # The catalog can be worked on meanwhile.
        rewrite(path, NEW)
        await check_files(driver, lambda: shows_new_note(driver))
        assert "! 1 error in the catalog" in driver.breadcrumb
        rewrite(tmp_path / "herald.txt", HERALD)
        await check_files(driver, lambda: "error" not in driver.breadcrumb)
        await driver.press("1", "g")
        assert "The Herald" in driver.screen_text


@pytest.mark.slow
async def test_a_filtered_timeline_stays_filtered(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        await driver.press("t", "\\")
        await driver.type_text("flood")
        await driver.press("enter")
        assert driver.title("upper") == "Timeline · 1 of 2 · \\ flood"
        rewrite(path, CATALOG.replace("floods its shore", "floods its shore again"))
        await check_files(driver, lambda: "Reloaded" in driver.footer)
        assert driver.title("upper") == "Timeline · 1 of 2 · \\ flood"
        assert driver.cursor_row("upper").startswith("1990 ● The lake floods its shore again")


@pytest.mark.sample(1)
@pytest.mark.parametrize("key", ["c", "t", "/", "z"])
async def test_what_is_wrong_is_said_on_every_screen(tmp_path: Path, key: str) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla-survey")) as driver:
        await driver.press(key)
        rewrite(path, "")
        await check_files(driver, lambda: "! 1 error: showing" in driver.breadcrumb)
        assert (key == "z") == ("zoomed" in driver.breadcrumb)
        await driver.press("escape", key)
        assert "! 1 error: showing" in driver.breadcrumb
        rewrite(path, CATALOG)
        await check_files(driver, lambda: "error" not in driver.breadcrumb)


async def test_a_deleted_article_loses_nothing(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        before = driver.text_lines()
        (tmp_path / "herald.txt").unlink()
        await check_files(driver, lambda: "! 1 error: showing" in driver.breadcrumb)
        assert driver.text_lines() == before
        await driver.press("n", "3", "y", "e")
        rewrite(tmp_path / "herald.txt", HERALD)
        await check_files(driver, lambda: "Reloaded." in driver.footer)


@pytest.mark.slow
async def test_a_truncated_article_comes_back(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        before = driver.text_lines()
        rewrite(tmp_path / "herald.txt", "")
        await check_files(driver, lambda: "in the catalog" in driver.breadcrumb)
        await driver.press("n", "3", "enter", "[", "[")
        rewrite(tmp_path / "herald.txt", HERALD)
        await check_files(driver, lambda: "in the catalog" not in driver.breadcrumb)
        await driver.press("1", "g", "enter", "4", "g")
        assert driver.text_lines()[0] == before[0]


async def test_articles_outside_stay_allowed_when_the_catalog_is_read_again(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    path = write_sample_dossier(inside)
    (inside / "herald.txt").rename(tmp_path / "herald.txt")
    text = CATALOG.replace("file: herald.txt", "file: ../herald.txt")
    path.write_text(text)
    async with run_app(open_dossier(path, outside=True), Place.at("orla")) as driver:
        rewrite(path, text.replace("A lake of salt in the north.", "A lake, newly described."))
        await check_files(driver, lambda: "Reloaded: 1 record changed." in driver.footer)
        assert "newly described" in driver.content("details")


def test_an_article_that_is_still_to_be_written_is_waited_for(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    files = Files(open_dossier(path))
    files.watch()
    assert not files.changed()
    more = "articles:\n  - id: a-new\n    file: new.txt\n    title: '[New]'\n"
    rewrite(path, CATALOG.replace("articles:\n", more, 1))
    assert files.changed()
    files.reopen()
    assert files.stale
    assert not files.changed()
    (tmp_path / "new.txt").write_text("New\n")
    assert files.changed()
    files.reopen()
    assert not files.stale
    assert "a-new" in files.dossier.articles
    assert not files.changed()
    rewrite(tmp_path / "new.txt", "Newer\n")
    assert files.changed()


async def test_a_dossier_that_is_read_twice_is_shown_once(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        screen = driver.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        rewrite(path, CATALOG.replace("A lake of salt in the north.", "A lake."))
        await check_files(driver, lambda: "Reloaded: 1 record changed." in driver.footer)
        screen.reloader.show(screen.workspace)
        assert "Reloaded: 1 record changed." in driver.footer
        workspace = screen.workspace
        rewrite(path, "lode: 1\ntitle: a: b\n")
        await check_files(driver, lambda: "! 1 error: showing" in driver.breadcrumb)
        assert screen.workspace is workspace


def test_what_changes_while_it_is_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files, opened = Files(open_dossier(write_sample_dossier(tmp_path))), watch.open_compiled
    files.watch()

    def then_changed(*arguments: Any, **named: Any) -> Dossier:
        dossier = opened(*arguments, **named)
        rewrite(tmp_path / "herald.txt", "Another text.\n")
        return dossier

    monkeypatch.setattr(watch, "open_compiled", then_changed)
    files.reopen()
    assert files.changed()


async def test_of_many_files_a_change_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reloading, "MANY_FILES", 0)
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        screen = driver.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        await driver.wait_until(lambda: bool(screen.files._seen))
        rewrite(path, CATALOG.replace("A lake of salt in the north.", "A lake."))
        await check_files(driver, lambda: "Reloaded: 1 record changed." in driver.footer)


async def test_a_record_that_was_removed_meanwhile_is_not_shown(tmp_path: Path) -> None:
    async with run_app(open_dossier(write_sample_dossier(tmp_path)), Place.at("orla")) as driver:
        before = driver.screen_text.split("\n")[:-1]
        screen = driver.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        screen.go(Place.at("gone"))
        await driver.settle()
        assert driver.footer.startswith("That is no longer in the catalog.")
        assert driver.screen_text.split("\n")[:-1] == before


def test_an_earlier_reading_that_takes_longer_does_not_have_the_last_word(
    sample_dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier, later = open_dossier(write_sample_dossier(tmp_path)), open_dossier(write_sample_dossier(tmp_path))
    files = Files(sample_dossier)
    second = Thread(target=files.reopen)
    read = iter((earlier, later))

    def opened(*_: object, **__: object) -> Dossier:
        if (dossier := next(read)) is earlier:
            second.start()
            # It cannot end while it waits for this one; unhindered, it is done at once.
            second.join(0.2)
        return dossier

    monkeypatch.setattr(watch, "open_compiled", opened)
    files.reopen()
    second.join()
    assert files.dossier is later


@pytest.mark.slow
async def test_a_missing_editor_is_reported(sample_dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    # A terminal that makes room: there is none here.
    monkeypatch.setattr(LodeApp, "suspend", lambda app: nullcontext())
    monkeypatch.delenv("EDITOR")
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        await driver.press("e")
        assert driver.footer.startswith("No editor is set: export VISUAL or EDITOR.")
        monkeypatch.setenv("EDITOR", "no-such-editor")
        await driver.press("e")
        assert driver.footer.startswith("no-such-editor cannot be run: No such file or directory")


async def test_hits_in_an_article_that_is_renamed_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("hits:article:a-ledger logbook")) as driver:
        assert driver.current_words == ["logbook"]
        find, threads = Search.passages, []

        def passages(search: Search, *arguments: Any) -> Any:
            threads.append(current_thread())
            return find(search, *arguments)

        monkeypatch.setattr(Search, "passages", passages)
        rewrite(path, CATALOG.replace("a-ledger", "a-books"))
        await check_files(driver, lambda: "Reloaded" in driver.footer)
        assert driver.current_words == []
        await driver.press("n")
        assert driver.footer.startswith("“logbook”: not in the text.")
        # To bring the index up to date can take seconds: keys do not wait for it.
        assert threads and main_thread() not in threads


def test_included_files_are_watched(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    files = Files(open_dossier(path))
    files.watch()
    rewrite(path, CATALOG + "include: more.yaml\n")
    assert files.changed()
    files.reopen()
    assert files.stale
    # Not yet there, it is waited for.
    (tmp_path / "more.yaml").write_text("entities:\n  - id: more\n    name: Morelake\n    kind: place\n")
    assert files.changed()
    files.reopen()
    assert (files.stale, files.dossier.entities["more"].mark.file) == (False, "more.yaml")
    rewrite(tmp_path / "more.yaml", "entities: []\n")
    assert files.changed()
    files.reopen()
    assert "more" not in files.dossier.entities
