"""The keys of the queue of drafts, and of the fields of a form."""

import pytest

from tests.app.app_driver import AppDriver
from tests.app.key_tests import PANE_KEYS, PANES, assert_palette_opens_and_closes, key_test
from tui.app.commands.actions import FIELD, REVIEW
from tui.app.widgets.form_pane import FormPane
from tui.dossier.dossier import Dossier

OPENED = "4", "R"
"""Opens the queue of all articles."""


@pytest.fixture
def sample_dossier(drafted_dossier: Dossier) -> Dossier:
    """The dossier of these tests, which has drafts."""
    return drafted_dossier


def progress(driver: AppDriver) -> str:
    """The progress in the upper line."""
    return driver.breadcrumb.split("  ")[-1].strip()


@key_test("review", "review-all", where=PANES, quick=True)
async def test_open_the_queue(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(PANE_KEYS[where], key)
    assert driver.breadcrumb.startswith("Salt of the north › review")
    assert progress(driver).endswith(", 0 accepted")
    await driver.press("escape")
    assert driver.focused_panes == [driver.focused]


@key_test("skip-draft", where=(REVIEW,))
async def test_skip(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert progress(driver).startswith("2 of ")


@key_test("previous-draft", where=(REVIEW,))
async def test_previous(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert driver.footer.startswith("This is the first draft.")
    await driver.press("j", key)
    assert progress(driver).startswith("1 of ")


@key_test("next-draft-kind", where=(REVIEW,))
async def test_next_kind(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert driver.title("form") == "Figure"


@key_test("previous-draft-kind", where=(REVIEW,))
async def test_previous_kind(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, "tab")
    assert driver.title("form") == "Figure"
    await driver.press(key)
    assert (driver.title("form"), progress(driver).partition(" of ")[0]) == ("Entity", "1")


@key_test("next-field", "previous-field", where=(FIELD,))
async def test_next_and_previous_field(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, "tab", "s", *"quay", key)
    assert driver.title("values") == {"tab": "Material", "shift+tab": "Measure"}[key]
    # What was typed there is kept.
    await driver.press({"tab": "shift+tab", "shift+tab": "tab"}[key])
    assert (driver.title("values"), driver.app.screen.query_one(FormPane).typed) == ("Subject · needed", "quay")


@key_test("repeat-figure", where=(REVIEW,))
async def test_repeat_without_a_figure_before(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, "tab")
    assert driver.title("form") == "Figure"
    await driver.press(key)
    assert driver.footer.startswith("Nothing from the last figure of this article fits here.")


@key_test("accept-draft", where=(REVIEW,))
async def test_accept_asks_for_what_is_wanted(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED)
    while driver.title("form") != "Figure":
        await driver.press("j")
    await driver.press(key)
    assert driver.focused == "value"


@key_test("longer-draft", "shorter-draft", "earlier-draft", "later-draft", where=(REVIEW,))
async def test_words_of_a_draft(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED)
    while driver.title("form") != "Figure":
        await driver.press("j")
    before = driver.current_words
    await driver.press(key)
    assert driver.current_words != before or driver.footer.startswith("No word can be taken away.")


@key_test("ignore-draft", "ignore-alike", where=(REVIEW,))
async def test_ignore_asks_for_a_reason(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert driver.title("values").startswith("Why ignore “")
    assert "common word" in driver.content("values")


@key_test("undo", where=(*PANES, REVIEW))
async def test_undo_without_anything_written(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*(OPENED if where == REVIEW else [PANE_KEYS[where]]))
    assert "undo" not in driver.footer
    await driver.press(key)
    assert driver.footer.startswith("Nothing to undo: ")


@key_test("edit", where=(REVIEW,))
async def test_edit_without_drafts_left(driver: AppDriver, key: str, where: str) -> None:
    # What it writes is for tests with a catalog of their own.
    await driver.press(*OPENED)
    while "done" not in driver.title("form"):
        await driver.press("j")
    await driver.press(key)
    assert driver.footer.startswith("No drafts are left.")


@key_test("field-type", "field-nature", "field-aliases", where=(REVIEW,))
async def test_fields_of_an_entity(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert driver.title("values").partition(" ·")[0] in ("Type", "Name", "Aliases")


@key_test(
    *("field-measure", "field-subject", "field-material", "field-scope", "field-claimant"),
    *("field-words", "field-period", "field-entities", "field-figure"),
    where=(REVIEW,),
)
async def test_fields_of_other_records(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED)
    assert driver.title("form") == "Entity"
    await driver.press(key)
    assert driver.footer.startswith("This draft has no such field.")


@key_test("scroll-text-down", "scroll-text-up", where=(REVIEW,))
async def test_scroll_the_text(driver: AppDriver, key: str, where: str) -> None:
    await driver.resize(120, 8)
    await driver.press(*OPENED)
    before = driver.text_lines("passage")
    up = key in ("K", "shift+up")
    await driver.press(key if up else "K")
    assert driver.text_lines("passage") != before
    await driver.press("J" if up else key)
    assert driver.text_lines("passage") == before


@key_test("help", where=(REVIEW, FIELD))
async def test_help(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, *(["t"] if where == FIELD else []), key)
    assert driver.title("box") == "Help · Review"
    assert driver.content("box").count("Reviewing drafts") <= 1


@key_test("leave", where=(REVIEW, FIELD))
async def test_leave(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED)
    if where == FIELD:
        await driver.press("t", key)
        assert driver.title("form") == "Entity"
    await driver.press(key)
    assert driver.focused_panes == ["text"]


@key_test("close", where=(REVIEW,))
async def test_close(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, key)
    assert driver.focused_panes == ["text"]


@key_test("suspend", where=(REVIEW, FIELD))
async def test_suspend(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, *(["t"] if where == FIELD else []), key)
    assert "This terminal cannot make room" in driver.screen_text


@key_test("palette", where=(REVIEW,))
async def test_palette(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED)
    await assert_palette_opens_and_closes(driver, key)


@key_test("palette-in-field", where=(FIELD,))
async def test_palette_over_a_field(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, "t")
    await assert_palette_opens_and_closes(driver, key)


@key_test("next-value", "previous-value", where=(FIELD,))
async def test_choose_a_value(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, "t", "down", "down", key)
    assert driver.cursor_row("values") == ("0 unnamed" if key == "up" else "2 organization")


@key_test("take-value", where=(FIELD,))
async def test_take_a_value(driver: AppDriver, key: str, where: str) -> None:
    await driver.press(*OPENED, "t")
    await driver.press(key)
    assert driver.title("values").startswith("Type"), "nothing is chosen yet"
    await driver.type_text("compa")
    await driver.press(key)
    assert "t type      company" in driver.content("form")
