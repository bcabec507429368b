"""Details: what the dossier has about a record, with rows that lead to it."""

import pytest

from tests.app.app_driver import run_app
from tui.app.model.place import Place
from tui.dossier.dossier import Dossier


async def test_who_is_named_with_an_entity_and_where(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("survey"), size=(200, 50)) as driver:
        rows = driver.content("details").split("\n")
        named = rows.index("Named in the same sentence")
        assert [" ".join(row.split()) for row in rows[named + 1 : named + 3]] == [
            "Orla Lake place 1",
            "Brine Company company 1",
        ]
        await driver.click("Brine Company", "details", times=2)
        assert driver.subtitle("text").startswith("Brine Co 3 of 3")
        assert driver.title("text").startswith("4 Text · A look at the books")
        await driver.press("[")
        assert driver.current_words == ["Geological Survey"]


@pytest.mark.slow
async def test_the_entity_that_a_name_stands_for(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("kremlin"), size=(200, 50)) as driver:
        await driver.click("stands for", "details", times=2)
        assert "entities › Russian government" in driver.breadcrumb


async def test_events_with_an_entity(sample_dossier: Dossier) -> None:
    async with run_app(sample_dossier, Place.at("orla"), size=(200, 50)) as driver:
        await driver.click("The lake floods", "details", times=2)
        assert driver.current_words == ["the Orla Lake flood of 1990"]


@pytest.mark.slow
async def test_the_words_that_date_what_is_dated(sample_dossier: Dossier) -> None:
    for record, words in (
        ("flood", "“the Orla Lake flood of 1990” l.29"),
        ("orla-survey", "dated by “in 2023”"),
        ("a-herald", "dated by “1 March 2024”"),
    ):
        async with run_app(sample_dossier, Place.at(record), size=(200, 50)) as driver:
            assert words in driver.content("details")


async def test_the_claimant_of_a_figure_is_shown_with_the_words_that_name_it(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("russia-reserves-ministry"), size=(200, 50)) as driver:
        details = " ".join(driver.content("details").split())
        assert "“According to figures from Russia’s Natural Resources Ministry cited by Izvestia”" in details
        assert "via Izvestia" in details
        assert "● The Moscow Times" in details
        await driver.press("n")
        details = " ".join(driver.content("details").split())
        assert "“the Russian Ministry of Natural Resources announcing”" in details
        assert "Izvestia" not in details
        assert "● [Russia aims to expand" in details


async def test_a_rank_is_shown_wherever_its_figure_is(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("russia-reserves-rank")) as driver:
        assert "figures › 5th rank by reserves, rare earths, Russia  " in driver.breadcrumb
        assert driver.subtitle("text").startswith("5th · 1 of 3 · file line ")
        await driver.press("'")
        assert driver.cursor_row("box").startswith("figures ● 5th rank by reserves, rare earths, Ru")


async def test_a_count_is_not_part_of_the_position_beside_it(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("russia-reserve-metals")) as driver:
        assert driver.subtitle("text").startswith("15 · 1 of 1 · file line ")


@pytest.mark.slow
async def test_a_kind_that_is_its_family_is_shown_once(dossier: Dossier) -> None:
    for record, told in (("kola-peninsula", "Kola Peninsula · place"), ("tomtor", "Tomtor · deposit (site)")):
        async with run_app(dossier, Place.at(record)) as driver:
            assert driver.content("details").split("\n")[0].rstrip() == told


def test_notes_call_articles_by_their_names(dossier: Dossier) -> None:
    notes = [record.note or "" for records in (dossier.articles, dossier.figures) for record in records.values()]
    dated = [record.resolved_by or "" for records in (dossier.articles, dossier.events) for record in records.values()]
    assert any("The Moscow Times" in note for note in notes) and any("The Moscow Times" in note for note in dated)
    assert [note for note in (*notes, *dated) if any(article in note for article in dossier.articles)] == []


@pytest.mark.slow
async def test_what_does_not_fit_beside_goes_below(dossier: Dossier) -> None:
    async with run_app(dossier, Place.at("russia-reserves-ministry"), size=(200, 50)) as driver:
        details = " ".join(driver.content("details").split())
        assert "28.5 Mt · reserves, rare earths, Russia rounded: 28.45 to 28.55 Mt" in details
        assert "28 Mt Ministry within the rounding only: 28 million t covers 27.5 to 28.5 Mt" in details
        await driver.press("5", *"jj", "enter")
        assert "3.8 Mt reserves" in driver.breadcrumb


@pytest.mark.slow
@pytest.mark.parametrize("width", [46, 60, 80])
async def test_the_counts_of_mentions_are_whole(dossier: Dossier, width: int) -> None:
    async with run_app(dossier, Place.at("russia"), size=(width, 30)) as driver:
        await driver.press("5")
        shown = driver.content("details").partition("Mentions")[2].splitlines()[1:6]
        of = [occurrence.article for occurrence in dossier.occurrences_of("russia")]
        assert [line.split()[-1] for line in shown] == [str(of.count(article)) for article in dossier.article_order]
