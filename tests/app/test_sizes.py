"""Every size of terminal: which panes are shown, that all text fits, and that resizing keeps the place."""

import re
import unicodedata

import pytest

from tests.app.app_driver import PANES, AppDriver, run_app
from tests.app.sample_dossier import JAPANESE
from tui.app.commands.actions import ACTIONS
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier

SIZES = [(40, 10), (60, 16), (80, 24), (100, 24), (120, 36), (150, 40), (200, 50)]


def cells(text: str) -> int:
    """The cells of a text in a terminal, counted without the help of the libraries that drew it."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def assert_fits(driver: AppDriver) -> None:
    """Asserts that the screen has as many rows and cells as the terminal."""
    width, height = driver.app.screen.size
    assert [cells(line) for line in driver.screen_lines] == [width] * height


@pytest.mark.slow
@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_nothing_runs_over(sample_dossier: Dossier, width: int, height: int) -> None:
    async with run_app(sample_dossier, size=(width, height)) as driver:
        assert_fits(driver)
        for keys in ("2jj", "Gn", "3j", "45", "j", "1jj", "4\x1b", "/", "?"):
            await driver.press(*(("escape" if key == "\x1b" else key) for key in keys))
            assert_fits(driver)
        await driver.press("escape")
        await driver.type_text("geological wind オルラ")
        assert_fits(driver)
        await driver.press("escape", "2", "c")
        assert_fits(driver)
        await driver.press("escape", "t")
        assert_fits(driver)
        await driver.press("escape", "2", "\\")
        await driver.type_text("湖" * 30)
        assert_fits(driver)


@pytest.mark.sample(2)
@pytest.mark.parametrize(("width", "height"), [(100, 24), (120, 36), (149, 40), (150, 24), (168, 40), (200, 50)])
async def test_panes_side_by_side(sample_dossier: Dossier, width: int, height: int) -> None:
    async with run_app(sample_dossier, size=(width, height)) as driver:
        assert driver.visible_panes == list(PANES)
        region = {pane: driver.region(pane) for pane in PANES}
        text, details = region["text"], region["details"]
        # The text has its measure before Details gets any column.
        assert text.width >= min(82, width - region["articles"].width)
        if width >= 168:
            assert (details.width <= 68, details.y, details.x) == (True, text.y, text.right)
        else:
            assert (details.x, details.y) == (text.x, text.bottom)
            assert details.height == min(14, height * 2 // 5) < text.height
        assert max(len(line) for line in driver.text_lines()) <= 76
        assert not driver.app.screen.query_one("#tabs").display


@pytest.mark.sample(1)
@pytest.mark.parametrize(("width", "height"), [(40, 10), (59, 30), (99, 15), (60, 16), (80, 24), (99, 40), (120, 23)])
async def test_one_pane_with_a_preview(sample_dossier: Dossier, width: int, height: int) -> None:
    tiny = width < 60 or height < 16
    async with run_app(sample_dossier, size=(width, height)) as driver:
        for key, pane, peek in [
            ("1", "articles", "text"),
            ("2", "entities", "text"),
            ("3", "figures", "text"),
            ("4", "text", "details"),
            ("5", "details", "text"),
        ]:
            await driver.press(key)
            assert set(driver.visible_panes) == ({pane} if tiny else {pane, peek})
            names = {"articles": "Articles", "entities": "Entities", "figures": "Figures", "text": "Text"}
            assert f"[{key} {names.get(pane, 'Details')}]" in driver.screen_lines[1]
            if not tiny:
                assert driver.app.screen.query_one(f"#{peek}").content_size.height == 5
            assert_fits(driver)


@pytest.mark.slow
async def test_what_is_walked_is_said_in_every_size(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla")) as driver:
        for size in SIZES:
            await driver.resize(*size)
            assert any("Orla Lake 1 of 4" in line for line in driver.screen_lines), size


async def test_the_preview_is_the_sentence(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(80, 24)) as driver:
        await driver.press("2", "n")
        assert driver.current_words == ["Orla Lake"]
        assert any(
            "The shore has been empty since the Orla Lake flood of 1990" in line for line in driver.pane_lines("text")
        )


async def test_what_a_preview_showed_has_its_context_in_a_higher_pane(dossier: Dossier) -> None:
    async with run_app(dossier, size=(80, 24)) as driver:
        await driver.press("3", "j", "j", "j")
        assert "industry estimates suggest" in driver.text_lines()[0], "the pane has five rows"
        await driver.press("enter")
        above = next(i for i, line in enumerate(driver.text_lines()) if "industry estimates suggest" in line)
        assert above >= 2


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 16)])
async def test_a_single_list_fills_the_screen(dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(dossier, size=size) as driver:
        await driver.press("1", *("z" if size[0] == 120 else ""))
        titles = " ".join(driver.pane_lines("articles"))
        assert all(article.title[:24] in titles for article in dossier.articles.values())


async def test_a_narrow_list_shows_its_order_and_filter(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(80, 24)) as driver:
        await driver.press("2", "s", "\\")
        await driver.type_text("moss")
        await driver.press("enter")
        assert "2 Entities 1 of 24 · \\ moss · by name" in driver.pane_lines("entities")[0]
        await driver.resize(120, 36)
        assert driver.title("entities") == "2 Entities 1 of 24"
        assert driver.subtitle("entities") == "\\ moss · by name"


@pytest.mark.slow
async def test_hints_are_whole(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2")
        hints = (
            "Enter read",
            "n next place",
            "/ search",
            "c compare",
            "y cite",
            "\\ filter",
            "J scroll text",
            "Ctrl+F find",
            "s sort",
            "r review",
        )
        for width in range(60, 140, 3):
            await driver.resize(width, 24)
            left = re.split("  ", re.split(" {2,}Esc ", driver.footer)[0])
            assert tuple(left) == hints[: len(left)], width


@pytest.mark.slow
async def test_the_way_out_is_never_cut_off(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "j")
        for size in SIZES:
            await driver.resize(*size)
            assert driver.footer.endswith("Esc back  ? help  q quit" if size[0] >= 100 else "Esc back  ? help")


@pytest.mark.slow
async def test_where_even_the_way_out_does_not_fit_nothing_hangs(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("3", "enter")
        for width in (34, 20, 5, 1):
            await driver.resize(width, 12)
            await driver.press("5", "4")
        await driver.resize(120, 36)
        assert driver.footer.endswith("Esc to Figures  ? help  q quit")


# Resizing


@pytest.mark.slow
async def test_the_current_sentence_stays_in_sight(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla", occurrence=1)) as driver:
        for size in [*SIZES, *reversed(SIZES)]:
            await driver.resize(*size)
            assert "".join(driver.current_words) == "Orla Lake", size


@pytest.mark.slow
async def test_resizing_keeps_the_line_at_the_top(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("4", *["j"] * 14)
        read = driver.text_lines()[0]
        assert read.startswith("The road to Cedar was closed")
        for size in [(100, 24), (150, 24), (80, 24), (60, 16), (120, 36)]:
            await driver.resize(*size)
            first = driver.text_lines()[0] if size[0] >= 100 else driver.pane_lines("text")[1].strip()
            assert first.startswith("The road to Cedar was"), size


@pytest.mark.slow
async def test_focus_and_filter_survive(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press("2", "\\")
        await driver.type_text("moss")
        await driver.press("enter", "j")
        for size in SIZES:
            await driver.resize(*size)
            assert driver.focused == "entities"
            assert "2 Entities 1 of 24" in driver.title("entities").replace("━", "")
            assert driver.cursor_row("entities").startswith("Ada Moss")


# Wide characters


@pytest.mark.sample(2)
@pytest.mark.parametrize(("width", "height"), SIZES)
async def test_a_japanese_paragraph_is_whole(sample_dossier: Dossier, width: int, height: int) -> None:
    async with run_app(sample_dossier, Place.at("a-notes"), size=(width, height)) as driver:
        assert_fits(driver)
        rows = [line.strip("│┃ ▌•●○━─")[:] for line in driver.pane_lines("text")[1:]]
        assert JAPANESE in "".join(rows)


async def test_a_highlight_of_wide_characters(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla", occurrence=3), size=(40, 10)) as driver:
        assert "".join(driver.current_words) == "オルラ湖"
        assert_fits(driver)
        at = driver.find("オルラ", "text")[0]
        await driver.click_at(at.x + 5, at.y)
        assert "".join(driver.current_words) == "オルラ湖"


@pytest.mark.sample(1)
@pytest.mark.parametrize("width", [50, 80, 81, 82, 83, 84, 100, 120])
async def test_a_hint_is_whole_or_left_out(sample_dossier: Dossier, width: int) -> None:
    async with run_app(sample_dossier, size=(width, 24)) as driver:
        for pane, hint in (("2", "Enter read"), ("4", "Enter details"), ("5", "Enter go there")):
            await driver.press(pane)
            assert "…" not in driver.footer
            assert driver.footer.startswith(hint)
            hints = re.split(" {2,}", driver.footer.split("  Esc ")[0].strip())
            assert set(hints) <= {f"{a.keys_shown.split()[0]} {a.hint}" for a in ACTIONS if a.hint}


# The smallest terminals, and the largest

EXTREMES = [(1, 1), (2, 60), (40, 3), (80, 4), (300, 1), (300, 100)]

WAYS = {
    "articles": ["1"],
    "entities": ["2", "n"],
    "text": ["4", "j", "l"],
    "details": ["5", "j"],
    "one pane": ["2", "z"],
    "search": ["/", *"salt"],
    "a list narrowed": ["2", "\\", *"a"],
    "compare": ["2", "enter", "c"],
    "timeline": ["t"],
    "timeline narrowed": ["t", "\\", *"a"],
    "problems": ["!"],
    "copying": ["Y"],
    "letters": ["f"],
    "places": ["2", "n", "'"],
    "help": ["?"],
    "palette": ["ctrl+p"],
    "a theme": ["ctrl+p", *"theme", "enter"],
}
"""The keys that lead to each screen and box."""

TRIED = ("pagedown", "pageup", "down", "end", "home", "j", "K", "n", "l", "tab", ">")


@pytest.mark.slow
@pytest.mark.parametrize("place", WAYS)
async def test_every_place_holds_at_any_size(sample_dossier: Dossier, place: str) -> None:
    async with run_app(sample_dossier) as driver:
        await driver.press(*WAYS[place])
        for size in EXTREMES:
            # What was opened in another size, and what is opened in this one.
            await driver.resize(*size)
            await driver.press(*TRIED, "escape", "escape", "escape", *WAYS[place], *TRIED)
        assert driver.app.return_code is None


@pytest.mark.slow
async def test_the_palette_is_paged_in_a_few_rows(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(80, 4)) as driver:
        await driver.press("ctrl+p", "pagedown", "pageup")
        for size in ((80, 1), (2, 24)):
            await driver.resize(*size)
            await driver.press("pagedown", "pageup")
        await driver.resize(80, 24)
        await driver.wait_until(lambda: len(driver.palette_lines) > 5)
        await driver.press("escape", "ctrl+p")
        await driver.type_text("theme")
        await driver.choose_first_command()
        await driver.resize(80, 3)
        await driver.press("pagedown")


@pytest.mark.slow
async def test_a_text_without_any_room_is_not_drawn_over_and_over(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, size=(2, 60)) as driver:
        await driver.press("2", "c")
        await driver.resize(120, 36)
        assert driver.title("upper").startswith("Compare")
