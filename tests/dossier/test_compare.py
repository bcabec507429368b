"""Figures are compared by what they cover, and no verdict rests on anything else."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dossier.claims import Claim, claim, claims_in, intervals
from tui.catalog.find import builtin
from tui.catalog.load import parse
from tui.catalog.problem import CatalogError
from tui.dossier.compare import DIFFER_BY_PERIOD, SINGLE, Group, judge
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import AGREE, COMPATIBLE, CONFLICT, INCOMPARABLE, PERIOD
from tui.dossier.records import Figure
from tui.linking.link import link, open_dossier
from tui.quantity.interval import Interval, Value


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
    (group,) = dossier.groups.of()
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
        (claim("5", measure="shafts"), claim("6", measure="shafts"), CONFLICT),
        # A ceiling excludes nothing below it, a floor nothing above.
        (claim("up to 28.7 million tons"), claim("3.8 million tons"), COMPATIBLE),
        (claim("up to 28.7 million tons"), claim("28.5 million tons"), COMPATIBLE),
        (claim("up to 28.7 million tons"), claim("40 million tons"), CONFLICT),
        (claim("at least 9 tons"), claim("700,000 tons"), COMPATIBLE),
        (claim("at least 9 tons"), claim("5 tons"), CONFLICT),
        (claim("more than 9 tons"), claim("less than 900 tons"), COMPATIBLE),
        (claim("up to 9 tons"), claim("up to 2 tons"), COMPATIBLE),
        (claim("up to 9 tons", bound="="), claim("5 tons"), CONFLICT),
        (claim("9 tons", bound="≤"), claim("5 tons"), COMPATIBLE),
        # Ends that only touch agree where both are part of what is said.
        (claim("2 tons"), claim("3 tons"), CONFLICT),
        (claim("up to 5 tons"), claim("at least 5 tons"), COMPATIBLE),
        (claim("less than 5 tons"), claim("at least 5 tons"), CONFLICT),
        (claim("up to 5 tons"), claim("more than 5 tons"), CONFLICT),
        (claim("2–5 tons"), claim("5–9 tons"), COMPATIBLE),
        (claim("2–5 tons"), claim("at least 5 tons"), COMPATIBLE),
        (claim("2–5 tons"), claim("more than 5 tons"), CONFLICT),
        (claim("2–5 tons"), claim("3 tons"), COMPATIBLE),
        # The same bound, or the same range, is said twice.
        (claim("up to 9 tons"), claim("up to 9 tons"), AGREE),
        (claim("2–5 tons"), claim("2–5 tons"), AGREE),
        # Units of one kind convert.
        (claim("5 kilotons"), claim("5,100 tons"), AGREE),
        (claim("5 kilotons"), claim("5 tons"), CONFLICT),
        (claim("5 kilotons"), claim("5.6 kilotons"), CONFLICT),
        (claim("0.005 megatons"), claim("5 kilotons"), AGREE),
        (claim("5 kilotons", measure="large-reserves"), claim("0.005 megatons", measure="large-reserves"), AGREE),
        # An empty period is compatible with any.
        (claim("5 tons", period="2023"), claim("9 tons", period="2024"), PERIOD),
        (claim("5 tons", period="2023"), claim("9 tons"), CONFLICT),
        (claim("5 tons", period="2023"), claim("9 tons", period="2023"), CONFLICT),
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
    ],
)
def test_the_verdict_on_two_claims(claimed: Callable[..., Dossier], first: Claim, second: Claim, verdict: str) -> None:
    dossier = claimed(first, second)
    assert [pair.verdict for pair in one(dossier).pairs()] == [verdict]
    assert one(dossier).verdict == {COMPATIBLE: AGREE, PERIOD: DIFFER_BY_PERIOD}.get(verdict, verdict)
    a, b = dossier.figures.values()
    assert judge(b, a, dossier) == verdict


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (claim("5 tons", period="2023"), claim("5 tons", period="2024"), PERIOD),
        (claim("5 tons"), claim("5 tons", nature="target"), INCOMPARABLE),
        (claim("5 tons"), claim("up to 9 tons", condition="if it rains"), INCOMPARABLE),
    ],
)
def test_a_shared_value_is_not_agreement_on_two_things(
    claimed: Callable[..., Dossier], first: Claim, second: Claim, verdict: str
) -> None:
    dossier = claimed(first, second)
    assert [pair.verdict for pair in one(dossier).pairs()] == [verdict]
    # But it is not a reason to mark the group.
    assert one(dossier).verdict == AGREE


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("none", "5 tons", CONFLICT),
        ("none", "0 tons", AGREE),
        ("none", "up to 9 tons", COMPATIBLE),
        ("none", "none", AGREE),
        ("unknown", "5 tons", INCOMPARABLE),
        ("unknown", "none", INCOMPARABLE),
        ("unknown", "unknown", AGREE),
    ],
)
def test_none_and_unknown_are_compared_with_values(dossier: Dossier, first: str, second: str, verdict: str) -> None:
    figures = [_said(words, dossier) for words in (first, second)]
    assert judge(*figures, dossier) == judge(*reversed(figures), dossier) == verdict


def _said(words: str, dossier: Dossier) -> Figure:
    """A figure of Russia's reserves that says none, unknown, or a number of tons."""
    figure = dossier.figures["russia-reserves-usgs"]
    if words == "unknown":
        return replace(figure, known=words, value=Value("=", None, Interval(None, None, False, False)))
    if words in ("none", "0 tons"):
        zero = Interval(Decimal(0), Decimal(0), True, True)
        return replace(figure, known="none" if words == "none" else "value", value=Value("=", Decimal(0), zero))
    number = Decimal(re.findall(r"\d+", words)[0])
    if words.startswith("up to"):
        return replace(figure, value=Value("≤", number, Interval(None, number, False, True)))
    return replace(figure, value=Value("=", number, Interval(number - 1, number + 1)))


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
    (claim("9 tons", period="2024"), DIFFER_BY_PERIOD),
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
def test_what_is_about_something_else_is_not_compared(
    claimed: Callable[..., Dossier], other: dict[str, object]
) -> None:
    dossier = claimed(claim("5 tons", material="ore"), claim("9 tons", **{"material": "ore", **other}))
    assert [group.verdict for group in dossier.groups.of()] == [SINGLE, SINGLE]
    assert not any([*group.pairs(), *group.conflicts()] for group in dossier.groups.of())


def test_a_group_says_what_it_is_about_and_holds_all_claims_in_order(claimed: Callable[..., Dossier]) -> None:
    about = {"material": "ore", "scope": "below the lake"}
    dossier = claimed(claim("9 tons", **about), claim("5 percent", measure="share"), claim("5 tons", **about))
    group, _ = dossier.groups.of()
    assert (group.measure, group.subject, group.material, group.scope) == ("reserves", "mine", *about.values())
    assert [figure.id for figure in group.figures] == ["f0", "f2"]
    assert [(pair.first.id, pair.second.id) for pair in group.conflicts()] == [("f0", "f2")]


def test_the_groups_of_some_figures_are_whole(claimed: Callable[..., Dossier]) -> None:
    dossier = claimed(claim("9 tons"), claim("5 percent", measure="share"), claim("5 tons"))
    found = dossier.groups.of([dossier.figures["f2"]])
    assert [[figure.id for figure in group.figures] for group in found] == [["f0", "f2"]]
    assert found == [dossier.groups.with_figure(dossier.figures["f0"])]
    assert dossier.groups.of([]) == []


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
def test_origins_are_claimants_in_whichever_article(
    claimed: Callable[..., Dossier], claims: list[Claim], origins: int
) -> None:
    assert one(claimed(*claims)).origins == one(claimed(*claims)).most_origins == origins


@pytest.mark.parametrize(
    ("claims", "least", "most"),
    [
        ([claim("5 tons", claimant="survey"), claim("5 tons", claimant="rumours")], 1, 2),
        ([claim("5 tons", claimant="survey"), claim("9 tons", claimant="rumours")], 2, 2),
        ([claim("5 tons", claimant="survey"), claim("up to 9 tons", claimant="rumours")], 2, 2),
        ([claim("5 tons", claimant="rumours"), claim("5 tons", claimant="gossip")], 1, 2),
        ([claim("5 tons", claimant="rumours"), claim("6 tons", claimant="rumours")], 1, 1),
        (
            [
                claim("5 tons", claimant="survey"),
                claim("5 tons", claimant="rumours"),
                claim("5 tons", claimant="gossip"),
            ],
            1,
            3,
        ),
        ([claim("5 tons"), claim("5 tons", claimant="rumours")], 1, 2),
    ],
)
def test_an_unnamed_claimant_may_be_one_who_says_the_same(
    claimed: Callable[..., Dossier], claims: list[Claim], least: int, most: int
) -> None:
    group = one(claimed(*claims))
    assert (group.origins, group.most_origins) == (least, most)


def test_drafts_take_no_part(claimed: Callable[..., Dossier]) -> None:
    dossier = claimed(claim("5 tons"), claim("9 tons", draft="true"), claim("5 tons"))
    assert [figure.id for figure in one(dossier).figures] == ["f0", "f2"]
    assert one(dossier).verdict == AGREE
    draft = dossier.figures["f1"]
    assert dossier.groups.with_figure(draft).figures == (draft,)
    assert dossier.groups.with_figure(draft).verdict == SINGLE


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
def test_the_curators_word_is_beside_the_verdict(
    claimed: Callable[..., Dossier], between: list[str], shown: bool
) -> None:
    claims = claim("5 tons"), claim("9 tons"), claim("5 tons"), claim("9 percent", measure="share")
    silent = claimed(*claims).groups.of()[0]
    remark = f"conflicts:\n  - between: {json.dumps(between)}\n    because: They agree after all.\n"
    group = claimed(*claims, more=remark).groups.of()[0]
    assert silent.because == ()
    assert group.because == (("They agree after all.",) if shown else ())
    assert group.verdict == silent.verdict == CONFLICT
    assert [pair.verdict for pair in group.pairs()] == [pair.verdict for pair in silent.pairs()]


# Properties of intervals, and of what is judged by them


steps = st.decimals(0, 100, places=2)


verdict_bearing = st.fixed_dictionaries(
    {
        "value": intervals().map(lambda interval: Value("=", None, interval)),
        "period": st.sampled_from([None, "2023", "2024"]),
        "nature": st.sampled_from(["reported", "estimate", "target", "forecast", "potential"]),
        "condition": st.sampled_from([None, "if it rains", "if it snows"]),
    }
)
"""What a verdict rests on, of one figure."""

Keys = dict[str, Any]


def reserves(dossier: Dossier, keys: Keys) -> Figure:
    """A figure on Russia's reserves that says something else."""
    return replace(dossier.figures["russia-reserves-usgs"], **keys)


def widened(interval: Interval, down: Decimal, up: Decimal) -> Interval:
    """The interval with more on both sides."""
    return Interval(
        None if interval.low is None else interval.low - down,
        None if interval.high is None else interval.high + up,
        interval.low_included,
        interval.high_included,
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


@given(first=verdict_bearing, second=verdict_bearing)
def test_a_verdict_does_not_depend_on_who_comes_first(dossier: Dossier, first: Keys, second: Keys) -> None:
    a, b = reserves(dossier, first), reserves(dossier, second)
    assert judge(a, b, dossier) == judge(b, a, dossier)


@given(first=verdict_bearing, second=verdict_bearing, down=steps, up=steps)
def test_widening_only_ends_a_conflict(dossier: Dossier, first: Keys, second: Keys, down: Decimal, up: Decimal) -> None:
    a, b = reserves(dossier, first), reserves(dossier, second)
    wider = replace(a, value=Value("=", None, widened(a.value.interval, down, up)))
    before, after = judge(a, b, dossier), judge(wider, b, dossier)
    assert after == before or (before in (CONFLICT, COMPATIBLE, AGREE) and after in (COMPATIBLE, AGREE))


@given(first=verdict_bearing, second=verdict_bearing, factor=st.sampled_from(["0.001", "0.3", "7", "1000", "1000000"]))
def test_scaling_both_changes_no_verdict(dossier: Dossier, first: Keys, second: Keys, factor: str) -> None:
    a, b = reserves(dossier, first), reserves(dossier, second)
    c, d = (
        replace(f, value=Value("=", None, f.value.interval.converted(lambda v: v * Decimal(factor)))) for f in (a, b)
    )
    assert judge(c, d, dossier) == judge(a, b, dossier)


# The built-in dossier with one word of its catalog changed


def changed(section: str, id: str, key: str, value: str) -> str:
    """The built-in catalog with another value for a key of one record; without the key, for an empty value."""
    text = builtin().read_text(encoding="utf-8")
    at = text.index(f"\n{section}:\n")
    block = re.compile(rf'  - id: "?{id}"?\n(    .*\n)*').search(text, at)
    assert block, id
    lines = [line for line in block[0].splitlines(True) if not line.startswith(f"    {key}:")]
    lines[1:1] = [f"    {key}: {json.dumps(value, ensure_ascii=False)}\n"] if value else []
    return text[: block.start()] + "".join(lines) + text[block.end() :]


def what_notices(text: str, dossier: Dossier) -> str | None:
    """Whether a changed catalog is refused, has other problems, or judges otherwise; None where all is as before."""
    try:
        other = link(parse(text), builtin(), dossier.documents)
    except CatalogError:
        return "refused"
    before, after = ([(p.code, p.severity, p.message) for p in each.problems] for each in (dossier, other))
    if before != after:
        return "problem"
    return None if verdicts(other) == verdicts(dossier) else "verdict"


def verdicts(dossier: Dossier) -> list[object]:
    """What the table of verdicts holds of a dossier."""
    found: list[object] = []
    for group in dossier.groups.of():
        pairs = [(pair.first.id, pair.second.id, pair.verdict) for pair in group.pairs()]
        found.append((group.measure, group.subject, group.material, group.scope, group.verdict, group.origins, pairs))
    return found


def swapped_claimants(figure: Figure, dossier: Dossier) -> Iterator[str]:
    """All whom its attributing words name, and another claimant."""
    claimants = sorted({f.claimant for f in dossier.figures.values() if f.claimant})
    if figure.claimant:
        said = [(source.article, source.said) for source in figure.sources if source.said]
        named = {m.record for article, span in said for m in dossier.mentions[article] if span.covers(m.span)}
        yield from sorted({*named, claimants[claimants.index(figure.claimant) - 1]} - {figure.claimant})


def swapped_periods(figure: Figure, dossier: Dossier) -> Iterator[str]:
    """Those of other figures, and none."""
    if figure.period:
        yield from sorted({f.period or "" for f in dossier.figures.values()} - {figure.period})


def swapped_bounds(figure: Figure, dossier: Dossier) -> Iterator[str]:
    """No bound, and one on either side."""
    if figure.value.modifier != "range":
        yield from (modifier for modifier in "=≤≥" if modifier != figure.value.modifier)


UNNOTICED: dict[str, dict[str, Iterable[str]]] = {
    # The words that attribute it name them as well, and its group counts one origin for either.
    "claimant": {
        "pikalevsky-gallium-potential": ["pikalevsky-plant"],
    },
    # Alone in its group, in agreement with all of it, or dated by the same words anyway.
    "period": {
        "china-production-2023": [""],
        "russia-market-share-target": [""],
        "russia-production-2023": [""],
        "russia-production-2024": [""],
        "russia-share-2024": [""],
    },
    # Alone in its group, and for all that the checks say; or as compatible with the others as before.
    "bound": {
        "central-asia-countries": "≤≥",
        "china-market-share": "=≤≥",
        "china-processing-share": "=≤≥",
        "china-production-2023": "≤",
        "china-reserves": "≤",
        "pikalevsky-gallium": "=≤",
        "pikalevsky-gallium-potential": "≥",
        "russia-leading-dailies": "≤≥",
        "russia-market-share-target": "=≥",
        "russia-rare-metals-reserves": "≥",
        "russia-rare-metals-share": "≤≥",
        "russia-refineries": "≤≥",
        "russia-reserve-metals": "≤≥",
        "russia-reserves-usgs": "≤",
        "russia-share-below-1": "≤",
        "solikamsk-concentrate": "=≤≥",
        "us-reserves": "≤",
        "world-reserves": "≥",
    },
}
"""Changes that neither a problem nor a verdict shows: the tables of figures hold them."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "others"), [("claimant", swapped_claimants), ("period", swapped_periods), ("bound", swapped_bounds)]
)
def test_a_figure_changed_in_the_catalog_is_noticed(
    dossier: Dossier, key: str, others: Callable[[Figure, Dossier], Iterator[str]]
) -> None:
    unnoticed: dict[str, list[str]] = {}
    for figure in dossier.figures.values():
        for other in others(figure, dossier):
            if what_notices(changed("figures", figure.id, key, other), dossier) is None:
                unnoticed.setdefault(figure.id, []).append(other)
    assert unnoticed == {id: list(values) for id, values in UNNOTICED[key].items()}


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    ("unit", "base", "noticed"),
    [
        ("t", "", "refused"),
        ("t", "kt", "refused"),
        ("%", "", "refused"),
        ("%", "t", "problem"),
        # No article writes these: they name large values, and enter into none.
        ("kt", "", None),
        ("Mt", "", None),
    ],
)
def test_a_unit_changed_in_the_catalog_is_noticed(dossier: Dossier, unit: str, base: str, noticed: str | None) -> None:
    text = changed("units", unit, "factor", "10")
    if base:
        text = text.replace('\n    factor: "10"\n', f'\n    factor: "10"\n    base: {base}\n')
    assert what_notices(text, dossier) == noticed


@pytest.mark.parametrize(("factor", "verdict"), [("1", CONFLICT), ("1000", AGREE), ("1000000", CONFLICT)])
def test_the_factor_of_a_unit_that_is_written_decides(folder: Callable[..., Path], factor: str, verdict: str) -> None:
    path = claims_in(folder, claim("5 kilotons"), claim("5,000 tons"))
    path.write_text(path.read_text(encoding="utf-8").replace("factor: 1000}", f"factor: {factor}}}"), encoding="utf-8")
    assert one(open_dossier(path)).verdict == verdict


def test_figures_can_be_compared_if_one_is_in_a_group_with_others(dossier: Dossier) -> None:
    groups = dossier.groups
    told = [[*dossier.index.referring_to(entity, Figure)] for entity in dossier.entities]
    can_compare = [groups.can_compare(figures) for figures in told]
    assert can_compare == [any(len(group.figures) > 1 for group in groups.of(figures)) for figures in told]
    assert set(can_compare) == {False, True}
