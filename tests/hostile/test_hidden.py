"""What cannot be seen: shown in names, ids and commands, and not in the way in the texts."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.app.app_driver import run_app
from tests.hostile.pieces import ARTICLE, CATALOG, run, write
from tui.app.widgets.reader import Reader
from tui.linking.link import open_dossier

FILLERS = ["\u3164", "\u2800", "\u034f", "\u200d", "\U000e0067"]

HIDDEN = "\u202bthe re\u00adprinted\u200e Auf\u200clage\u202c of it\u2060self,\u200f \u2067by\u2069 Ros\u200datom\ufeff"
READ = "the reprinted Auflage of itself, by Rosatom"
TEXT = ARTICLE.replace("5 tons", f"5 tons in {HIDDEN}")
SENTENCE = ARTICLE.replace("5 tons", f"5 tons in {READ}").strip()
IN_TEXT = CATALOG.replace("quote: Mine holds 5 tons, the Survey said", "quote: Mine holds 5 tons")

WORDS = (
    ("show", "mine-reserves"),
    ("search", "kind:figure", "mine"),
    ("search", "--vimgrep", "reprinted"),
    ("cite", "mine-reserves"),
    ("cite", "mine-reserves", "--format", "markdown"),
    ("cite", "mine-reserves", "--format", "quote"),
)


@pytest.mark.parametrize("filler", FILLERS, ids=ascii)
def test_a_name_with_what_cannot_be_seen_does_not_look_like_another(tmp_path: Path, filler: str) -> None:
    write(
        tmp_path,
        CATALOG.replace("name: Mine", f'name: "Mi{filler}ne"').replace("title: Mine", f'title: "[A{filler}b]"'),
    )
    for command in (
        ["list", "entities"],
        ["show", "mine"],
        ["search", "mine", "survey"],
        ["list", "articles"],
        ["check"],
    ):
        _, out, err = run(tmp_path, *command)
        assert filler not in out + err
    assert "Mi�ne" in run(tmp_path, "list", "entities")[1]
    assert "[A�b]" in run(tmp_path, "list", "articles")[1]


@pytest.mark.parametrize("filler", ["\u3164", "\u115f", "\u1160", "\uffa0"], ids=ascii)
def test_an_id_with_what_cannot_be_seen_does_not_look_like_another(tmp_path: Path, filler: str) -> None:
    write(tmp_path, CATALOG.replace("id: mine-reserves", f"id: mine-reserves{filler}"))
    for command in (["list", "figures"], ["show", f"mine-reserves{filler}"], ["search", "kind:figure", "mine"]):
        _, out, err = run(tmp_path, *command)
        assert filler not in out + err
    assert "mine-reserves�" in run(tmp_path, "list", "figures")[1]
    # The shell is not offered what it would show as something else.
    assert "mine-reserves" not in run(tmp_path, "complete", "--", "show", "mine-r")[1]


@pytest.mark.parametrize("filler", FILLERS, ids=ascii)
def test_a_command_with_what_cannot_be_seen_is_shown_as_it_is(tmp_path: Path, filler: str) -> None:
    write(tmp_path)
    for command in (
        [f"che{filler}ck"],
        ["show", f"mi{filler}ne"],
        ["search", f"mi{filler}ne"],
        ["check", f"--js{filler}on"],
    ):
        status, out, err = run(tmp_path, *command)
        assert status in (1, 2) or command[0] == "search"
        assert filler not in out + err
        assert "�" in err or command[0] == "search"


@pytest.mark.parametrize("command", WORDS, ids=" ".join)
def test_invisible_characters_do_not_matter_in_a_text(tmp_path: Path, command: tuple[str, ...]) -> None:
    write(tmp_path, IN_TEXT, TEXT)
    status, out, _ = run(tmp_path, *command)
    assert status == 0
    assert SENTENCE.rstrip(".") in out.replace("\\", "")
    assert "�" not in out


@pytest.mark.parametrize("format", ["plain", "markdown", "bibtex", "quote"])
def test_a_citation_holds_nothing_that_cannot_be_seen(tmp_path: Path, format: str) -> None:
    write(tmp_path, CATALOG.replace("title: Mine", f'title: "[{HIDDEN}]"'))
    _, out, _ = run(tmp_path, "cite", "a", "--format", format)
    assert READ in out.replace("\\", "")


async def test_the_reader_shows_the_text_and_knows_the_offset_of_each_cell(tmp_path: Path) -> None:
    path = write(tmp_path, IN_TEXT, TEXT)
    async with run_app(open_dossier(path)) as driver:
        await driver.press("4")
        assert SENTENCE in " ".join(line.strip() for line in driver.text_lines())
        assert "�" not in driver.screen_text
        reader = driver.app.screen.query_one(Reader)
        for words, stored in (("Auflage", "Auf\u200clage"), ("itself", "it\u2060self"), ("Rosatom", "Ros\u200datom")):
            start = driver.find(words, "text")[0]
            await driver.drag(start, start + Offset(len(words) - 1, 0))
            assert reader.selected and reader.document
            assert reader.document[reader.selected] == stored
            assert driver.app.screen.get_selected_text() == words
        # Names and numbers after what is left out are marked and clicked where they are.
        await driver.click("Survey", "text")
        assert "Survey" in driver.breadcrumb
        assert driver.current_words == ["Survey"]
        await driver.press("v")
        assert "�" not in driver.screen_text


async def test_what_is_copied_holds_nothing_that_cannot_be_seen(tmp_path: Path) -> None:
    path = write(tmp_path, IN_TEXT, TEXT)
    async with run_app(open_dossier(path)) as driver:
        await driver.press("3", "j", "enter", "y")
        assert SENTENCE.rstrip(".") in driver.app.clipboard
        assert "�" not in driver.app.clipboard
        assert "�" not in driver.footer


async def test_what_cannot_be_seen_in_a_name_is_shown_in_the_app(tmp_path: Path) -> None:
    path = write(tmp_path, CATALOG.replace("name: Mine", 'name: "Mi\u3164ne"'))
    async with run_app(open_dossier(path)) as driver:
        await driver.press("2")
        assert "Mi�ne" in driver.content("entities")
        assert "\u3164" not in driver.screen_text
