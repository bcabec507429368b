"""Hostile, empty and very long texts and catalogs are shown as they are, and obeyed in nothing."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.command import CommandPalette

from tests.app.app_driver import AppDriver, run_app
from tui.app.model.place import Place
from tui.app.rendering.layout import Layout
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.text.document import Document
from tui.text.span import Span

MARKUP = "[3.5%] [/b] [@click=app.quit]x[/] [bold red]y[/]"
CONTROLS = "\x1b[31m\x1b]52;c;aGk=\x07\x9b5m\x7f\u202e\u2066\u200bZ\u0335e\u0301\u2028"
SEEN = "␛[31m␛]52;c;aGk=␇�5m␡�Z\u0335e\u0301 "
"""What a person sees of the controls in a text: an isolate and a space without width are not there."""

EVIL = MARKUP + CONTROLS

TEXT = f"""Mine{EVIL} holds 5 tons{EVIL} of ore.

In 1990 Mine{EVIL} was opened. Pit says 7 tons.
"""

# @ stands for all of it, % for what fits into a narrow column.
CATALOG = """lode: 1
title: "Evil @"
units:
  - id: t
    name: "tonne@"
    written: [tons]
measures:
  - id: reserves
    name: "reserves@"
    unit: t
relations:
  - is: "owns@"
    inverse: "owned by@"
articles:
  - id: a
    file: a.txt
    title: "[T% @]"
    resolved: 1990
    resolved_by: "guess@"
    url: "https://example.org/@"
    note: "note@"
entities:
  - id: mine
    name: "Mine@"
    kind: company
    short: "M%@"
    aliases: [Mine]
    also: ["Shaft@"]
    note: "note@"
    relations:
      - is: "owns@"
        of: pit
        sources:
          - article: a
            quote: Pit says 7 tons
  - id: pit
    name: "P%@"
    kind: person
    aliases: [Pit]
figures:
  - id: five
    measure: reserves
    subject: mine
    scope: "s%@"
    condition: "if@"
    nature: estimate
    note: "note@"
    sources:
      - article: a
        quote: 5 tons
        number: 5 tons
  - id: seven
    measure: reserves
    subject: mine
    claimant: pit
    scope: "s%@"
    nature: estimate
    sources:
      - article: a
        quote: Pit says 7 tons
        number: 7 tons
        said: Pit says
events:
  - id: opened
    date: 1990
    what: "Opened % @"
    resolved: 1990-05
    resolved_by: "guess@"
    entities: [mine]
    sources:
      - article: a
        quote: In 1990 Mine
        when: In 1990
"""


@pytest.fixture(scope="module")
def hostile_dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("evil")
    (folder / "a.txt").write_bytes(TEXT.encode())
    path = folder / "catalog.yaml"
    # JSON's escapes are YAML's too.
    path.write_text(CATALOG.replace("%", "[/b]").replace("@", json.dumps(EVIL)[1:-1]), encoding="utf-8")
    return open_dossier(path)


def assert_harmless(driver: AppDriver) -> None:
    """Asserts that nothing on the screen could be obeyed, by the terminal or by the app."""
    for strip in driver.strips:
        for segment in strip:
            hidden = {c for c in segment.text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
            assert not hidden, (hidden, segment)
            assert not segment.control
            assert "@click" not in ((segment.style and segment.style.meta) or {})
    assert driver.app.return_code is None


@pytest.mark.slow
@pytest.mark.parametrize("size", [(120, 36), (60, 16)])
async def test_nothing_is_obeyed_anywhere(hostile_dossier: Dossier, size: tuple[int, int]) -> None:
    async with run_app(hostile_dossier, size=size) as driver:
        assert_harmless(driver)
        for keys in ("1j", "2n\r", "5jjj", "3jn\r", "4lllyo", "?", "c", "t", "!", "u"):
            await driver.press(*("enter" if key == "\r" else key for key in keys))
            assert_harmless(driver)
            if len(driver.app.screen_stack) > 1:
                await driver.press("escape")
        for query in ("mine", EVIL, "kind:[/b]", '"[/b]"'):
            await driver.search_for(query)
            assert_harmless(driver)
            await driver.press("down", "enter")
            assert_harmless(driver)
            if len(driver.app.screen_stack) > 1:
                await driver.press("escape")
        await driver.press("2", "\\")
        await driver.type_text(EVIL)
        assert_harmless(driver)


async def test_markup_is_shown_letter_by_letter(hostile_dossier: Dossier) -> None:
    async with run_app(hostile_dossier, Place.at("mine"), size=(200, 50)) as driver:
        assert driver.breadcrumb.startswith("Evil [3.5%] [/b] [@click=app.quit]x[/] [bold red]y[/]␛[31m")
        assert driver.text_lines()[0].startswith(f"Mine{MARKUP}")
        assert "[T[/b] [3.5%] [/b] [@click=a" in driver.content("articles")
        assert "[T[/b] [3.5%] [/b] [@click=app.quit]x[/]" in driver.title("text")
        assert "M[/b][3.5%] [/b] [@clic" in driver.content("entities")
        assert driver.subtitle("text").startswith("M[/b][3.5%] [/b] [@click=app.quit]x[/] … 1 of 2")
        details = " ".join(driver.content("details").split())
        for words in (f"Mine{MARKUP}", "note[3.5%]", "owns[3.5%]", "Shaft[3.5%]"):
            assert words in details
        assert "Reserves[3.5%] [/b]" in driver.content("figures")
        await driver.press("3")
        assert "Reserves[3.5%] [/b]".lower() in driver.breadcrumb
        await driver.search_for("mine")
        assert f"Mine{MARKUP}"[:40] in driver.content("results")
        await driver.press("escape", "t")
        assert "Opened [/b] [3.5%]" in driver.content("upper")


async def test_controls_have_stand_ins(hostile_dossier: Dossier) -> None:
    async with run_app(hostile_dossier, size=(200, 50)) as driver:
        text = " ".join(driver.text_lines())
        assert f"{MARKUP}{SEEN}"[:60] in text
        assert "".join(SEEN.split()) in "".join(text.split())


@pytest.mark.slow
async def test_the_palette_takes_names_as_they_are(hostile_dossier: Dossier) -> None:
    async with run_app(hostile_dossier) as driver:
        await driver.press("ctrl+p")
        assert isinstance(driver.app.screen, CommandPalette)
        await driver.type_text("mine[")
        await driver.wait_until(lambda: driver.palette_lines[0].startswith(f"Mine{MARKUP}"))
        assert_harmless(driver)
        await driver.choose_first_command()
        await driver.wait_until(lambda: driver.focused == "text")
        assert driver.content("details").replace("\n", " ").startswith(f"Mine{MARKUP}")


@pytest.mark.slow
async def test_the_palette_takes_claimants_as_they_are(hostile_dossier: Dossier) -> None:
    async with run_app(hostile_dossier) as driver:
        await driver.press("ctrl+p")
        await driver.type_text("reserves[")
        await driver.wait_until(lambda: f"figure · 7 t · P[/b]{MARKUP}" in " ".join(driver.palette_lines))
        assert_harmless(driver)


@pytest.mark.slow
async def test_a_click_on_an_action_written_in_a_text_does_nothing(hostile_dossier: Dossier) -> None:
    async with run_app(hostile_dossier) as driver:
        for pane in ("text", "entities", "articles", "details"):
            for at in driver.find("[@", pane)[:2]:
                await driver.click_at(at.x + 1, at.y)
                assert_harmless(driver)


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "HTTPS://[/b]", "https://x/\x1b]52"]
)
async def test_only_web_addresses_are_opened(folder: Callable[..., Path], url: str) -> None:
    catalog = f'articles:\n  - id: a\n    file: a.txt\n    title: "[A]"\n    url: {json.dumps(url)}\n'
    async with run_app(open_dossier(folder(catalog, a="one"))) as driver:
        await driver.press("o")
        if url.startswith("HTTPS"):
            assert driver.opened_urls == [url]
        else:
            assert driver.opened_urls == []
            assert driver.footer.startswith("Only http and https addresses are opened, not ")
        assert_harmless(driver)


async def test_without_an_address_nothing_is_opened(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("a-notes")) as driver:
        await driver.press("o")
        assert driver.opened_urls == []
        assert driver.footer.startswith("This article has no web address in the catalog.")


# Nothing, or little


async def test_a_catalog_without_articles(folder: Callable[..., Path]) -> None:
    async with run_app(open_dossier(folder("articles: []\n"))) as driver:
        assert driver.breadcrumb.startswith("Test")
        assert "0 articles  0 entities  0 figures" in driver.breadcrumb
        for key in ("j", "G", "enter", "n", "[", "]", "l", "y", "o", "c", "t", "e", "u", "!", "space", "J", "5", "j"):
            await driver.press(key)
            assert_harmless(driver)
            if len(driver.app.screen_stack) > 1:
                await driver.press("escape")
        for key in ("/", "ctrl+f", "?", "ctrl+p", "\\"):
            await driver.press("2", key)
            await driver.type_text("x")
            assert_harmless(driver)
            await driver.press("escape")


ARTICLE = (
    'articles:\n  - id: a\n    file: a.txt\n    title: "[A]"\nentities:\n  - id: b\n    name: Bee\n    kind: person\n'
)


@pytest.mark.sample(1)
@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("", [], id="of 0 bytes"),
        pytest.param("\n\n\n", [], id="of line breaks alone"),
        pytest.param("Bee", ["Bee"], id="without a line break at its end"),
        pytest.param("Bee\r\n\r\nBee\r\n", ["Bee", "", "Bee"], id="with the line breaks of Windows"),
        pytest.param("\ufeffBee\n", ["Bee"], id="with a byte order mark"),
        pytest.param("a\x00Bee\x0cBee\n", ["a␀Bee Bee"], id="with a NUL and a form feed"),
    ],
)
async def test_an_article(folder: Callable[..., Path], text: str, rows: list[str]) -> None:
    async with run_app(open_dossier(folder(ARTICLE, a=text))) as driver:
        assert [row for row in driver.text_lines()][: len(rows)] == rows
        assert not any(driver.text_lines()[len(rows) :])
        assert f"of {text.count(chr(10)) + 1}" in driver.subtitle("text")
        for key in ("4", "G", "g", "l", "j", "space", "2", "n", "enter", "1", "enter"):
            await driver.press(key)
            assert_harmless(driver)
        await driver.click_at(60, 5)
        await driver.resize(60, 16)
        assert_harmless(driver)


# Much


@pytest.mark.slow
async def test_only_the_visible_part_of_a_large_text_is_wrapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "The road to Bee was closed for days by snow, and the people there burned what they had and waited. "
    lines = 10 * 1024 * 1024 // (len(line) + 40) + 1
    (tmp_path / "a.txt").write_text("".join(f"{line}{number:040}\n" for number in range(lines)), encoding="utf-8")
    catalog = ARTICLE.replace("name: Bee", "name: Nobody")
    (tmp_path / "catalog.yaml").write_text(f"lode: 1\ntitle: Much\n{catalog}", encoding="utf-8")
    assert (tmp_path / "a.txt").stat().st_size > 10 * 1024 * 1024
    wrapped: list[int] = []
    rows = Layout._rows

    def counted(layout: Layout, line: int) -> tuple[Span, ...]:
        wrapped.append(line)
        return rows(layout, line)

    monkeypatch.setattr(Layout, "_rows", counted)
    async with run_app(open_dossier(tmp_path / "catalog.yaml")) as driver:
        # Rows for the window, and for the last window that scrolling is held to.
        assert len(wrapped) < 150
        for keys in (["4", "G"], ["g"], ["space", "space", "b", "j", "k"], ["1", "J"], ["4", "G", "K"]):
            wrapped.clear()
            await driver.press(*keys)
            assert len(wrapped) < 150
        await driver.press("G")
        assert driver.text_lines()[-1].endswith(f"{lines - 1:040}")
        wrapped.clear()
        region = driver.region("text")
        await driver.click_at(region.right - 2, region.y + 9)
        assert len(wrapped) < 150
        assert "line 4" in driver.subtitle("text") or "line 3" in driver.subtitle("text")


def test_a_line_is_wrapped_once() -> None:
    layout = Layout(Document("a.txt", "one two three\n" * 50), 8)
    assert layout.rows(3) is layout.rows(3)
