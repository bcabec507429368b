"""`lode compare`: figures compared with each other, as text with a plot and as JSON Lines."""

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from tests.cli.conftest import Done
from tests.dossier.claims import claim, claims_in
from tests.view import hostile
from tui.dossier.dossier import Dossier

KEYS = (
    "measure subject material scope verdict reason origins claims conflicts because conflict_count origins_max pairs "
    "pair_count"
).split()

PAIR_VERDICTS = {"agree", "compatible", "conflict", "different period", "not comparable"}

VERDICTS = {"agree", "conflict", "differ by period", "not comparable", "single"}


def headings(done: Done) -> list[str]:
    """What each printed group is about."""
    return [
        line.partition("  ")[0] for line in done.lines if re.search(r"  (in|by) \S+, (from \S+|logarithmic)$", line)
    ]


def figure_groups(done: Done) -> list[dict[str, Any]]:
    """The groups of figures among the objects that are printed."""
    return [group for group in done.objects if group.get("kind") != "claims"]


# JSON


def test_a_group_is_an_object_of_the_contract(lode: Callable[..., Done]) -> None:
    done = lode("compare", "--json")
    assert (done.status, done.err) == (0, "")
    for group in figure_groups(done):
        assert list(group) == KEYS
        assert isinstance(group["measure"], str) and isinstance(group["subject"], str)
        assert all(group[key] is None or isinstance(group[key], str) for key in ("material", "scope", "because"))
        assert group["verdict"] in VERDICTS
        assert isinstance(group["reason"], str) and group["reason"].endswith(".")
        assert type(group["origins"]) is int and 1 <= group["origins"] <= len(group["claims"])
        assert group["claims"] and all(isinstance(id, str) for id in group["claims"])
        assert all(len(pair) == 2 and set(pair) <= set(group["claims"]) for pair in group["conflicts"])
        assert (group["verdict"] == "conflict") == bool(group["conflicts"])
        assert (group["verdict"] == "single") == (len(group["claims"]) == 1)
        assert len(group["pairs"]) == group["pair_count"]
        assert {pair["verdict"] for pair in group["pairs"]} <= PAIR_VERDICTS
        assert [pair["between"] for pair in group["pairs"] if pair["verdict"] == "conflict"] == group["conflicts"]


def test_every_figure_is_in_one_group(lode: Callable[..., Done], dossier: Dossier) -> None:
    claims = [id for group in figure_groups(lode("compare", "--json")) for id in group["claims"]]
    assert sorted(claims) == sorted(dossier.figures)


def test_the_reserves_as_json(lode: Callable[..., Done]) -> None:
    (group,) = lode("compare", "measure:reserves", "subject:russia", "material:rare-earths", "--json").objects
    because, pairs = group.pop("because"), group.pop("pairs")
    assert because.startswith(
        "The survey counts known reserves. The article that prints both says that the ministry’s figure"
    )
    assert group == {
        "measure": "reserves",
        "subject": "russia",
        "material": "rare-earths",
        "scope": None,
        "verdict": "conflict",
        "reason": "The USGS says 3.8 million t, the Ministry of Natural Resources 28.5 million t: 7.5 times as much, "
        "both for Russia’s reserves of rare earths; neither is dated.",
        "origins": 3,
        "claims": [
            "russia-reserves-usgs",
            "russia-reserves-ministry",
            "russia-reserves-ministry-28",
            "russia-reserves-industry",
        ],
        "conflicts": [
            ["russia-reserves-usgs", "russia-reserves-ministry"],
            ["russia-reserves-usgs", "russia-reserves-ministry-28"],
        ],
        "conflict_count": 2,
        "origins_max": None,
        "pair_count": 6,
    }
    assert pairs[0] == {"between": group["conflicts"][0], "verdict": "conflict", "reason": group["reason"]}
    assert [pair["verdict"] for pair in pairs] == ["conflict"] * 2 + ["compatible"] * 3 + ["agree"]
    assert "the bound is 7.6 times as much" in pairs[2]["reason"]


def test_an_unnamed_claimant_makes_the_number_of_origins_uncertain(lode: Callable[..., Done]) -> None:
    (group,) = lode("compare", "measure:reserves-rank", "--json").objects
    assert (group["origins"], group["origins_max"]) == (1, 2)
    assert "1 to 2 origins" in lode("compare", "measure:reserves-rank").out


# Filters


@pytest.mark.parametrize(
    ("filters", "groups"),
    [
        (["measure:reserves", "subject:russia"], [("russia", "rare-earths"), ("russia", "rare-metals")]),
        (["material:rare-metals"], [("russia", "rare-metals"), ("russia", "rare-metals")]),
        (["by:kremlin"], [("russia", "rare-earths")]),
        # A filter chooses groups by a figure of theirs; each is shown whole.
        (["by:industry-estimates"], [("russia", "rare-earths")]),
        (["year:2023"], [("russia", "rare-earths"), ("china", "rare-earths")]),
        (["gallium"], [("pikalevsky-plant", "gallium")]),
        ([">100Mt"], [("russia", "rare-metals"), ("world", "rare-earths")]),
        (["brazil", "-market"], [("brazil", "rare-earths")]),
    ],
)
def test_filters_choose_whole_groups(
    lode: Callable[..., Done], filters: list[str], groups: list[tuple[str, str]]
) -> None:
    listed, done = lode("list", "figures", *filters, "--json"), lode("compare", *filters, "--json")
    assert done.status == 0
    found = [group for group in done.objects if "measure" in group]
    assert [(group["subject"], group["material"]) for group in found] == groups
    asked = {figure["id"] for figure in listed.objects}
    assert all(asked & set(group["claims"]) for group in found)
    assert asked <= {id for group in found for id in group["claims"]}


def test_the_group_of_one_claim_is_whole(lode: Callable[..., Done]) -> None:
    (group,) = lode("compare", "by:industry-estimates", "--json").objects
    assert len(group["claims"]) == 4 and group["verdict"] == "conflict"


@pytest.mark.parametrize("where", [["-n", "2", "compare"], ["compare", "-n", "2"], ["compare", "--limit=2"]])
def test_at_most_so_many_groups(lode: Callable[..., Done], where: list[str]) -> None:
    everything = lode("compare", "--json").objects
    assert lode(*where, "--json").objects == everything[:2]
    # In text, what is alone is not shown, and does not count.
    assert headings(lode(*where)) == headings(lode("compare"))[:2]
    assert len(headings(lode("compare"))) == 5


def test_no_group_at_most(lode: Callable[..., Done]) -> None:
    done = lode("compare", "-n", "0", "--json")
    assert (done.status, done.out) == (0, "")


# Exit statuses


@pytest.mark.parametrize(
    ("filters", "says"),
    [
        (["by:usgs", "year:1989"], "nothing found"),
        ([">1000Mt"], "nothing found"),
        (["tungsten"], "“tungsten” is in no article and no record"),
    ],
)
@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_no_result_exits_with_1(lode: Callable[..., Done], filters: list[str], says: str, as_json: list[str]) -> None:
    done = lode("compare", *filters, *as_json)
    assert (done.status, done.out, done.err) == (1, "", f"lode: {says}\n")


def test_a_dossier_without_figures_is_one(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    path = folder('articles: [{id: a, file: a.txt, title: "[A]"}]', a="Text.")
    done = lode("compare", "-c", str(path))
    assert (done.status, done.out, done.err) == (1, "", "lode: nothing found\n")


def test_drafts_alone_are_one(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    path = claims_in(folder, claim("5 tons", draft="true"), claim("9 tons", draft="true"))
    done = lode("compare", "-c", str(path))
    assert (done.status, done.out) == (1, "")
    assert done.err.count("\n") == 1 and "draft" in done.err


@pytest.mark.parametrize(
    ("filters", "nearest"),
    [
        (["by:ussgs"], "by:usgs"),
        (["measure:reserve"], "measure:reserves"),
        (["subject:rusia"], "subject:russia"),
        (["year:1990"], "year:1989"),
    ],
)
def test_an_unknown_value_is_two_and_names_the_nearest(
    lode: Callable[..., Done], filters: list[str], nearest: str
) -> None:
    done = lode("compare", *filters)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1 and nearest in done.err


# Text


def test_single_figures_are_counted_unless_asked_for(lode: Callable[..., Done], dossier: Dossier) -> None:
    alone = sum(len(group.figures) == 1 for group in dossier.groups.of())
    done = lode("compare")
    assert done.err == f"lode: {alone} figures with nothing to compare not shown; --json has them too\n"
    assert "Nothing to compare" not in done.out
    asked = lode("compare", "subject:brazil")
    assert asked.err == ""
    assert headings(asked) == ["Brazil’s reserves of rare earths"]
    assert "SINGLE           Nothing to compare: the only figure for Brazil’s reserves of rare earths." in asked.out


def test_only_single_figures_are_not_a_failure(lode: Callable[..., Done], folder: Callable[..., Path]) -> None:
    done = lode("compare", "-c", str(claims_in(folder, claim("5 tons"))))
    assert (done.status, done.out) == (0, "")
    assert done.err == "lode: 1 figure with nothing to compare not shown; --json has them too\n"


def test_a_group_as_text(lode: Callable[..., Done]) -> None:
    done = lode("compare", "by:industry-estimates")
    lines = done.out.replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert lines[0] == "Russia’s reserves of rare earths  in Mt, from 0"
    assert lines[1].split() == ["0", "5", "10", "15", "20", "25"]
    for line, words in zip(
        lines[2:6],
        (
            ("3.8 Mt", "United States Geological Survey", "—", "2×", "●"),
            ("28 Mt", "Ministry of Natural Resources", "—", "1×", "├─┤"),
            ("28.5 Mt", "Ministry of Natural Resources", "—", "2×", "●"),
            ("≤28.7 Mt", "industry estimates", "—", "1×", "◂"),
        ),
        strict=True,
    ):
        at = [line.index(word) for word in words]
        assert at == sorted(at)
    assert lines[6].startswith("CONFLICT")
    assert lines[-1].endswith("4 articles, 3 origins, printed 6 times")


def test_groups_are_parted_by_an_empty_line(lode: Callable[..., Done]) -> None:
    done = lode("compare")
    parts = done.out.split("\n\n")
    figures = [part for part in parts if not part.startswith("Claims about ")]
    assert [part.splitlines()[0].partition("  ")[0] for part in figures] == headings(done)
    claims = [group for group in lode("compare", "--json").objects if group.get("kind") == "claims"]
    assert len(parts) - len(figures) == len(claims) > 20


def test_claims_that_contradict_come_before_those_that_only_support(lode: Callable[..., Done]) -> None:
    groups = [group for group in lode("compare", "--json").objects if group.get("kind") == "claims"]
    contradictory = ["contradicts" in {pair["verdict"] for pair in group["pairs"]} for group in groups]
    assert True in contradictory and contradictory == sorted(contradictory, reverse=True)


def test_a_reason_is_printed_once_for_all_claims_that_one_is_compared_with(lode: Callable[..., Done]) -> None:
    done = lode("compare", "no-modern-assessments")
    (line,) = (line for line in done.lines if line.startswith("contradicts"))
    assert line.count("“") == 4 and line.count("Without a modern assessment") == 1
    page = lode("show", "no-modern-assessments").out
    assert page.count("Without a modern assessment") == 1 and page.count("(likewise)") == 2


def test_piped_text_is_plain_and_whole(lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    done = lode("compare")
    assert "\x1b" not in done.out and "…" not in done.out
    assert "the article “Putin proposes joint exploration of rare earth deposits” [February 2025 or later] " in done.out
    wide = [line for line in done.lines if line.startswith("CONFLICT")]
    assert wide[0].endswith("both for Russia’s reserves of rare earths; neither is dated.")


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        (["--color", "always"], {}, True),
        (["--color", "never"], {}, False),
        ([], {}, True),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
    ],
)
def test_colour_on_a_terminal(
    lode: Callable[..., Done], arguments: list[str], environment: dict[str, str], colored: bool
) -> None:
    done = lode("compare", *arguments, terminal=True, **environment)
    assert ("\x1b[31mCONFLICT" in done.out) is colored
    assert ("\x1b" in done.out) is colored


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_lines_fit_the_terminal(lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    done = lode("compare", terminal=True, NO_COLOR="1")
    assert max(map(cell_len, done.lines)) == columns
    piped = lode("compare")
    words = [" ".join(out.split()) for out in (done.out, piped.out)]
    for sentence in re.findall(r"The USGS says 3.8 million t, the .*?\. ", words[1]):
        assert sentence in words[0]


def test_wrapped_sentences_are_beside_their_label(lode: Callable[..., Done], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = lode("compare", "by:industry-estimates", terminal=True, NO_COLOR="1").lines
    start = next(number for number, line in enumerate(lines) if line.startswith("CONFLICT"))
    assert lines[start].startswith("CONFLICT         The USGS says")
    assert lines[start + 1].startswith(" " * 17) and lines[start + 1][17] != " "


def test_a_dossier_of_controls_is_made_visible(lode: Callable[..., Done], tmp_path: Path) -> None:
    path = str(hostile.write(tmp_path))
    for arguments in (["compare", "-c", path, "mine"], ["compare", "-c", path, "--json"]):
        done = lode(*arguments)
        assert done.status == 0 and "Mine" in done.out
        assert hostile.raw(done.out + done.err) == set()
    colored = lode("compare", "-c", path, "mine", "--color", "always").out
    assert hostile.raw(re.sub(r"\x1b\[[\d;]*m", "", colored)) == set()


def test_figures_are_compared_by_their_ids(lode: Callable[..., Done]) -> None:
    both = lode("compare", "russia-reserves-usgs", "russia-reserves-ministry", "--json")
    assert [group["measure"] for group in both.objects] == ["reserves"] and both.err == ""
    apart = lode("compare", "russia-reserves-usgs", "russia-production-2023", "--json")
    assert {group["measure"] for group in apart.objects} == {"reserves", "production"}
    alone = lode("compare", "brazil-reserves")
    assert alone.status == 0 and "Brazil’s reserves of rare earths" in alone.out


# Large groups


@pytest.fixture
def twenty(folder: Callable[..., Path]) -> str:
    """The path of a catalog of twenty claims on one mine: 111 to 301 tons, each in conflict with all others."""
    lines = [f"The mine holds {101 + 10 * number} tons." for number in range(20, 0, -1)]
    figures = "".join(
        f"  - {{id: f{n}, measure: reserves, subject: mine, sources: "
        f"[{{article: a, quote: {line}, number: {line[15:-1]}}}]}}\n"
        for n, line in enumerate(lines)
    )
    return str(
        folder(
            "units: [{id: t, name: tonne, written: [tons]}]\n"
            "measures: [{id: reserves, name: reserves, unit: t}]\n"
            'articles: [{id: a, file: a.txt, title: "[A]"}]\n'
            "entities: [{id: mine, name: The mine, kind: facility}]\n"
            f"figures:\n{figures}",
            a="\n".join(lines),
        )
    )


def test_conflicts_are_counted_and_the_first_hundred_named(lode: Callable[..., Done], twenty: str) -> None:
    (group,) = lode("compare", "-c", twenty, "--json").objects
    pairs = [[first, second] for first, second in combinations([f"f{n}" for n in range(20)], 2)]
    assert group["conflicts"] == pairs[:100]
    assert group["conflict_count"] == group["pair_count"] == len(pairs) == 190
    assert [pair["between"] for pair in group["pairs"]] == pairs[:100]


def test_the_pairs_of_a_large_group_are_only_counted(lode: Callable[..., Done], twenty: str) -> None:
    done = lode("compare", "-c", twenty)
    assert done.status == 0
    assert done.err == "lode: the pairs of 1 large group are only counted; --pairs N lists N of them\n"
    labels = {line[:16].strip(): line[17:] for line in done.lines[22:]}
    assert list(labels) == ["CONFLICT", "claims", "pairs", "origins"]
    assert labels["CONFLICT"].startswith("The article “A” says 111 t, elsewhere 301 t: 2.7 times as much")
    assert labels["claims"] == "20, from 111 t (the article “A”) to 301 t (the article “A”)"
    assert labels["pairs"] == "190: 190 in conflict"


@pytest.mark.parametrize("most", [0, 1, 7, 10**30])
def test_pairs_are_listed_on_request(lode: Callable[..., Done], twenty: str, most: int) -> None:
    done = lode("compare", "-c", twenty, "--pairs", str(most))
    assert (done.status, done.err) == (0, "")
    listed = [line for line in done.lines if line.startswith("conflict ")]
    # The one that the verdict tells of is not told again.
    assert len(listed) == min(most, 189)


def test_fewer_pairs_of_a_small_group_are_listed_on_request(lode: Callable[..., Done]) -> None:
    lines = lode("compare", "by:industry-estimates", "--pairs", "0").lines
    assert [line[:17].strip() for line in lines[6:]] == ["CONFLICT", "the curator", *["check"] * 3, "origins"]
    assert lode("compare", "by:industry-estimates", "--pairs", "6").out == lode("compare", "by:industry-estimates").out
