"""Keys that copy, and those of the copy menu."""

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.app.app_driver import AppDriver, run_app
from tests.app.key_tests import PANE_KEYS, PANES, keep_orla, key_test
from tui.app.commands.actions import ACTIONS, COMPARE, COPY, LIST, TIMELINE
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier


@key_test("copy-citation", where=PANES, quick=True)
async def test_copy_citation(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press("n", key)
    expected = "“The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.” The Herald, "
    assert driver.app.clipboard.startswith(expected)
    assert driver.app.clipboard.endswith(", 1 March 2024, https://example.org/salt, line 29.")
    assert driver.footer.startswith("Copied: “The shore has been empty")


@key_test("copy-as", where=PANES)
async def test_copy_as(driver: AppDriver, key: str, where: str) -> None:
    await keep_orla(driver, where)
    await driver.press("n", key)
    assert driver.title("box") == "Copy"
    assert driver.cursor_row("box").startswith(
        "p Plain text “The shore has been empty since the Orla Lake flood of 1990"
    )
    assert "w  Quoted words only" in driver.content("box")


MENU = ("2", "enter", "n", "Y")
"""The keys to the menu for the second place that names Orla Lake."""

SENT = {
    "copy-plain": "“The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.” The Herald, ",
    "copy-markdown": "> The shore has been empty",
    "copy-bibtex": "@online{a-herald,",
    "copy-csl": '[\n  {\n    "id": "a-herald"',
    "copy-words": "The shore has been empty since the Orla Lake flood of 1990, Ada Moss said.",
    "copy-link": "https://example.org/salt#:~:text=the-,Orla%20Lake,-flood",
    "copy-id": "orla",
}


@key_test(*SENT, where=(COPY,))
async def test_copy_in_a_form(driver: AppDriver, key: str, where: str) -> None:
    before = len(driver.app.screen_stack)
    await driver.press(*MENU, key)
    assert len(driver.app.screen_stack) == before
    (action,) = (action for action in ACTIONS if COPY in action.where and key in action.key_list)
    sent = SENT[action.id]
    assert driver.app.clipboard.startswith(sent)
    assert driver.footer.startswith("Copied: " + " ".join(sent.split())[:60])


@key_test("next-form", where=(COPY,))
async def test_next_form(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, key, key)
    assert driver.cursor_row("box").startswith("b BibTeX @online{a-herald,")


@key_test("previous-form", where=(COPY,))
async def test_previous_form(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, "j", "j", key)
    assert driver.cursor_row("box").startswith("m Markdown > The shore")


@key_test("copy-form", where=(COPY,))
async def test_copy_the_selected_form(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, "j", key)
    assert driver.app.clipboard.startswith(SENT["copy-markdown"])
    await driver.press("Y")
    assert driver.cursor_row("box").startswith("m Markdown")


@key_test("copy-show", where=(COPY,))
async def test_show_to_select(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU, key)
    # Nothing can be suspended here; what is shown is for the test in a real terminal.
    assert driver.footer.startswith("This terminal cannot make room for it.")


@key_test("leave", where=(COPY,))
async def test_leave_the_copy_menu(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*MENU[:-1])
    before = driver.screen_text
    await driver.press("Y", "j", key)
    assert driver.screen_text == before
    assert not driver.app.clipboard


@key_test("open-address", where=PANES)
async def test_open_the_url(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.opened_urls == ["https://example.org/salt"]


@key_test("close", where=(COPY,))
async def test_close_the_copy_menu(driver: AppDriver, key: str, where: str) -> None:
    before = driver.screen_text
    await driver.press("Y", key)
    assert driver.screen_text == before


@key_test("write-report", where=PANES, quick=True)
async def test_write_report(driver: AppDriver, key: str, where: str) -> None:
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        await keep_orla(driver, where)
        await driver.press(key, key)
        first, second = Path(folder, "lode-orla.md"), Path(folder, "lode-orla-2.md")
        assert driver.footer.startswith("Written to ")
        assert first.read_bytes() == second.read_bytes()
        assert "40 million tons of salt" in first.read_text(encoding="utf-8")


@key_test("write-report", where=(COMPARE, TIMELINE))
async def test_write_report_of_a_split_view(driver: AppDriver, key: str, where: str) -> None:
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        await keep_orla(driver, LIST)
        await driver.press("c" if where == COMPARE else "t", key)
        [report] = Path(folder).iterdir()
        assert report.name.startswith("lode-compare-reserves-orla" if where == COMPARE else "lode-timeline")
        text = report.read_text(encoding="utf-8")
        assert ("## Timeline" in text) == (where == TIMELINE)
        assert "| claimant |" in text


@key_test("write-page", where=(*PANES, COMPARE, TIMELINE), quick=True)
async def test_write_page(driver: AppDriver, key: str, where: str) -> None:
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        await keep_orla(driver, where if where in PANES else LIST)
        await driver.press(*{COMPARE: "c", TIMELINE: "t"}.get(where, ""), key)
        [page] = Path(folder).iterdir()
        assert driver.footer.startswith("Written to ") and page.suffix == ".html"
        text = page.read_text(encoding="utf-8")
        assert 'id="orla"' in text
        assert f'id="{"_timeline" if where == TIMELINE else "_comparisons"}"' in text


async def test_a_report_that_cannot_be_written_says_why(sample_dossier: Dossier, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        with contextlib.chdir(gone):
            gone.rmdir()
            await driver.press("W")
            assert driver.footer.startswith("The file cannot be written: No such file or directory")
