"""From words in the text to a draft in the catalog, and on to what it shows."""

import os
from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.app.lake import CATALOG, HERALD, LEDGER, lake
from tests.app.seat import Seat, sit
from tui.app.place import Place
from tui.app.screens.main import MainScreen
from tui.catalog.load import load
from tui.catalog.nodes import parse
from tui.dossier.link import open_dossier


async def select(seat: Seat, words: str) -> None:
    """Drags over words in the text."""
    start = seat.find(words, "text")[0]
    await seat.drag(start, start + Offset(len(words) - 1, 0))


@pytest.mark.parametrize(
    ("words", "listing", "draft"),
    [
        (
            "0 million tons of sa",
            "figures",
            {
                "measure": "reserves",
                "subject": None,
                "sources": [{"article": "a-herald", "quote": "40 million tons of salt", "number": "40 million tons"}],
            },
        ),
        ("The Heral", "entities", {"name": "The Herald", "kind": "unnamed"}),
    ],
)
async def test_selected_words_are_copied_as_a_draft(
    tmp_path: Path, words: str, listing: str, draft: dict[str, object]
) -> None:
    async with sit(lake(tmp_path)) as seat:
        await select(seat, words)
        await seat.press("d")
        assert seat.footer.startswith(f"Sent to the clipboard: a draft for `{listing}`. e opens the catalog.")
        [copied] = parse(f"{listing}:\n{seat.app.clipboard}", "")[listing]
        assert {key: copied[key] for key in copied if key not in ("id", "draft")} == draft
        assert (tmp_path / "catalog.yaml").read_text() == CATALOG


async def test_a_draft_is_written_and_shows(tmp_path: Path) -> None:
    async with sit(lake(tmp_path)) as seat:
        await select(seat, "closed for days")
        await seat.press("D")
        await seat.until(lambda: "Reloaded: 1 record changed." in seat.footer)
        drafted = load(tmp_path / "catalog.yaml").entities[-1]
        assert (drafted.id, drafted.name, drafted.draft) == ("closed-for-days", "closed for days", True)
        assert seat.title("entities") == "2 Entities 25"
        await seat.click("closed for days", "text")
        assert seat.current == ["closed for days"]
        assert seat.content("details").startswith("closed for days")


async def test_what_is_left_out_is_stepped_through_and_drafted_with_keys_alone(tmp_path: Path) -> None:
    more = "Nine boats lay on 7 piers, and 3 barges.\n"
    lake(tmp_path)
    (tmp_path / "ledger.txt").write_text(LEDGER + more)
    async with sit(open_dossier(tmp_path / "catalog.yaml"), Place("a-ledger")) as seat:
        await seat.press("4", "G", "u", "l")
        while seat.current != ["7"]:
            await seat.press("l")
        assert "left out" in seat.position("text")
        await seat.press("n")
        assert seat.current == ["3"]
        await seat.press("N")
        before = seat.read()
        await seat.press("D")
        await seat.until(lambda: "Reloaded: 1 record changed." in seat.footer)
        [source] = load(tmp_path / "catalog.yaml").figures[-1].sources
        assert (source.article, source.number) == ("a-ledger", "7")
        # One stays where one was, and goes on from there.
        assert (seat.read(), seat.current) == (before, [])
        while seat.current != ["3"]:
            await seat.press("l")


async def test_what_is_left_out_is_marked_in_the_text_on_screen(tmp_path: Path) -> None:
    lake(tmp_path)
    (tmp_path / "ledger.txt").write_text("Nine boats lay there.\n" + LEDGER)
    (tmp_path / "herald.txt").write_text("There lay 17 boats.\n" + HERALD)
    async with sit(open_dossier(tmp_path / "catalog.yaml"), Place("a-ledger")) as seat:
        main = seat.app.screen_stack[0]
        assert isinstance(main, MainScreen) and main.ink is not None
        ink = main.ink

        def drawn(words: str) -> tuple[str, bool]:
            """What is in the gutter beside some words, and whether they have the colour of what is left out."""
            at = seat.find(words, "text")[0]
            [style] = seat.styles(words, "text")
            return seat.lines[at.y][seat.region("text").x + 1], style.color == ink.uncaptured.color

        assert drawn("Nine") == (" ", False)
        await seat.press("u")
        assert drawn("Nine") == ("?", True)
        assert drawn("boats lay") == ("?", False)
        await seat.press("1", "k")
        assert seat.title("text").startswith("4 Text · The Herald")
        assert drawn("17") == ("?", True)
        # What is left out changes with the text.
        (tmp_path / "herald.txt").write_text("The boats and 12 more.\n" + HERALD)
        main._look()
        await seat.until(lambda: "12 more" in seat.text)
        assert drawn("12") == ("?", True)
        await seat.press("u")
        assert drawn("12") == (" ", False)


async def test_words_that_were_searched_for_are_drafted(tmp_path: Path) -> None:
    async with sit(lake(tmp_path)) as seat:
        await seat.search('"closed for days"')
        await seat.press("enter", "d")
        assert seat.footer.startswith("Sent to the clipboard: a draft for `entities`.")
        assert "closed for days" in seat.app.clipboard


async def test_a_letter_leads_to_what_is_left_out(tmp_path: Path) -> None:
    lake(tmp_path)
    (tmp_path / "ledger.txt").write_text("Nine boats lay on 7 piers.\n" + LEDGER)
    async with sit(open_dossier(tmp_path / "catalog.yaml"), Place("a-ledger")) as seat:
        await seat.press("4", "u", "f", "a")
        assert seat.current == ["Nine"]
        assert seat.breadcrumb.startswith("Salt of the north › articles › A look at the books")


async def test_the_number_of_a_draft_that_wants_words_is_bold(tmp_path: Path) -> None:
    more = "Nine boats lay on 7 piers.\n"
    lake(tmp_path)
    (tmp_path / "ledger.txt").write_text(LEDGER + more)
    async with sit(open_dossier(tmp_path / "catalog.yaml"), Place("a-ledger")) as seat:
        assert not any(style.bold for style in seat.styles("7 piers", "text"))
        await select(seat, "7 piers")
        await seat.press("D")
        await seat.until(lambda: "Reloaded: 1 record changed." in seat.footer)
        assert load(tmp_path / "catalog.yaml").figures[-1].subject is None
        assert seat.styles("7 piers", "text")[0].bold


async def test_without_an_editor_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITOR")
    async with sit(lake(tmp_path)) as seat:
        await select(seat, "closed for days")
        await seat.press("D")
        assert seat.footer.startswith("No editor is set: export VISUAL or EDITOR.")
        assert (tmp_path / "catalog.yaml").read_text() == CATALOG


async def test_a_broken_catalog_is_not_written_to(tmp_path: Path) -> None:
    async with sit(lake(tmp_path)) as seat:
        (tmp_path / "catalog.yaml").write_text("lode: 1\ntitle: a: b\n")
        await select(seat, "closed for days")
        await seat.press("D")
        assert seat.footer.startswith("The catalog is broken on line 2; mend it first")
        assert (tmp_path / "catalog.yaml").read_text() == "lode: 1\ntitle: a: b\n"


async def test_a_catalog_that_a_new_version_would_part_from_its_links_is_not_written_to(tmp_path: Path) -> None:
    async with sit(lake(tmp_path)) as seat:
        os.link(tmp_path / "catalog.yaml", tmp_path / "other.yaml")
        await select(seat, "closed for days")
        await seat.press("D")
        assert seat.footer.startswith("catalog.yaml cannot be written: it has 2 hard links, and the others would keep")
        assert (tmp_path / "catalog.yaml").read_text() == CATALOG
