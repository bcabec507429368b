"""Figures are set against each other by what they cover, and no verdict rests on anything else."""

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.catalog import nodes
from tui.catalog.find import builtin
from tui.catalog.load import parse
from tui.catalog.problem import CatalogError
from tui.dossier.compare import (
    AGREE,
    CONFLICT,
    INCOMPARABLE,
    PERIOD,
    SINGLE,
    Group,
    group_of,
    groups,
    judge,
)
from tui.dossier.dossier import Dossier
from tui.dossier.link import link, open_dossier
from tui.dossier.records import Figure
from tui.quantity.interval import Interval, Value

# A dossier of claims about a mine, written as they are said


UNITS = """\
units:
  - {id: t, name: tonne, written: [tons]}
  - {id: kt, name: kilotonne, written: [kilotons], base: t, factor: 1000}
  - {id: Mt, name: megatonne, written: [megatons], base: t, factor: 1000000}
  - {id: "%", name: percent, written: [percent]}
  - {id: count, name: count, exact: true}
measures:
  - {id: reserves, name: reserves, unit: t}
  - {id: large-reserves, name: large reserves, unit: Mt}
  - {id: output, name: output, unit: t, per: yr}
  - {id: share, name: share, unit: "%"}
  - {id: shafts, name: shafts, unit: count}
entities:
  - {id: mine, name: The mine, kind: facility, aliases: [the mine]}
  - {id: pit, name: The pit, kind: facility, aliases: [the pit]}
  - {id: ore, name: ore, kind: material}
  - {id: clay, name: clay, kind: material}
  - {id: survey, name: Survey, kind: government}
  - {id: ministry, name: Ministry, kind: government}
  - {id: owner, name: Owner, kind: company}
"""

Claim = dict[str, object]


def claim(words: str, **keys: object) -> Claim:
    """One claim: the value with its hedge, as it stands in the text, and the keys of its figure.

    `article` is where it is printed, or a list of articles; `a` unless given.
    """
    return {"words": words, **keys}


def claims_in(folder: Callable[..., Path], *claims: Claim, more: str = "") -> Path:
    """Writes a catalog of claims, f0, f1 and so on, and the articles that print them."""
    figures, texts = [], {"a": ""}
    for number, given_keys in enumerate(claims):
        keys = {"measure": "reserves", "subject": "mine", **given_keys}
        words, articles = str(keys.pop("words")), keys.pop("article", "a")
        sources = []
        for article in [articles] if isinstance(articles, str) else list(articles):  # type: ignore[call-overload]
            said = f"{str(keys['claimant']).title()} says" if "claimant" in keys else "They say"
            when = f", in {keys['period']}" if "period" in keys else ""
            line = f"Number {'abcdefghij'[number]}: {said} that the mine, the pit, ore and clay come to {words}{when}"
            texts[article] = texts.get(article, "") + line + ".\n"
            source = {"article": article, "quote": line, "number": words[re.search(r"\d", words).start() :]}  # type: ignore[union-attr]
            if "claimant" in keys:
                source["said"] = said
            if when:
                source["when"] = when.removeprefix(", ")
            sources.append(source)
        figures.append({"id": f"f{number}", **keys, "sources": sources})
    records = "".join(f'  - {{id: {id}, file: {id}.txt, title: "[{id}]"}}\n' for id in texts)
    catalog = f"{UNITS}{more}articles:\n{records}figures: {json.dumps(figures, ensure_ascii=False)}\n"
    return folder(catalog, **texts)


@pytest.fixture
def claimed(folder: Callable[..., Path]) -> Callable[..., Dossier]:
    """The dossier of some claims; nothing in it may be left out."""

    def open_claims(*claims: Claim, more: str = "") -> Dossier:
        dossier = open_dossier(claims_in(folder, *claims, more=more))
        assert not [problem for problem in dossier.problems if problem.severity == "error"]
        assert len(dossier.figures) == len(claims)
        return dossier

    return open_claims


def one(dossier: Dossier) -> Group:
    """The only group of a dossier."""
    (group,) = groups(dossier)
    return group


# Pairs


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        # What they cover is what counts, not what is printed.
        (claim("5 tons"), claim("5 tons"), AGREE),
        (claim("5 tons"), claim("6 tons"), CONFLICT),
        (claim("28.5 million tons"), claim("28 million tons"), AGREE),
        (claim("28.6 million tons"), claim("28 million tons"), CONFLICT),
        (claim("2,500 tons"), claim("2,540 tons"), AGREE),
        (claim("about 2,600 tons"), claim("2,500 tons"), AGREE),
        (claim("2,600 tons"), claim("2,500 tons"), CONFLICT),
        (claim("2,600 tons", decimals=-3), claim("2,500 tons"), AGREE),
        (claim("5 shafts".replace(" shafts", ""), measure="shafts"), claim("6", measure="shafts"), CONFLICT),
        # A ceiling excludes nothing below it, a floor nothing above.
        (claim("up to 28.7 million tons"), claim("3.8 million tons"), AGREE),
        (claim("up to 28.7 million tons"), claim("28.5 million tons"), AGREE),
        (claim("up to 28.7 million tons"), claim("40 million tons"), CONFLICT),
        (claim("at least 9 tons"), claim("700,000 tons"), AGREE),
        (claim("at least 9 tons"), claim("5 tons"), CONFLICT),
        (claim("more than 9 tons"), claim("less than 900 tons"), AGREE),
        (claim("up to 9 tons"), claim("up to 2 tons"), AGREE),
        (claim("up to 9 tons", bound="="), claim("5 tons"), CONFLICT),
        (claim("9 tons", bound="≤"), claim("5 tons"), AGREE),
        # Ends that only touch agree where both are part of what is said.
        (claim("2 tons"), claim("3 tons"), CONFLICT),
        (claim("up to 5 tons"), claim("at least 5 tons"), AGREE),
        (claim("less than 5 tons"), claim("at least 5 tons"), CONFLICT),
        (claim("up to 5 tons"), claim("more than 5 tons"), CONFLICT),
        (claim("2–5 tons"), claim("5–9 tons"), AGREE),
        (claim("2–5 tons"), claim("at least 5 tons"), AGREE),
        (claim("2–5 tons"), claim("more than 5 tons"), CONFLICT),
        # Units of one kind convert.
        (claim("5 kilotons"), claim("5,100 tons"), AGREE),
        (claim("5 kilotons"), claim("5 tons"), CONFLICT),
        (claim("5 kilotons"), claim("5.6 kilotons"), CONFLICT),
        (claim("0.005 megatons"), claim("5 kilotons"), AGREE),
        (claim("5 kilotons", measure="large-reserves"), claim("0.005 megatons", measure="large-reserves"), AGREE),
        # An empty period is compatible with any; two that differ excuse what does not agree, and nothing else.
        (claim("5 tons", period="2023"), claim("9 tons", period="2024"), PERIOD),
        (claim("5 tons", period="2023"), claim("9 tons"), CONFLICT),
        (claim("5 tons", period="2023"), claim("9 tons", period="2023"), CONFLICT),
        (claim("5 tons", period="2023"), claim("5 tons", period="2024"), AGREE),
        (claim("5 tons", period="2023"), claim("5 tons"), AGREE),
        (claim("5 tons", period="2024"), claim("9 tons", period="2030", nature="target"), PERIOD),
        # So is an empty claimant; one claimant can contradict itself.
        (claim("5 tons", claimant="survey"), claim("9 tons"), CONFLICT),
        (claim("5 tons", claimant="survey"), claim("9 tons", claimant="ministry"), CONFLICT),
        (claim("5 tons", claimant="survey"), claim("9 tons", claimant="survey"), CONFLICT),
        (claim("5 tons", claimant="survey"), claim("5 tons"), AGREE),
        # What is not yet, or hangs on a condition, says nothing of what is.
        (claim("5 tons"), claim("9 tons", nature="target"), INCOMPARABLE),
        (claim("5 tons"), claim("9 tons", nature="forecast"), INCOMPARABLE),
        (claim("5 tons"), claim("9 tons", nature="potential"), INCOMPARABLE),
        (claim("5 tons", nature="estimate"), claim("9 tons", nature="target"), INCOMPARABLE),
        (claim("5 tons"), claim("9 tons", condition="if it rains"), INCOMPARABLE),
        (claim("5 tons", condition="if it snows"), claim("9 tons", condition="if it rains"), INCOMPARABLE),
        (claim("5 tons", nature="target"), claim("9 tons", condition="if it rains"), INCOMPARABLE),
        (claim("5 tons", condition="if it rains"), claim("9 tons", condition="if it rains"), CONFLICT),
        (claim("5 tons", nature="target"), claim("9 tons", nature="target"), CONFLICT),
        (claim("5 tons", nature="estimate"), claim("9 tons"), CONFLICT),
        (claim("5 tons"), claim("5 tons", nature="target"), AGREE),
        (claim("5 tons"), claim("up to 9 tons", condition="if it rains"), AGREE),
    ],
)
def test_the_verdict_on_two_claims(claimed: Callable[..., Dossier], first: Claim, second: Claim, verdict: str) -> None:
    dossier = claimed(first, second)
    assert [pair.verdict for pair in one(dossier).pairs] == [verdict]
    assert one(dossier).verdict == verdict
    a, b = dossier.figures.values()
    assert judge(b, a, dossier) == verdict


def test_units_of_different_kinds_are_not_comparable(claimed: Callable[..., Dossier]) -> None:
    dossier = claimed(claim("5 tons"), claim("5 percent", measure="share"), claim("5", measure="shafts"))
    for a, b in combinations(dossier.figures.values(), 2):
        assert judge(a, b, dossier) == INCOMPARABLE


def test_measures_of_one_kind_convert(claimed: Callable[..., Dossier]) -> None:
    dossier = claimed(claim("5 kilotons"), claim("0.005 megatons", measure="large-reserves"))
    a, b = dossier.figures.values()
    assert judge(a, b, dossier) == AGREE


# Groups


LADDER = [
    (claim("5 tons", period="2023"), SINGLE),
    (claim("5 tons", period="2023", claimant="survey"), AGREE),
    (claim("9 tons", period="2024"), PERIOD),
    (claim("20 tons", nature="target"), INCOMPARABLE),
    (claim("7 tons", period="2023"), CONFLICT),
]


@pytest.mark.parametrize("count", range(1, len(LADDER) + 1))
def test_a_group_takes_the_gravest_verdict_of_its_pairs(claimed: Callable[..., Dossier], count: int) -> None:
    assert one(claimed(*(claim for claim, _ in LADDER[:count]))).verdict == LADDER[count - 1][1]
    assert one(claimed(*(claim for claim, _ in reversed(LADDER[:count])))).verdict == LADDER[count - 1][1]


@pytest.mark.parametrize(
    "other",
    [{"measure": "large-reserves"}, {"subject": "pit"}, {"material": "clay"}, {"scope": "below the lake"}],
)
def test_what_is_about_something_else_is_not_set_against(
    claimed: Callable[..., Dossier], other: dict[str, object]
) -> None:
    dossier = claimed(claim("5 tons", material="ore"), claim("9 tons", **{"material": "ore", **other}))
    assert [group.verdict for group in groups(dossier)] == [SINGLE, SINGLE]
    assert not any(group.pairs or group.conflicts for group in groups(dossier))


def test_a_group_says_what_it_is_about_and_holds_all_claims_in_order(claimed: Callable[..., Dossier]) -> None:
    about = {"material": "ore", "scope": "below the lake"}
    dossier = claimed(claim("9 tons", **about), claim("5 percent", measure="share"), claim("5 tons", **about))
    group, _ = groups(dossier)
    assert (group.measure, group.subject, group.material, group.scope) == ("reserves", "mine", *about.values())
    assert [figure.id for figure in group.figures] == ["f0", "f2"]
    assert [(pair.first.id, pair.second.id) for pair in group.conflicts] == [("f0", "f2")]


def test_the_groups_of_some_figures_are_whole(claimed: Callable[..., Dossier]) -> None:
    dossier = claimed(claim("9 tons"), claim("5 percent", measure="share"), claim("5 tons"))
    found = groups(dossier, [dossier.figures["f2"]])
    assert [[figure.id for figure in group.figures] for group in found] == [["f0", "f2"]]
    assert found == [group_of(dossier.figures["f0"], dossier)]
    assert groups(dossier, []) == []


@pytest.mark.parametrize(
    ("claims", "origins"),
    [
        ([claim("5 tons", claimant="survey", article=["a", "b", "c", "d"])], 1),
        ([claim(f"{n} tons", claimant="survey", article=article) for n, article in enumerate("abcd", 1)], 1),
        ([claim("5 tons", claimant="survey"), claim("5 tons", claimant="ministry")], 2),
        ([claim("5 tons", article="a"), claim("5 tons", article="b")], 2),
        ([claim("5 tons", article="a"), claim("6 tons", article="a")], 1),
        ([claim("5 tons", article=["a", "b"]), claim("6 tons", article="a")], 1),
        ([claim("5 tons"), claim("5 tons", claimant="survey"), claim("5 tons", claimant="survey")], 2),
    ],
)
def test_origins_are_claimants_whoever_prints_them(
    claimed: Callable[..., Dossier], claims: list[Claim], origins: int
) -> None:
    assert one(claimed(*claims)).origins == origins


def test_drafts_take_no_part(claimed: Callable[..., Dossier]) -> None:
    dossier = claimed(claim("5 tons"), claim("9 tons", draft="true"), claim("5 tons"))
    assert [figure.id for figure in one(dossier).figures] == ["f0", "f2"]
    assert one(dossier).verdict == AGREE
    draft = dossier.figures["f1"]
    assert group_of(draft, dossier).figures == (draft,)
    assert group_of(draft, dossier).verdict == SINGLE


@pytest.mark.parametrize(
    ("between", "shown"),
    [
        (["f0", "f1"], True),
        (["f1", "f0"], True),
        (["f0", "f2"], True),
        (["f0", "f1", "f2"], True),
        (["f0", "f3"], False),
        (["f3", "f3"], False),
    ],
)
def test_the_curators_word_stands_beside_the_verdict(
    claimed: Callable[..., Dossier], between: list[str], shown: bool
) -> None:
    claims = claim("5 tons"), claim("9 tons"), claim("5 tons"), claim("9 percent", measure="share")
    silent = groups(claimed(*claims))[0]
    remark = f"conflicts:\n  - between: {json.dumps(between)}\n    because: They agree after all.\n"
    group = groups(claimed(*claims, more=remark))[0]
    assert silent.because == ()
    assert group.because == (("They agree after all.",) if shown else ())
    assert group.verdict == silent.verdict == CONFLICT
    assert [pair.verdict for pair in group.pairs] == [pair.verdict for pair in silent.pairs]


# Properties of intervals, and of what is judged by them


ends = st.decimals(-1000, 1000, places=2)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Any interval that holds a value."""
    low, high = sorted([draw(ends), draw(ends)])
    if low == high:
        return Interval(low, high, True, True)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    included = draw(st.booleans()), draw(st.booleans())
    return Interval(
        None if low_open else low,
        None if high_open else high,
        not low_open and included[0],
        not high_open and included[1],
    )


def a_shared_value(first: Interval, second: Interval) -> Decimal | None:
    """A value of both, looked for at all ends, between them, and beyond them."""
    given_ends = {end for i in (first, second) for end in (i.low, i.high) if end is not None}
    at = sorted({Decimal(0), *given_ends})
    tried = [at[0] - 1, *at, *((a + b) / 2 for a, b in pairwise(at)), at[-1] + 1]
    return next((value for value in tried if value in first and value in second), None)


@given(intervals(), intervals())
def test_intervals_meet_where_they_share_a_value(first: Interval, second: Interval) -> None:
    assert first.meets(second) == (a_shared_value(first, second) is not None)
    assert first.meets(second) == second.meets(first)


@given(intervals(), intervals(), st.decimals(0, 100, places=2), st.decimals(0, 100, places=2))
def test_a_wider_interval_meets_what_the_narrower_met(
    first: Interval, second: Interval, down: Decimal, up: Decimal
) -> None:
    wider = Interval(
        None if first.low is None else first.low - down,
        None if first.high is None else first.high + up,
        first.low_included or down > 0,
        first.high_included or up > 0,
    )
    assert wider.meets(second) or not first.meets(second)


@cache
def _dossier() -> Dossier:
    return open_dossier(builtin())


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A figure on Russia's reserves with any value, and anything else that a verdict rests on."""
    figure = _dossier().figures["russia-reserves-usgs"]
    return replace(
        figure,
        value=Value("=", None, draw(intervals())),
        period=draw(st.sampled_from([None, "2023", "2024"])),
        nature=draw(st.sampled_from(["reported", "estimate", "target", "forecast", "potential"])),
        condition=draw(st.sampled_from([None, "if it rains", "if it snows"])),
    )


def _scaled(figure: Figure, factor: Decimal) -> Figure:
    return replace(figure, value=Value("=", None, figure.value.interval.scaled(factor)))


@given(figures(), figures())
def test_a_verdict_does_not_depend_on_who_comes_first(first: Figure, second: Figure) -> None:
    assert judge(first, second, _dossier()) == judge(second, first, _dossier())


@given(figures(), figures(), st.decimals(0, 100, places=2))
def test_widening_never_turns_an_agreement_into_anything_else(first: Figure, second: Figure, by: Decimal) -> None:
    of = first.value.interval
    wider = Interval(of.low and of.low - by, of.high and of.high + by, of.low_included, of.high_included)
    before = judge(first, second, _dossier())
    after = judge(replace(first, value=Value("=", None, wider)), second, _dossier())
    assert after in (before, AGREE)


@given(figures(), figures(), st.sampled_from(["0.001", "0.3", "7", "1000", "1000000"]))
def test_scaling_both_changes_no_verdict(first: Figure, second: Figure, factor: str) -> None:
    by = Decimal(factor)
    assert judge(_scaled(first, by), _scaled(second, by), _dossier()) == judge(first, second, _dossier())
