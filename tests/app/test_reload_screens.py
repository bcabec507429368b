"""What is open while the files change is shown again from the new dossier."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.app.app_driver import run_app
from tests.app.reloading import NEW, check_files, rewrite, shows_new_note
from tests.app.sample_dossier import CATALOG, write_sample_dossier
from tui.app.model.place import Place
from tui.app.widgets.bars import Bar
from tui.linking.link import open_dossier


@pytest.mark.slow
async def test_a_filtered_list_moves_no_cursor_by_itself(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        await driver.press("2", "\\", *"cedar", "enter")
        assert "Cedar · preview" in driver.breadcrumb
        await driver.press("[")
        rewrite(path, NEW)
        await check_files(driver, lambda: "Reloaded" in driver.footer)
        assert "Orla Lake" in driver.breadcrumb
        assert "preview" not in driver.breadcrumb


@pytest.mark.slow
@pytest.mark.parametrize("keys", ["/", "c", "t", "?"])
async def test_what_opened_over_the_panes_stays_as_it_is(tmp_path: Path, keys: str) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        await driver.press("4", keys)
        if keys == "/":
            await driver.type_text("orla")
            await driver.wait_until(lambda: "Orla Lake 1 of 4" in driver.screen_text)
        before, focus = driver.screen_text, driver.focused
        rewrite(path, NEW)
        await check_files(driver, lambda: shows_new_note(driver))
        *above, last = driver.screen_text.split("\n")
        assert (above, driver.focused) == (before.split("\n")[:-1], focus)
        assert "Reloaded: 1 record changed." in last
        await driver.press("escape")
        assert driver.focused_panes == ["text"]
        assert "newly described" in driver.content("details")
        await driver.press("n")
        assert "Orla Lake 2 of 4" in driver.subtitle("text")


@pytest.mark.slow
async def test_a_search_goes_on_after_a_reload(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        await driver.search_for("orla")
        rewrite(path, NEW.replace("name: Silent Cape", "name: Loud Cape"))
        await check_files(driver, lambda: shows_new_note(driver))
        await driver.type_text(" lake")
        await driver.wait_until(lambda: "entity  Orla Lake" in driver.screen_text)
        await driver.press("enter")
        assert "newly described" in driver.content("details")
        await driver.search_for("loud cape")
        await driver.wait_until(lambda: "entity  Loud Cape" in driver.screen_text)


async def test_what_is_marked_is_what_the_catalog_says_now(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        await driver.press("4", "v", "u")
        tagged = driver.text_lines()
        rewrite(path, NEW.replace("kind: company", "kind: person"))
        await check_files(driver, lambda: shows_new_note(driver))
        assert driver.text_lines() != tagged
        rewrite(path, CATALOG)
        await check_files(driver, lambda: not shows_new_note(driver))
        assert driver.text_lines() == tagged


@pytest.mark.slow
async def test_letters_and_selected_words_go_with_the_text_that_they_stood_on(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        at = driver.find("closed for days", "text")[0]
        await driver.drag(at, at + Offset(14, 0))
        await driver.press("f")
        assert driver.jump_labels
        rewrite(path, NEW)
        await check_files(driver, lambda: shows_new_note(driver))
        assert not driver.jump_labels
        await driver.press("D")
        assert driver.footer.startswith("Select words first")
        assert path.read_text() == NEW


HEAD = CATALOG[: CATALOG.index("figures:")]
"""Without figures and events."""


async def test_a_search_follows(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        await driver.search_for("depth")
        await driver.wait_until(lambda: "45 meters" in driver.screen_text)
        rewrite(path, HEAD)
        await check_files(driver, lambda: "figure" not in driver.content("results"))
        assert driver.cursor_row("results").startswith("text A depth of 45 meters")
        await driver.press("enter")
        assert driver.focused == "text"


@pytest.mark.slow
async def test_a_result_that_is_removed_at_the_same_moment_is_reported(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        await driver.search_for("kind:figure depth")
        await driver.wait_until(lambda: "45 meters" in driver.screen_text)
        driver.app.screen.set_workspace = lambda workspace: None  # type: ignore[attr-defined]
        rewrite(path, HEAD)
        await check_files(
            driver, lambda: "0 figures" in driver.app.screen_stack[0].query_one("#breadcrumb", Bar).right[1].text
        )
        await driver.press("enter")
        assert "is no longer in the catalog; its place in the text is kept." in driver.footer
        assert "A look at the books" in driver.title("text")


@pytest.mark.slow
async def test_compare_follows(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla-company")) as driver:
        await driver.press("c", "j")
        rewrite(path, CATALOG.replace("name: reserves", "name: known reserves"))
        await check_files(driver, lambda: "known reserves" in driver.title("upper"))
        assert driver.cursor_row("upper").startswith("40 Mt")
        rewrite(path, HEAD)
        await check_files(driver, lambda: "Articles" in driver.screen_text)
        assert driver.footer.startswith("orla-company is no longer in the catalog; its place in the text is kept.")
        assert driver.breadcrumb.startswith("Salt of the north › articles › The Herald")
        await driver.press("n", "5", "j", "[", "]", "y", "c", "e")
        assert driver.app.return_code is None


@pytest.mark.sample(1)
async def test_every_filtered_list_follows(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path)) as driver:
        await driver.press("2", "\\", *"cedar", "enter", "3", "\\", *"depth", "enter")
        assert (driver.title("entities"), driver.title("figures")) == (
            "2 Entities 1 of 24",
            "3 [Figures 2 of 4] Events",
        )
        rewrite(path, HEAD.replace("name: Fern\n", "name: Cedar Fern\n"))
        await check_files(driver, lambda: driver.title("entities").startswith("2 Entities 2"))
        assert (driver.title("entities"), driver.title("figures")) == ("2 Entities 2 of 24", "3 Figures 0 of 0")


@pytest.mark.sample(1)
@pytest.mark.parametrize("peeking", [False, True])
async def test_the_record_on_screen_is_taken_out(tmp_path: Path, peeking: bool) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), None if peeking else Place.at("cedar")) as driver:
        if peeking:
            await driver.press("2", "\\", *"cedar", "enter")
        await driver.press("J")
        before = driver.text_lines()
        rewrite(path, CATALOG.replace("  - id: cedar\n    name: Cedar\n    kind: place\n", ""))
        await check_files(
            driver, lambda: "cedar is no longer in the catalog; its place in the text is kept." in driver.footer
        )
        assert driver.text_lines() == before
        assert driver.breadcrumb.startswith("Salt of the north › articles › The Herald")
        await driver.press("n", "enter", "[", "]", "t", "c", "y", "e", "j")
        assert driver.app.return_code is None


async def test_what_is_left_out_for_a_moment_comes_back(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    herald = (tmp_path / "herald.txt").read_text()
    async with run_app(open_dossier(path), Place.at("orla-company")) as driver:
        await driver.press("2", "enter", "[")
        assert driver.current_words == ["40 million tons"]
        rewrite(tmp_path / "herald.txt", herald.replace("40 million", "41 million"))
        await check_files(
            driver,
            lambda: "orla-company is no longer in the dossier; the problems of the catalog say why." in driver.footer,
        )
        assert "The Herald" in driver.title("text") and driver.current_words == []
        await driver.press("]", "[")
        assert "orla-company is no longer in the dossier; the problems of the catalog say why." in driver.footer
        rewrite(tmp_path / "herald.txt", herald)
        await check_files(driver, lambda: "Reloaded: 1 record changed." in driver.footer)
        assert driver.current_words == ["40 million tons"]


@pytest.mark.slow
async def test_an_article_is_taken_out_with_all_that_stood_in_it_alone(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    fewer = CATALOG[: CATALOG.index("  - id: orla-survey")]
    start, end = CATALOG.index("  - id: a-ledger"), CATALOG.index("  - id: a-notes")
    ledger = CATALOG[start:end]
    source = CATALOG[CATALOG.index("      - article: a-ledger") : CATALOG.index("  - id: orla-survey")]
    async with run_app(open_dossier(path)) as driver:
        await driver.press("2", *"jj", "enter", "n", "3", "G", "enter", "5", "j", "j")
        assert "A look at the books" in driver.title("text")
        rewrite(path, fewer.replace(ledger, "").replace(source, ""))
        await check_files(driver, lambda: "is no longer in the catalog." in driver.footer)
        assert "The Herald" in driver.title("text")
        await driver.press("[", "[", "[", "n", "N", "'", "j", "j", "enter", "y")
        assert driver.app.return_code is None


@pytest.mark.slow
async def test_a_mention_whose_article_goes_is_not_all_that_is_left(tmp_path: Path) -> None:
    path = write_sample_dossier(tmp_path)
    async with run_app(open_dossier(path), Place.at("orla")) as driver:
        await driver.press("n", "n", "n")
        assert "4 of 4" in driver.subtitle("text")
        start, end = CATALOG.index("  - id: a-notes"), CATALOG.index("entities:")
        rewrite(path, CATALOG.replace(CATALOG[start:end], ""))
        await check_files(driver, lambda: "Reloaded" in driver.footer)
        assert "3 of 3" in driver.subtitle("text")
        assert driver.current_words
