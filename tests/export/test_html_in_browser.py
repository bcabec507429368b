"""The web page of a dossier in a real browser: by keyboard, by mouse, on a telephone, without scripts, in print."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.corpus import PASSAGES
from benchmarks.corpus import dossier as generated
from tests.export.browser import accessibility_faults, browser, open_page
from tui.dossier.dossier import Dossier
from tui.export.html import export
from tui.linking.link import open_dossier

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page(dossier: Dossier, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(export(dossier.records, dossier), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def wide() -> Iterator[Any]:
    with browser(1400, 900) as driver:
        yield driver


@pytest.fixture(scope="module")
def narrow() -> Iterator[Any]:
    with browser(390, 844) as driver:
        yield driver


def keys(driver: Any, *pressed: str) -> None:
    from selenium.webdriver import ActionChains

    actions = ActionChains(driver)
    for key in pressed:
        actions.send_keys(key)
    actions.perform()


def fragment(driver: Any) -> str:
    return str(driver.execute_script("return decodeURIComponent(location.hash)"))


def current(driver: Any) -> str:
    """The words that are marked as current."""
    script = "return [...document.querySelectorAll('.text .is-current')].map((each) => each.textContent).join('')"
    return str(driver.execute_script(script))


def is_seen(driver: Any, id: str) -> bool:
    """Whether an element is in view."""
    script = """
        const box = document.getElementById(arguments[0]).getBoundingClientRect();
        return box.top >= 0 && box.top < innerHeight;
    """
    return bool(driver.execute_script(script, id))


def test_how_much_russia_holds_and_who_disagrees_by_keyboard_alone(wide: Any, page: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    open_page(wide, page)
    keys(wide, "/", "resrves russia usgs", Keys.ENTER)
    assert fragment(wide).startswith("#russia-reserves-usgs")
    assert is_seen(wide, "russia-reserves-usgs")
    details = wide.find_element("id", "russia-reserves-usgs").text
    assert "3.8 Mt" in details and "United States Geological Survey" in details
    keys(wide, "n")
    assert current(wide) == "3.8 million metric tons"
    keys(wide, "n")
    assert current(wide) == "3.8 million tons" and is_seen(wide, "russia-reserves-usgs.2")
    keys(wide, "c")
    assert fragment(wide) == "#_comparisons"
    assert "the Ministry of Natural Resources 28.5 million t" in wide.find_element("id", "_comparisons").text
    wide.back()
    assert fragment(wide) == "#russia-reserves-usgs.2"
    keys(wide, Keys.ESCAPE)
    assert fragment(wide) == "#russia-reserves-usgs.1"


def test_the_same_by_mouse_alone(wide: Any, page: Path) -> None:
    open_page(wide, page)
    wide.find_element("css selector", '#_lists a[href="#russia-reserves-usgs"]').click()
    assert is_seen(wide, "russia-reserves-usgs")
    wide.find_element("css selector", "#russia-reserves-usgs a[href^='#_comparison']").click()
    assert "CONFLICT" in wide.find_element("id", fragment(wide)[1:]).text


def test_who_disagrees_with_a_claim_by_mouse_on_a_telephone(narrow: Any, page: Path) -> None:
    open_page(narrow, page, "reserves-far-exceed-ukraine.1")
    narrow.find_element("css selector", '.footnote[href="#reserves-far-exceed-ukraine"]').click()
    assert fragment(narrow) == "#reserves-far-exceed-ukraine" and is_seen(narrow, "reserves-far-exceed-ukraine")
    narrow.find_element("css selector", "#reserves-far-exceed-ukraine a[href^='#_claims']").click()
    group = narrow.find_element("id", fragment(narrow)[1:])
    assert is_seen(narrow, fragment(narrow)[1:]) and "contradicts" in group.text
    assert "denies, saying: no modern assessments of [Ukraine’s] reserves exist" in group.text
    narrow.back()
    narrow.back()
    assert fragment(narrow) == "#reserves-far-exceed-ukraine.1"
    assert current(narrow).startswith("Russia’s rare earth reserves far exceed")


def test_the_lists_are_walked_with_the_apps_keys(wide: Any, page: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    open_page(wide, page)
    keys(wide, "2", "j", "j", "k", Keys.ENTER)
    assert fragment(wide) == wide.execute_script("return document.querySelectorAll('#_list-2 a')[1].hash")
    keys(wide, "j", Keys.ENTER)
    assert fragment(wide) == wide.execute_script("return document.querySelectorAll('#_list-2 a')[2].hash")
    keys(wide, "?")
    assert wide.find_element("id", "_help").is_displayed()
    keys(wide, Keys.ESCAPE)
    assert not wide.find_element("id", "_help").is_displayed()


@pytest.mark.parametrize("query", ["putni", "Vladmir", "путин", "poutine"])
def test_search_forgives_typing(wide: Any, page: Path, query: str) -> None:
    open_page(wide, page)
    keys(wide, "/", query)
    hits = [link.get_attribute("hash") for link in wide.find_elements("css selector", "#_results a")]
    assert "#vladimir-putin" in hits[:3]


def test_search_finds_nothing_for_nonsense(wide: Any, page: Path) -> None:
    open_page(wide, page)
    keys(wide, "/", "xqzvw")
    assert wide.find_element("id", "_results").text == "No matches for “xqzvw”."


def test_on_a_telephone_the_place_is_in_view_and_can_be_walked(narrow: Any, page: Path) -> None:
    open_page(narrow, page, "russia-reserves-usgs.1")
    assert current(narrow) == "3.8 million metric tons"
    narrow.find_element("id", "_next").click()
    assert current(narrow) == "3.8 million tons" and is_seen(narrow, "russia-reserves-usgs.2")
    assert narrow.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_an_address_is_in_view_when_the_page_is_opened_at_it(narrow: Any, page: Path) -> None:
    for id in ("russia-reserves-usgs", "russia-reserves-usgs.2", "vladimir-putin", "_comparisons", "_timeline"):
        open_page(narrow, page, id)
        # The texts and records above it get their heights in the frames that follow.
        narrow.execute_async_script("setTimeout(arguments[0], 400)")
        assert is_seen(narrow, id), id


def test_escape_does_not_leave_the_page(narrow: Any, page: Path) -> None:
    from selenium.webdriver.common.keys import Keys

    open_page(narrow, page, "russia")
    keys(narrow, "n")
    assert fragment(narrow) == "#russia.1" and current(narrow)
    keys(narrow, Keys.ESCAPE)
    narrow.execute_async_script("setTimeout(arguments[0], 200)")
    assert fragment(narrow) == "#russia"
    keys(narrow, Keys.ESCAPE)
    narrow.execute_async_script("setTimeout(arguments[0], 200)")
    assert narrow.current_url.startswith("file:") and fragment(narrow) == "#russia"


def test_what_is_not_in_view_is_not_laid_out(wide: Any, tmp_path: Path) -> None:
    counts = []
    for articles in (20, 120):
        dossier = open_dossier(generated(tmp_path / str(articles), articles * PASSAGES))
        path = tmp_path / f"{articles}.html"
        path.write_text(export(dossier.records, dossier), encoding="utf-8")
        open_page(wide, path)
        counts.append(
            wide.execute_script("""
                const all = [...document.querySelectorAll("body *")];
                return [all.length, all.filter((each) => each.checkVisibility({ contentVisibilityAuto: true })).length];
            """)
        )
    (few, few_laid_out), (many, many_laid_out) = counts
    assert many_laid_out - few_laid_out < (many - few) / 20


@pytest.mark.parametrize("query", ["breakpoint", "braekpoint"])
def test_a_passage_that_is_found_is_the_current_one(narrow: Any, tmp_path: Path, query: str) -> None:
    from selenium.webdriver.common.keys import Keys

    dossier = open_dossier(generated(tmp_path / "texts", 20 * PASSAGES))
    path = tmp_path / "page.html"
    path.write_text(export(dossier.records, dossier), encoding="utf-8")
    open_page(narrow, path)
    keys(narrow, "/", query, Keys.ENTER)
    assert "breakpoint" in current(narrow)


def test_without_scripts_the_address_leads_to_its_place(page: Path) -> None:
    with browser(390, 844, scripts=False) as driver:
        for id in ("russia-reserves-usgs.2", "_timeline", "russia-reserves-usgs"):
            open_page(driver, page, id)
            assert is_seen(driver, id), id
        assert not driver.find_element("id", "_search").is_displayed()
        assert "28.5 Mt" in driver.find_element("tag name", "body").text


def test_nothing_is_loaded_and_nothing_is_refused(wide: Any, page: Path) -> None:
    open_page(wide, page)
    assert wide.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert wide.get_log("browser") == []


def test_a_hostile_dossier_runs_nothing(wide: Any, tmp_path: Path) -> None:
    text = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> 5 tons\n"
    (tmp_path / "a.txt").write_text(text)
    (tmp_path / "catalog.yaml").write_text(
        "lode: 1\ntitle: \"</title><script>document.title='run'</script>\"\n"
        "articles:\n  - {id: a, file: a.txt, title: \"[</style><script>document.title='run'</script>]\"}\n"
    )
    dossier = open_dossier(tmp_path / "catalog.yaml")
    path = tmp_path / "page.html"
    path.write_text(export(dossier.records, dossier), encoding="utf-8")
    open_page(wide, path)
    assert wide.title.startswith("</title>")
    assert text.strip() in wide.find_element("css selector", ".text").text


def printed(driver: Any) -> list[str]:
    """The texts of the pages that the browser prints."""
    from pypdfium2 import PdfDocument

    pdf = PdfDocument(base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {})["data"]))
    return [page.get_textpage().get_text_bounded() for page in pdf]


def test_a_report_with_notes_is_printed(wide: Any, page: Path, dossier: Dossier) -> None:
    open_page(wide, page, "russia-reserves-usgs.1")
    pages = printed(wide)
    assert len(pages) < 40
    text = " ".join(" ".join(pages).split())
    assert "estimated at 3.8 million metric tons[f1]. However" in text
    assert "f1 3.8 Mt · reserves, rare earths, Russia" in text and "CONFLICT The USGS says" in text
    assert all(" ".join(article.title.strip("[]").split()) in text for article in dossier.articles.values())
    assert "Named in the same sentence" not in text and "Previous place" not in text


def test_what_is_printed_is_hardly_longer_than_the_texts(wide: Any, tmp_path: Path) -> None:
    dossier = open_dossier(generated(tmp_path / "texts", 20 * PASSAGES))
    path = tmp_path / "page.html"
    path.write_text(export(dossier.records, dossier), encoding="utf-8")
    open_page(wide, path)
    length = sum(len(text) for text in printed(wide))
    assert 1 <= length / sum(len(document.text) for document in dossier.documents.values()) < 1.2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_there_are_no_barriers(wide: Any, dossier: Dossier, tmp_path: Path, scheme: str) -> None:
    path = tmp_path / "page.html"
    figure, claim = dossier.figures["russia-reserves-usgs"], dossier.claims["no-modern-assessments"]
    path.write_text(export([figure, dossier.figures["russia-reserves-ministry"], claim], dossier), encoding="utf-8")
    wide.execute_cdp_cmd(
        "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    )
    open_page(wide, path, figure.id)
    assert accessibility_faults(wide) == []
