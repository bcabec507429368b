"""`lode list`: records in columns and as JSON Lines, filtered and sorted."""

from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Done
from tests.dossier.claims import claim, claims_in
from tui.dossier.dossier import Dossier


def first_words(done: Done) -> list[str]:
    """What each row begins with: the ids."""
    return [line.split()[0] for line in done.lines]


@pytest.mark.parametrize("kind", ["articles", "entities", "figures", "events", "measures"])
def test_every_record_of_a_kind_is_listed(lode: Callable[..., Done], dossier: Dossier, kind: str) -> None:
    done, listed = lode("list", kind), lode("list", kind, "--json")
    assert (done.status, done.err) == (listed.status, listed.err) == (0, "")
    assert first_words(done) == [record["id"] for record in listed.objects] == list(getattr(dossier, kind))
    assert {record["kind"] for record in listed.objects} == {kind[:-3] + "y" if kind == "entities" else kind[:-1]}


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        (("figures", "russia-reserves-industry"), ["≤28.7 Mt", "reserves, rare earths, Russia", "industry estimates"]),
        (("figures", "russia-share-2024"), ["0.64%", "the article itself", "2024"]),
        (("entities", "tomtor"), ["deposit", "Tomtor", "largest rare earth deposit"]),
        (("events", "roadmap-due"), ["1 Dec [2025]", "Deadline for the roadmap"]),
        (("measures", "production"), ["t/yr"]),
        (("articles", "a-moscow-times"), ["31 March 2025", "words", "Russia and U.S. Begin Talks"]),
    ],
)
def test_a_row_shows_the_main_facts(lode: Callable[..., Done], row: tuple[str, str], holds: list[str]) -> None:
    kind, id = row
    (line,) = [line for line in lode("list", kind).lines if line.split()[0] == id]
    assert all(words in line.replace("\N{NO-BREAK SPACE}", " ") for words in holds)


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["figures", "by:kremlin"], ["russia-market-share-target"]),
        (["figures", "by:usgs", "year:2023"], ["russia-production-2023", "china-production-2023"]),
        (["figures", ">100Mt"], ["russia-rare-metals-reserves", "world-reserves"]),
        (["figures", "reserves", "brazil"], ["brazil-reserves"]),
        (["figures", "subject:russia", "-reserves", "year:2024"], ["russia-production-2024", "russia-share-2024"]),
        (["figures", '"rare metals"', "-1%"], ["russia-rare-metals-reserves"]),
        (["entities", "greenland"], ["greenland"]),
        (["entities", "Poutine"], ["vladimir-putin"]),
        (["events", "solikamsk", "year:2022"], ["solikamsk-seized"]),
        (["measures", "demand"], ["demand"]),
        (["measures", "measure:demand"], ["demand"]),
        (["articles", "entity:greenland"], ["a-russia-aims"]),
        (["events", "putin", "tomtor"], ["tomtor-criticized"]),
    ],
)
def test_filters_and_words_narrow_a_list(lode: Callable[..., Done], arguments: list[str], ids: list[str]) -> None:
    done = lode("list", *arguments)
    assert done.status == 0
    assert first_words(done) == ids


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "figures", "by:usgs", "--json", "-n", "2"],
        ["list", "--json", "figures", "-n", "2", "by:usgs"],
        ["list", "-n", "2", "--json", "figures", "by:usgs"],
        ["-n", "2", "list", "figures", "--json", "by:usgs"],
        ["--limit=2", "list", "figures", "--json", "by:usgs"],
    ],
)
def test_options_may_be_anywhere(lode: Callable[..., Done], arguments: list[str]) -> None:
    done = lode(*arguments)
    assert [record["id"] for record in done.objects] == ["russia-reserves-usgs", "world-reserves"]


def test_a_typo_in_a_filter_word_is_said(lode: Callable[..., Done]) -> None:
    done = lode("list", "entities", "rosatm")
    assert (done.status, done.err) == (0, "lode: rosatm: showing Rosatom\n")
    assert first_words(done) == ["rosatom"]


def test_a_filter_word_that_is_nowhere_is_named(lode: Callable[..., Done]) -> None:
    done = lode("list", "entities", "tungsten", "rosatom")
    assert (done.status, done.err) == (0, "lode: “tungsten” is in no article and no record\n")
    assert first_words(done) == ["rosatom"]


@pytest.mark.parametrize("filters", [["tungsten"], ["by:usgs", "year:1989"], ["kind:event"], [">1000Mt"]])
def test_an_empty_list_exits_with_1(lode: Callable[..., Done], filters: list[str]) -> None:
    done = lode("list", "figures", *filters)
    assert (done.status, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1


def test_an_empty_kind_is_one(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    path = folder('articles: [{id: a, file: a.txt, title: "[A]"}]', a="Text.")
    done = lode("list", "figures", "--sort", "value", "-c", str(path))
    assert (done.status, done.out, done.err) == (1, "", "lode: nothing found\n")


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["facts"], "articles, entities, figures, claims, events, measures"),
        (["passages"], "articles, entities, figures, claims, events, measures"),
        (["figures", "by:ussgs"], "by:usgs"),
        (["figures", "year:1990"], "year:1989"),
        (["figures", "--sort", "size"], "value"),
    ],
)
def test_an_unknown_kind_or_field_names_the_known_ones(
    lode: Callable[..., Done], arguments: list[str], names: str
) -> None:
    done = lode("list", *arguments)
    assert (done.status, done.out) == (2, "")
    assert names in done.err and len(done.err.splitlines()) == 1


# Order


def listed(done: Done, key: str) -> list[object]:
    """A key of each object listed."""
    assert done.status == 0
    return [record[key] for record in done.objects]


def test_values_sort_by_size_within_their_unit(lode: Callable[..., Done]) -> None:
    values = listed(lode("list", "figures", "measure:reserves", "--sort", "value", "--json"), "value")
    assert values == [1.9e6, 3.8e6, 21e6, 28e6, 28.5e6, 28.7e6, 44e6, 110e6, 658e6, None]
    units = listed(lode("list", "figures", "--sort", "value", "--json"), "unit")
    assert [unit for unit, _ in groupby(units)] == sorted(map(str, set(units)))


def test_a_range_sorts_by_its_upper_end(lode: Callable[..., Done]) -> None:
    ids = listed(lode("list", "figures", ">2500t", "<8001t", "--sort", "value", "--json"), "id")
    assert ids.index("russia-production") < ids.index("russia-demand") < ids.index("solikamsk-concentrate")


@pytest.mark.parametrize("reverse", [["--sort", "-mentions"], ["--sort=-mentions"]])
def test_lists_sort_by_length_and_backwards(lode: Callable[..., Done], reverse: list[str]) -> None:
    counts = [len(record["mentions"]) for record in lode("list", "entities", "--json", *reverse).objects]
    assert counts == sorted(counts, reverse=True) and counts[0] > counts[-1]
    counts = [len(record["mentions"]) for record in lode("list", "entities", "--json", "--sort", "count").objects]
    assert counts == sorted(counts) and counts[0] < counts[-1]


def test_dates_sort_in_time_and_what_has_none_comes_last(lode: Callable[..., Done]) -> None:
    ids = listed(lode("list", "articles", "--sort", "date", "--json"), "id")
    assert ids == ["a-putin-proposal", "a-cooperation-offer", "a-kremlin-talks", "a-moscow-times", "a-russia-aims"]
    events = listed(lode("list", "events", "--sort", "date", "--json"), "id")
    assert (events[0], events[-1]) == ("kommersant-founded", "market-share-due")
    periods = listed(lode("list", "figures", "--sort", "period", "--json"), "period")
    assert periods[:5] == ["2023", "2023", "2024", "2024", "2030"]
    assert set(periods[5:]) == {None}


def test_words_sort_without_regard_to_case(lode: Callable[..., Done]) -> None:
    names = [str(name) for name in listed(lode("list", "entities", "--sort", "name", "--json"), "name")]
    assert names == sorted(names, key=str.casefold) != sorted(names)
    assert names == listed(lode("list", "entities", "--sort", "title", "--json"), "name")


def test_what_is_unknown_sorts_last(lode: Callable[..., Done]) -> None:
    claimants = listed(lode("list", "figures", "--sort", "claimant", "--json"), "claimant")
    known = [claimant for claimant in claimants if claimant]
    assert known == sorted(map(str, known))
    assert set(claimants[len(known) :]) == {None}


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", ["articles", "entities", "figures", "events", "measures"])
def test_every_key_of_a_record_sorts(lode: Callable[..., Done], kind: str) -> None:
    keys = lode("list", kind, "--json", "-n", "1").objects[0]
    rows = sorted(lode("list", kind).lines)
    for key in [*keys, "title", "date", "count"]:
        done = lode("list", kind, "--sort", key)
        assert done.status == 0
        assert sorted(done.lines) == rows, key


# Columns


WIDE = """
articles: [{id: a, file: a.txt, title: "[A]"}]
entities:
  - {id: one, name: レアアース鉱床, kind: deposit, note: first}
  - {id: two, name: Tomtor, kind: deposit, note: second}
  - {id: three, name: 日本, kind: country, note: third}
"""


def test_wide_letters_are_aligned_in_columns(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    done = lode("list", "entities", "-c", str(folder(WIDE, a="レアアース鉱床 Tomtor 日本")))
    starts = {
        cell_len(line[: line.index(note)]) for line, note in zip(done.lines, ("first", "second", "third"), strict=True)
    }
    assert len(starts) == 1


def test_a_row_ends_with_its_last_word(lode: Callable[..., Done]) -> None:
    assert not [line for line in lode("list", "figures").lines if line != line.rstrip()]


def test_rows_are_whole_when_piped_and_fit_a_terminal(
    lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, folder: Callable[..., Path]
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    path = str(folder(WIDE.replace("first", "日本" * 60), a="レアアース鉱床 Tomtor 日本"))
    assert "日本" * 60 in lode("list", "entities", "-c", path).out
    done = lode("list", "entities", "-c", path, terminal=True, NO_COLOR="1")
    assert all(cell_len(line) <= 50 for line in done.lines)
    assert any(line.endswith("…") for line in done.lines)
    assert any("second" in line for line in done.lines)


def test_a_row_that_just_fits_is_whole(
    lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, folder: Callable[..., Path]
) -> None:
    path = str(folder(WIDE, a="レアアース鉱床 Tomtor 日本"))
    widest = max(map(cell_len, lode("list", "entities", "-c", path).lines))
    monkeypatch.setenv("COLUMNS", str(widest))
    assert "…" not in lode("list", "entities", "-c", path, terminal=True, NO_COLOR="1").out
    monkeypatch.setenv("COLUMNS", str(widest - 1))
    cut = lode("list", "entities", "-c", path, terminal=True, NO_COLOR="1").lines
    assert max(map(cell_len, cut)) == widest - 1


def test_relations_and_events_are_found_by_who_states_them(lode: Callable[..., Done]) -> None:
    assert first_words(lode("list", "events", "by:kommersant")) == ["kremlin-confirms-talks"]
    assert first_words(lode("list", "entities", "by:vladimir-chernov")) == ["rosatom", "rostec", "norilsk-nickel"]


def test_figures_are_filtered_by_what_a_review_found(
    lode: Callable[..., Done], folder: Callable[..., Path], tmp_path: Path
) -> None:
    path = claims_in(folder, claim("5 tons", status="wrong", reviewed_by="Ana"), claim("9 tons"))
    done = lode("list", "figures", "status:wrong", "-c", str(path))
    assert first_words(done) == ["f0"] and done.out.rstrip().endswith("wrong")
    assert "wrong, by Ana" in lode("show", "f0", "-c", str(path)).out
    assert lode("list", "figures", "status:open", "-c", str(path)).status == 1
    assert lode("list", "figures", "status:opne", "-c", str(path)).status == 2


def test_units_are_listed_with_those_that_are_built_in(lode: Callable[..., Done]) -> None:
    listed = lode("list", "units", "--json").objects
    assert {"t", "%", "count"} <= {unit["id"] for unit in listed if unit["used"]}
    assert {"acre", "USD", "EUR-cent"} <= {unit["id"] for unit in listed if not unit["used"]}
    assert [unit["id"] for unit in lode("list", "units", "basis", "--json").objects] == ["bp"]
    assert lode("list", "units", "acre").out.startswith("acre     acre       4,046.8564224 m²")
    fahrenheit = lode("list", "units", "fahrenheit", "--json").objects[0]
    assert (fahrenheit["exact_factor"], fahrenheit["offset"]) == ("5/9", "-32")
    assert "no unit has “zebra”" in lode("list", "units", "zebra").err
    assert lode("list", "units", "zebra").status == 1
    assert "units have one order" in lode("list", "units", "--sort", "id").err


def test_a_question_about_claims_lists_both_sides(lode: Callable[..., Done]) -> None:
    listed = lode("list", "claims", "who says Russia can process rare earths, and who denies it", "--json").objects
    both = {"two-refineries-in-russia", "no-processing-in-russia", "russia-lacks-processing"}
    assert {claim["id"] for claim in listed} == both
