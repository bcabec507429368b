"""The tabs of the third pane: figures, claims and events."""

from pathlib import Path

import pytest
from textual.geometry import Offset

from tests.app.app_driver import AppDriver, run_app
from tests.app.sample_dossier import CATALOG, write_sample_dossier
from tests.app.test_session import quit_after
from tui.app.model.place import Place
from tui.app.settings.session import last_session
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

CLAIMS = """claims:
  - id: company-owns
    what: the Brine Company claims the lake
    about: [orla]
    claimant: brine
    contradicts: [no-plan]
    because: Who owns it has a plan.
    sources:
      - article: a-ledger
        quote: the 40 million tons that the Brine Company claims
        said: the Brine Company claims
  - id: no-plan
    what: no plan for the salt
    about: [northland, salt]
    sources:
      - article: a-notes
        quote: Northland has no plan for the salt
  - id: wants-to-dig
    what: wants to dig from spring on
    about: [brine]
    claimant: ada-moss
    modality: proposes
    sources:
      - article: a-herald
        quote: Ada Moss, who leads the Brine Company, wants to dig from spring on
        said: Ada Moss, who leads the Brine Company, wants
"""


@pytest.fixture
def lake(tmp_path: Path) -> Dossier:
    """The sample dossier with three claims and its event."""
    catalog = write_sample_dossier(tmp_path)
    catalog.write_text(CATALOG + CLAIMS, encoding="utf-8")
    dossier = open_dossier(catalog)
    assert [*dossier.claims] == ["company-owns", "no-plan", "wants-to-dig"]
    return dossier


def rows(driver: AppDriver) -> list[str]:
    """The rows of the third pane that are not blank."""
    return [" ".join(line.split()) for line in driver.content("figures").split("\n") if line.strip()]


async def test_claims_are_listed_previewed_kept_and_walked(lake: Dossier) -> None:
    async with run_app(lake) as driver:
        await driver.press("3", "}")
        assert driver.title("figures") == "3 Figures [Claims 3] Events"
        assert driver.subtitle("figures") == "by catalog"
        assert rows(driver) == [
            "› the Brine Company claims Brine Co ≠",
            "the lake",
            "no plan for the salt ≠",
            "wants to dig from spring on Ada Moss",
        ]
        await driver.press("j")
        assert driver.breadcrumb.startswith("Salt of the north › claims › no plan for the salt · preview")
        assert driver.current_words == ["Northland has no plan for the salt"]
        assert driver.title("details") == "5 Details · claim"
        await driver.press("n")
        assert driver.footer.startswith("This is the only place.")
        await driver.press("enter")
        assert driver.focused == "text" and "preview" not in driver.breadcrumb
        assert "Esc to Claims" in driver.footer
        await driver.press("}", "5", "}")
        assert driver.title("figures") == "3 Figures [Claims 3] Events"
        await driver.press("4", "escape")
        assert driver.focused_panes == ["figures"]
        assert driver.cursor_row("figures") == "no plan for the salt ≠"


async def test_claims_are_sorted_by_claimant(lake: Dossier) -> None:
    async with run_app(lake) as driver:
        await driver.press("3", "}", "s")
        assert driver.subtitle("figures") == "by claimant"
        assert [row.lstrip("› ") for row in rows(driver)] == [
            "Ada Moss",
            "wants to dig from spring on",
            "Brine Co",
            "the Brine Company claims the lake ≠",
            "The article itself",
            "no plan for the salt ≠",
        ]
        assert driver.cursor_row("figures").startswith("the Brine Company claims")
        # Each list has an order of its own.
        await driver.press("}")
        assert driver.subtitle("figures") == "by date"
        await driver.press("{")
        assert driver.subtitle("figures") == "by claimant"


async def test_events_are_listed_by_date(lake: Dossier) -> None:
    async with run_app(lake) as driver:
        await driver.press("3", "{")
        assert driver.title("figures") == "3 Figures Claims [Events 1]"
        assert [" ".join(row.split()) for row in rows(driver)] == ["› The lake floods its shore 1990"]
        assert "events › The lake floods its shore · preview" in driver.breadcrumb


@pytest.mark.slow
async def test_a_list_that_is_not_shown_keeps_its_cursor(lake: Dossier) -> None:
    async with run_app(lake) as driver:
        await driver.press("3", "j", "}", "j", "{")
        assert driver.cursor_row("figures").startswith("31.5 Mt Orla La")
        assert "figures › 31.5 Mt reserves, Orla Lake · preview" in driver.breadcrumb
        await driver.press("}")
        assert driver.cursor_row("figures").startswith("no plan for the salt")
        assert "claims › no plan for the salt · preview" in driver.breadcrumb


async def test_a_filter_holds_for_every_tab(lake: Dossier) -> None:
    async with run_app(lake) as driver:
        await driver.press("3", "}", "\\")
        await driver.type_text("by:brine")
        await driver.press("enter")
        assert driver.title("figures") == "3 Figures [Claims 1 of 3] Events"
        await driver.press("{")
        assert driver.title("figures") == "3 [Figures 1 of 4] Claims Events"
        await driver.resize(100, 36)
        assert driver.title("figures") == "3 [Figures 1 of 4] C E", "there is no room for all names"
        await driver.press("{")
        assert driver.title("figures") == "3 F C [Events 0 of 1]"
        await driver.press("escape")
        assert driver.title("figures") == "3 Figures Claims [Events 1]"


@pytest.mark.sample(1)
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_a_click_on_a_tab_shows_it(lake: Dossier, size: tuple[int, int]) -> None:
    async with run_app(lake, size=size) as driver:
        await driver.press("3")
        await driver.click("Claims")
        assert "[Claims 3]" in driver.screen_text
        assert "claims › the Brine Company claims the lake" in driver.breadcrumb
        await driver.click("Events")
        assert "[Events 1]" in driver.screen_text
        assert "events › The lake floods its shore · preview" in driver.breadcrumb
        await driver.click("Figures")
        assert "[Figures 4]" in driver.screen_text
        assert driver.focused == "figures"


async def test_dragging_the_border_by_a_tab_shows_no_other(lake: Dossier) -> None:
    async with run_app(lake) as driver:
        at = driver.find("Claims")[0]
        await driver.drag(at, Offset(at.x, at.y - 3))
        assert driver.region("figures").y == at.y - 3
        assert driver.title("figures") == "3 [Figures 4] Claims Events"


async def test_the_row_of_panes_names_the_list_that_is_shown(lake: Dossier) -> None:
    async with run_app(lake, size=(80, 24)) as driver:
        await driver.press("3", "}")
        assert driver.screen_lines[1].rstrip() == "  1 Articles   2 Entities  [3 Claims]  4 Text   5 Details"
        assert "3 Figures [Claims 3] Events · by catalog" in driver.screen_text


@pytest.mark.slow
async def test_a_session_goes_on_with_the_tab(lake: Dossier, tmp_path: Path) -> None:
    before = await quit_after(lake, tmp_path / "state", "3", "}", "j", "j", "s")
    async with run_app(lake, session=last_session(lake, tmp_path / "state")) as driver:
        assert driver.screen_text.split("\n")[1:-1] == before.split("\n")[1:-1]
        assert driver.title("figures") == "3 Figures [Claims 3] Events"


@pytest.mark.slow
async def test_without_claims_and_events_the_pane_has_no_tabs(lake: Dossier) -> None:
    lake.catalog.write_text(CATALOG[: CATALOG.index("events:")], encoding="utf-8")
    async with run_app(open_dossier(lake.catalog)) as driver:
        await driver.press("3")
        assert driver.title("figures") == "3 Figures 4"
        assert "} tab" not in driver.footer
        await driver.press("}")
        assert driver.title("figures") == "3 Figures 4"
        assert driver.footer.startswith("The catalog has no claims and no events.")


async def test_the_footer_offers_tabs_where_there_are_some(lake: Dossier) -> None:
    async with run_app(lake, size=(160, 36)) as driver:
        await driver.press("3")
        assert "} tab" in driver.footer
        await driver.press("2")
        assert "} tab" not in driver.footer


@pytest.mark.slow
async def test_when_the_claims_go_the_figures_are_shown(lake: Dossier) -> None:
    async with run_app(lake, size=(80, 24)) as driver:
        await driver.press("3", "}", "j")
        lake.catalog.write_text(CATALOG, encoding="utf-8")
        await driver.wait_until(lambda: "[Figures 4] Events" in driver.screen_text)
        assert "[3 Figures]" in driver.screen_text


@pytest.mark.slow
async def test_a_claim_from_elsewhere_is_under_the_cursor_of_its_list(lake: Dossier) -> None:
    async with run_app(lake, Place.at("wants-to-dig")) as driver:
        assert driver.title("figures") == "3 [Figures 4] Claims Events"
        assert "Esc to Claims" in driver.footer
        await driver.press("escape")
        assert driver.cursor_row("figures").startswith("wants to dig")


@pytest.mark.slow
async def test_details_has_the_sentences_of_what_contradicts_a_claim(lake: Dossier) -> None:
    for claim, sentence in {
        "company-owns": "“Northland has no plan for the salt yet.” ([Notes from the north], l.3)",
        "no-plan": "less than the 40 million tons that the Brine Company claims.” (A look at the books, l.3)",
    }.items():
        async with run_app(lake, Place.at(claim), size=(160, 40)) as driver:
            words = " ".join(driver.content("details").split())
            assert "Contradicts" in words and "(Who owns it has a plan.)" in words
            assert sentence in words


async def test_comparing_a_claim_leads_to_its_details(lake: Dossier) -> None:
    async with run_app(lake, Place.at("no-plan")) as driver:
        await driver.press("c")
        assert driver.footer.startswith("Details (5) shows both sides.")
        await driver.press("3", "}", "G", "c")
        assert driver.breadcrumb.startswith("Salt of the north › claims › wants to dig from spring on")
        assert driver.footer.startswith("Nothing to compare: no claim contradicts or supports it.")
