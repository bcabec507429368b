"""Drafts: from words in the text to a record in the catalog that the app shows."""

import os
import re
from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.app.app_driver import AppDriver, run_app
from tests.app.pseudo_terminal import write_editor
from tests.app.sample_dossier import CATALOG, HERALD, LEDGER, open_sample_dossier
from tui.app.model.place import Place
from tui.app.screens.main import MainScreen
from tui.catalog.load import load
from tui.catalog.nodes import parse
from tui.linking.link import open_dossier


async def select_words(driver: AppDriver, words: str) -> None:
    """Drags over words in the text."""
    start = driver.find(words, "text")[0]
    await driver.drag(start, start + Offset(len(words) - 1, 0))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "listing", "draft"),
    [
        (
            "0 million tons of sa",
            "figures",
            {
                "measure": "reserves",
                "subject": "orla",
                "material": "salt",
                "claimant": "brine",
                "sources": [
                    {
                        "article": "a-herald",
                        "quote": "40 million tons of salt",
                        "said": "Brine Company said",
                        "number": "40 million tons",
                    }
                ],
            },
        ),
        ("The Heral", "entities", {"name": "The Herald", "kind": "unnamed"}),
    ],
)
async def test_selected_words_are_copied_as_a_draft(
    tmp_path: Path, words: str, listing: str, draft: dict[str, object]
) -> None:
    async with run_app(open_sample_dossier(tmp_path)) as driver:
        await select_words(driver, words)
        await driver.press("d")
        assert driver.footer.startswith(f"Copied a draft for `{listing}`; press e to open the catalog.")
        [copied] = parse(f"{listing}:\n{driver.app.clipboard}", "")[listing]
        assert {key: copied[key] for key in copied if key not in ("id", "draft")} == draft
        assert (tmp_path / "catalog.yaml").read_text() == CATALOG


async def test_selected_words_become_a_record_that_shows(tmp_path: Path) -> None:
    async with run_app(open_sample_dossier(tmp_path)) as driver:
        await select_words(driver, "closed for days")
        await driver.press("D")
        assert driver.title("form") == "Entity"
        assert not re.search("skip|ignore all|undo|next kind", driver.footer) and "x ignore" in driver.footer
        assert "n name      closed for days" in driver.content("form")
        await driver.press("enter")
        await driver.type_text("prod")
        await driver.press("enter", "enter")
        await driver.wait_until(lambda: driver.title("entities") == "2 Entities 25")
        assert driver.footer.startswith("closed-for-days is in the catalog.")
        written = load(tmp_path / "catalog.yaml").entities[-1]
        assert (written.id, written.name, written.type, written.draft) == (
            "closed-for-days",
            "closed for days",
            "product",
            False,
        )
        assert driver.footer.startswith("closed-for-days is in the catalog. U undoes.")
        await driver.click("closed for days", "text")
        assert driver.current_words == ["closed for days"]
        assert driver.content("details").startswith("closed for days")
        await driver.press("U")
        await driver.wait_until(lambda: driver.title("entities") == "2 Entities 24")
        assert driver.footer.startswith("Undone: closed-for-days.")
        assert (tmp_path / "catalog.yaml").read_text() == CATALOG


async def test_what_is_left_out_is_stepped_through_and_drafted_with_keys_alone(tmp_path: Path) -> None:
    more = "Nine boats lay on 7 piers, and 3 barges.\n"
    open_sample_dossier(tmp_path)
    (tmp_path / "ledger.txt").write_text(LEDGER + more)
    async with run_app(open_dossier(tmp_path / "catalog.yaml"), Place.at("a-ledger")) as driver:
        await driver.press("4", "G", "u", "l")
        while driver.current_words != ["7"]:
            await driver.press("l")
        assert "left out" in driver.subtitle("text")
        await driver.press("n")
        assert driver.current_words == ["3"]
        await driver.press("N")
        before = driver.text_lines()
        await driver.press("D")
        assert driver.current_words == ["7"]
        await driver.press("m", *"piers", "enter", *"orla", "enter", *"itself", "enter", "enter")
        await driver.wait_until(lambda: "Figures 5" in driver.title("figures"))
        figures = {figure.id: figure for figure in load(tmp_path / "catalog.yaml").figures}
        [source] = figures["orla-piers"].sources
        assert (source.article, source.number) == ("a-ledger", "7")
        # One stays where one was, and goes on from there.
        assert (driver.text_lines(), driver.current_words) == (before, [])
        while driver.current_words != ["3"]:
            await driver.press("l")


async def test_what_is_left_out_is_marked_in_the_text_on_screen(tmp_path: Path) -> None:
    open_sample_dossier(tmp_path)
    (tmp_path / "ledger.txt").write_text("Nine boats of Kestrel Freight lay there.\n" + LEDGER)
    (tmp_path / "herald.txt").write_text("There lay 17 boats.\n" + HERALD)
    async with run_app(open_dossier(tmp_path / "catalog.yaml"), Place.at("a-ledger")) as driver:
        main = driver.app.screen_stack[0]
        assert isinstance(main, MainScreen)
        theme_styles = driver.app.theme_styles

        def drawn(words: str) -> tuple[str, bool]:
            """What is in the gutter beside some words, and whether they have the colour of what is left out."""
            at = driver.find(words, "text")[0]
            [style] = driver.styles_of(words, "text")
            return driver.screen_lines[at.y][driver.region("text").x + 1], style.color == theme_styles.uncaptured.color

        assert drawn("Nine") == (" ", False)
        await driver.press("u")
        assert drawn("Nine") == ("?", True)
        assert drawn("boats of") == ("?", False)
        assert drawn("Kestrel Freight") == ("?", True)
        await driver.press("1", "k")
        assert driver.title("text").startswith("4 Text · The Herald")
        assert drawn("17") == ("?", True)
        # What is left out changes with the text.
        (tmp_path / "herald.txt").write_text("The boats and 12 more.\n" + HERALD)
        main.reloader.check()
        await driver.wait_until(lambda: "12 more" in driver.screen_text)
        assert drawn("12") == ("?", True)
        await driver.press("u")
        assert drawn("12") == (" ", False)


@pytest.mark.slow
async def test_words_that_were_searched_for_are_drafted(tmp_path: Path) -> None:
    async with run_app(open_sample_dossier(tmp_path)) as driver:
        await driver.search_for('"closed for days"')
        await driver.press("enter", "d")
        assert driver.footer.startswith("Copied a draft for `entities`; press e to open the catalog.")
        assert "closed for days" in driver.app.clipboard


async def test_a_letter_leads_to_what_is_left_out(tmp_path: Path) -> None:
    open_sample_dossier(tmp_path)
    (tmp_path / "ledger.txt").write_text("Nine boats lay on 7 piers.\n" + LEDGER)
    async with run_app(open_dossier(tmp_path / "catalog.yaml"), Place.at("a-ledger")) as driver:
        await driver.press("4", "u", "f", "a")
        assert driver.current_words == ["Nine"]
        assert driver.breadcrumb.startswith("Salt of the north › articles › A look at the books")


@pytest.mark.slow
async def test_e_leaves_the_record_to_an_editor_as_a_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = "Nine boats lay on 7 piers.\n"
    open_sample_dossier(tmp_path)
    (tmp_path / "ledger.txt").write_text(LEDGER + more)
    monkeypatch.setenv("EDITOR", write_editor(tmp_path, f"open({str(tmp_path / 'at')!r}, 'w').write(str(sys.argv))"))
    async with run_app(open_dossier(tmp_path / "catalog.yaml"), Place.at("a-ledger")) as driver:
        assert not any(style.bold for style in driver.styles_of("7 piers", "text"))
        await select_words(driver, "7 piers")
        await driver.press("D", "e")
        # Its number is marked, and it is no longer left out.
        await driver.wait_until(lambda: bool(driver.styles_of("7 piers", "text")[0].bold))
        [draft] = [figure for figure in load(tmp_path / "catalog.yaml").figures if figure.draft]
        assert (draft.subject, draft.sources[0].number) == (None, "7")


async def test_a_broken_catalog_is_not_written_to(tmp_path: Path) -> None:
    async with run_app(open_sample_dossier(tmp_path)) as driver:
        (tmp_path / "catalog.yaml").write_text("lode: 1\ntitle: a: b\n")
        await select_words(driver, "closed for days")
        await driver.press("D")
        assert driver.footer.startswith("catalog.yaml is broken on line 2; mend it first")
        assert (tmp_path / "catalog.yaml").read_text() == "lode: 1\ntitle: a: b\n"


@pytest.mark.slow
async def test_a_catalog_that_a_new_version_would_part_from_its_links_is_not_written_to(tmp_path: Path) -> None:
    async with run_app(open_sample_dossier(tmp_path)) as driver:
        os.link(tmp_path / "catalog.yaml", tmp_path / "other.yaml")
        await select_words(driver, "closed for days")
        await driver.press("D", "t", *"prod", "enter", "enter")
        said = "catalog.yaml cannot be written: it has 2 hard links, and the others would keep"
        assert said in " ".join(driver.screen_text.split())
        assert (tmp_path / "catalog.yaml").read_text() == CATALOG


async def test_a_figure_is_marked_as_checked_and_wrong(tmp_path: Path) -> None:
    async with run_app(open_sample_dossier(tmp_path)) as driver:
        path = tmp_path / "catalog.yaml"
        await driver.press("3", "j", "m")
        await driver.wait_until(lambda: "checked" in driver.content("details"))
        [figure] = [figure for figure in load(path).figures if figure.status]
        assert figure.status == "checked" and figure.reviewed
        assert driver.footer.startswith("Marked as checked. m marks it as wrong, U undoes.")
        assert "✓" in driver.content("figures")
        await driver.press("m")
        await driver.wait_until(lambda: "wrong" in driver.content("details"))
        await driver.press("U")
        await driver.wait_until(lambda: "checked" in driver.content("details"))
        assert driver.footer.startswith(f"Undone: {figure.id} is again marked as checked.")
        # Keys wait while the catalog is written.
        await driver.press_without_pause("m", "m")
        await driver.wait_until(lambda: "open" in driver.content("details"))
        await driver.press("m")
        await driver.wait_until(lambda: "open, by" not in driver.content("details"))
        assert driver.footer.startswith("No longer marked. m marks it as checked, U undoes.")
        assert path.read_text() == CATALOG
