"""A comparison says in a sentence why figures agree or do not, and draws each where it lies."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.dossier.claims import Claim, claim, claims_in, intervals
from tests.view import hostile
from tui.dossier.compare import Group, Pair
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import SEVERITY
from tui.linking.link import open_dossier
from tui.quantity.interval import Interval, Value
from tui.view.comparison import explanation, pair_reason, reason, topic_text, value_words, verdict_lines
from tui.view.plot import axis_line, axis_of, interval_line, plot
from tui.view.styled_text import plain

# Words


def group_about(dossier: Dossier, *keys: str | None) -> Group:
    """The group of a measure, subject and material."""
    (group,) = [group for group in dossier.groups.of() if (group.measure, group.subject, group.material) == keys]
    return group


PRODUCTION = "he article “Russia aims to expand production of rare earths” [between 15 October and 1 December 2025]"
PROPOSAL = "the article “Putin proposes joint exploration of rare earth deposits” [February 2025 or later]"


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (
            ("reserves", "russia", "rare-earths"),
            "The USGS says 3.8 million t, the Ministry of Natural Resources 28.5 million t: 7.5 times as much, "
            "both for Russia’s reserves of rare earths; neither is dated.",
        ),
        (
            ("reserves-rank", "russia", "rare-earths"),
            "The USGS says 5th, other estimates 5th: the same; neither is dated.",
        ),
        (
            ("production", "russia", "rare-earths"),
            f"T{PRODUCTION} says 2,500 t a year, the USGS 2,600 t a year: for 2024 and 2023, "
            "both for Russia’s production of rare earths.",
        ),
        (
            ("production", "pikalevsky-plant", "gallium"),
            "The article “Kremlin confirms talks on joint extraction of rare earths” (31 March [2025] or later) "
            "says about 7 t a year, Rusal 41 t a year: one is a possibility, if demand warrants it, both for "
            "the Pikalevsky plant’s production of gallium; neither is dated.",
        ),
        (
            ("production-share", "russia", "rare-earths"),
            f"T{PRODUCTION} says 0.64%, {PROPOSAL} 1%: within the rounding only: 1% covers 0.5 to 1.5%; "
            "only one is dated, 2024.",
        ),
        (
            ("reserves", "brazil", "rare-earths"),
            "Nothing to compare: the only figure for Brazil’s reserves of rare earths.",
        ),
        (
            ("reserves", "united-states", "rare-earths"),
            "Nothing to compare: the only figure for the United States’ reserves of rare earths.",
        ),
        (
            ("leading-dailies", "russia", None),
            "Nothing to compare: the only figure for Russia’s leading business dailies.",
        ),
        (
            ("countries", "central-asia", None),
            "Nothing to compare: the only figure for Central Asia’s countries (whose leaders Trump invited).",
        ),
    ],
)
def test_the_reason_of_a_built_in_group(dossier: Dossier, keys: tuple[str | None, ...], sentence: str) -> None:
    assert reason(group_about(dossier, *keys), dossier) == sentence


@pytest.fixture
def claimed(folder: Callable[..., Path]) -> Callable[..., tuple[Dossier, Group]]:
    """The dossier of claims that belong to one group, and that group."""

    def open_claims(*claims: Claim) -> tuple[Dossier, Group]:
        dossier = open_dossier(claims_in(folder, *claims))
        assert len(dossier.figures) == len(claims)
        (group,) = dossier.groups.of()
        return dossier, group

    return open_claims


SHARE = {"measure": "share"}


FAR = "within the rounding only:"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (claim("5 tons"), claim("5 tons"), "the same"),
        (claim("5 tons"), claim("about 5 tons"), "the same"),
        (claim("2–5 tons"), claim("2–5 tons"), "the same"),
        (claim("2–5 tons"), claim("4–8 tons"), "the ranges overlap"),
        (claim("2–5 tons"), claim("3 tons"), "within the range"),
        (
            claim("2–5 tons"),
            claim("about 6 tons"),
            "within the rounding only: about 6 t covers 5 to 7\N{NO-BREAK SPACE}t",
        ),
        (
            claim("28.5 million tons"),
            claim("28 million tons"),
            "within the rounding only: 28 million t covers 27.5 to 28.5\N{NO-BREAK SPACE}Mt",
        ),
        (
            claim("0.64 percent", **SHARE),
            claim("1 percent", **SHARE),
            "within the rounding only: 1% covers 0.5 to 1.5%",
        ),
        (claim("about 200 tons"), claim("about 210 tons"), "about 200 t covers 180 to 220\N{NO-BREAK SPACE}t"),
        (claim("up to 9 tons"), claim("5 tons"), "an upper bound, which allows lower values"),
        (claim("less than 6 tons"), claim("3–5 tons"), "an upper bound, which allows lower values"),
        (claim("up to 9 tons"), claim("up to 5 tons"), "both are upper bounds"),
        (claim("at least 9 tons"), claim("more than 5 tons"), "both are lower bounds"),
        (claim("at least 5 tons"), claim("up to 9 tons"), "the bounds leave room for what lies between them"),
        (
            claim("up to 9 tons"),
            claim("2 tons"),
            "an upper bound, which allows lower values; but the bound is 4.5 times as much",
        ),
        (
            claim("at least 2 tons"),
            claim("9 tons"),
            "a lower bound, which allows higher values; but the other figure is 4.5 times as much",
        ),
        (claim("at least 5 tons"), claim("9 tons"), "a lower bound, which allows higher values"),
        # 5 is not less than 5: only what it is rounded from can be.
        (
            claim("less than 5 tons"),
            claim("5 tons"),
            "within the rounding only: 5 t covers 4.5 to 5.5\N{NO-BREAK SPACE}t",
        ),
        (claim("5 tons"), claim("10 tons", decimals=0), "2 times as much"),
        (claim("3.8 tons"), claim("28.5 tons"), "7.5 times as much"),
        (claim("2.51 tons"), claim("25 tons"), "10 times as much"),
        (claim("1 tons"), claim("99.6 tons"), "100 times as much"),
        (claim("5 tons"), claim("6,130 tons"), "1,226 times as much"),
        (claim("1.4 tons"), claim("1.75 tons"), "1.3 times as much"),
        (claim("nearly 2 tons"), claim("2.5 tons"), "1.3 times as much"),
        (
            claim("nearly 2 tons"),
            claim("1.2 tons"),
            f"{FAR} about 2 t covers 1 to 2\N{NO-BREAK SPACE}t",
        ),
        (claim("up to 5 tons"), claim("9 tons"), "at least 1.8 times as much"),
        (claim("850 tons"), claim("more than 1,100 tons"), "at least 1.2 times as much"),
        (claim("100.1 tons"), claim("100.3 tons"), "no value in common"),
        (claim("0.0 tons"), claim("5 tons"), "no value in common"),
        (claim("-5 percent", **SHARE), claim("3 percent", **SHARE), "no value in common"),
        (claim("5 tons", period="2023"), claim("9 tons", period="2024"), "for 2023 and 2024"),
        (claim("9 tons", period="2023"), claim("5 tons", period="2024"), "for 2024 and 2023"),
        (claim("5 tons"), claim("9 tons", nature="target"), "one is a report, the other a target"),
        (
            claim("5 tons", condition="if it snows"),
            claim("9 tons", nature="potential"),
            "one is a report, if it snows",
        ),
    ],
)
def test_what_a_verdict_rests_on(
    claimed: Callable[..., tuple[Dossier, Group]], first: Claim, second: Claim, words: str
) -> None:
    dossier, group = claimed(first, second)
    assert explanation(next(group.pairs()), dossier) == words
    dossier, group = claimed(second, first)
    assert explanation(next(group.pairs()), dossier) == words


@pytest.mark.parametrize(
    ("first", "second", "begins"),
    [
        (claim("5 tons", claimant="survey"), claim("9 tons", claimant="owner"), "The Survey says 5 t, Owner 9 t: "),
        (claim("9 tons", claimant="survey"), claim("5 tons", claimant="owner"), "Owner says 5 t, the Survey 9 t: "),
        (claim("5 tons", claimant="rumours"), claim("9 tons"), "Rumours say 5 t, the article “a” 9 t: "),
        (claim("5 tons"), claim("9 tons", claimant="rumours"), "The article “a” says 5 t, rumours 9 t: "),
        (claim("5 tons", claimant="owner"), claim("9 tons", claimant="owner"), "Owner says 5 t, elsewhere 9 t: "),
        (claim("5 tons"), claim("9 tons"), "The article “a” says 5 t, elsewhere 9 t: "),
        (claim("5 tons", article="a"), claim("9 tons", article="b"), "The article “a” says 5 t, the article “b” 9 t: "),
    ],
)
def test_who_says_so(claimed: Callable[..., tuple[Dossier, Group]], first: Claim, second: Claim, begins: str) -> None:
    dossier, group = claimed(first, second)
    assert pair_reason(next(group.pairs()), group, dossier).startswith(begins)


@pytest.mark.parametrize(
    ("first", "second", "ends"),
    [
        ("5 tons", "9 tons", ", both for The mine’s reserves; neither is dated."),
        ("5 tons", "5 tons", ": the same; neither is dated."),
    ],
)
def test_a_verdict_says_that_nothing_is_dated(
    claimed: Callable[..., tuple[Dossier, Group]], first: str, second: str, ends: str
) -> None:
    dossier, group = claimed(claim(first), claim(second))
    assert reason(group, dossier).endswith(ends)


@pytest.mark.parametrize(
    ("periods", "ends"),
    [
        (("2023", ""), "; only one is dated, 2023."),
        (("", "2023-05"), "; only one is dated, May 2023."),
        (("2023", "2023"), "the same."),
        (("2023", "2024"), "the same."),
    ],
)
def test_how_far_it_is_dated(dossier: Dossier, periods: tuple[str, str], ends: str) -> None:
    group = group_about(dossier, "reserves-rank", "russia", "rare-earths")
    a, b = (replace(figure, period=period or None) for figure, period in zip(group.figures, periods, strict=True))
    assert pair_reason(Pair(a, b, "agree"), group, dossier).endswith(ends)


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("russia-reserves-usgs", "3.8 million t"),
        ("russia-reserves-industry", "up to 28.7 million t"),
        ("world-reserves", "110 million t"),
        ("russia-production", "about 2,600 t a year"),
        ("china-production-2023", "240,000 t a year"),
        ("russia-demand", "2,500 to 3,000 t a year"),
        ("russia-share-below-1", "less than 1%"),
        ("russia-market-share-target", "up to 12%"),
        ("russia-reserves-rank", "5th"),
        ("russia-reserve-metals", "15"),
    ],
)
def test_a_value_in_a_sentence(dossier: Dossier, id: str, words: str) -> None:
    assert value_words(dossier.figures[id], dossier) == words


def test_all_that_is_said_of_the_reserves(dossier: Dossier) -> None:
    group = group_about(dossier, "reserves", "russia", "rare-earths")
    lines = [plain(line) for line in verdict_lines(group, dossier)]
    labels = [line[:17].rstrip() for line in lines]
    assert labels == [
        "CONFLICT",
        "the curator",
        *["check"] * 3,
        "conflict",
        "compatible",
        "compatible",
        "compatible",
        "agree",
        "origins",
    ]
    assert lines[0][17:] == reason(group, dossier)
    assert lines[1][17:] == group.because[0]
    assert len(set(lines)) == len(lines)
    assert lines[-1][17:] == "4 articles, 3 origins, printed 6 times"
    told = " ".join(lines)
    for words in (
        "28 million t: 7.4 times",
        "28 million t covers 27.5 to 28.5",
        "up to 28.7 million t: an upper bound",
    ):
        assert words in told


# The picture


@pytest.mark.parametrize("width", [10, 16, 37, 80, 200])
def test_every_line_of_the_picture_is_as_wide_as_its_axis(dossier: Dossier, width: int) -> None:
    for group in dossier.groups.of():
        for logarithmic in (None, True, False):
            axis = axis_of(group, dossier, width, logarithmic)
            drawn = [interval_line(figure, axis, dossier) for figure in group.figures]
            assert {cell_len(line) for line in [axis_line(axis), *drawn]} == {width}


factors = st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(10) ** 6])


@st.composite
def values(draw: st.DrawFn) -> Value:
    """A value and what it covers, or a range."""
    interval = draw(intervals()).converted(draw(factors).__mul__)
    low, high = interval.low, interval.high
    if low is not None and high is not None and draw(st.booleans()):
        return Value("range", None, interval)
    within = [end for end in (low, high) if end is not None]
    return Value("=", sum(within, Decimal(0)) / (len(within) or 1), interval)


def drawn_group(dossier: Dossier, given_values: list[Value]) -> Group:
    """A group of figures that say these values."""
    of = group_about(dossier, "reserves", "russia", "rare-earths")
    figures = tuple(replace(of.figures[0], id=f"f{n}", value=value) for n, value in enumerate(given_values))
    return replace(of, figures=figures)


@given(
    given_values=st.lists(values(), min_size=2, max_size=5),
    width=st.integers(10, 120),
    logarithmic=st.sampled_from([None, True, False]),
)
def test_a_lower_value_is_never_right_of_a_higher(
    dossier: Dossier, given_values: list[Value], width: int, logarithmic: bool | None
) -> None:
    group = drawn_group(dossier, given_values)
    axis = axis_of(group, dossier, width, logarithmic)
    spans = {}
    for figure in group.figures:
        line = interval_line(figure, axis, dossier)
        assert len(line) == width
        inked = [column for column, cell in enumerate(line) if cell != "·"]
        assert inked and inked == list(range(inked[0], inked[-1] + 1))
        assert (line[0] == "◂") == (figure.value.interval.low is None)
        assert (line[-1] == "▸") == (figure.value.interval.high is None)
        spans[figure] = inked[0], inked[-1]
    for a, (_, end) in spans.items():
        for b, (start, _) in spans.items():
            high, low = a.value.interval.high, b.value.interval.low
            if high is not None and low is not None and high <= low:
                assert end <= start
    written = axis_line(axis)
    assert len(written) == width and written.strip()
    labels = [(found.start(), found.end(), found[0]) for found in re.finditer(r"\S+", written)]
    numbers = [Decimal(label.replace(",", "")) for _, _, label in labels]
    assert numbers == sorted(numbers)
    for (start, end, _), number in zip(labels, numbers, strict=True):
        assert start <= axis.column(number * axis.unit.factor) < end


@given(given_values=st.lists(values(), min_size=1, max_size=4), width=st.integers(10, 120))
def test_the_axis_reaches_from_the_least_to_the_most(dossier: Dossier, given_values: list[Value], width: int) -> None:
    group = drawn_group(dossier, given_values)
    for logarithmic in (True, False):
        axis = axis_of(group, dossier, width, logarithmic)
        for value in given_values:
            for end in (value.interval.low, value.interval.high, value.value):
                assert end is None or end <= axis.high
                assert end is None or end >= axis.low or (axis.logarithmic and end <= 0)
    assert axis.low <= 0 <= axis.high


@pytest.mark.parametrize(
    ("first", "second", "logarithmic"),
    [
        ("1.0 tons", "49.0 tons", False),
        ("1.0 tons", "50.0 tons", True),
        ("1 tons", "40 tons", False),
        ("2 tons", "900 kilotons", True),
        ("0.0 tons", "900 tons", False),
        ("up to 1.0 tons", "50.0 tons", True),
        ("2–200 tons", "3 tons", False),
        ("-1 tons", "900 tons", False),
    ],
)
def test_the_axis_is_logarithmic_where_values_are_far_apart(
    claimed: Callable[..., tuple[Dossier, Group]], first: str, second: str, logarithmic: bool
) -> None:
    dossier, group = claimed(claim(first), claim(second))
    axis = axis_of(group, dossier, 60)
    assert axis.logarithmic is logarithmic
    assert ("logarithmic" in axis.scale) is logarithmic


def test_the_axis_is_as_asked_except_for_values_without_a_logarithm(
    claimed: Callable[..., tuple[Dossier, Group]],
) -> None:
    dossier, group = claimed(claim("5 tons"), claim("9 tons"))
    assert axis_of(group, dossier, 60, True).logarithmic
    assert not axis_of(group, dossier, 60, False).logarithmic
    for other in ("0 tons", "-5 tons"):
        dossier, group = claimed(claim(other), claim("9 tons"))
        assert not axis_of(group, dossier, 60, True).logarithmic


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("100.0 tons", "····················●"),
        ("50.0 tons", "··········●··········"),
        ("0–1 tons", "●····················"),
        ("50–75 tons", "··········├────┤·····"),
        ("up to 50 tons", "◂─────────┤··········"),
        ("at least 50 tons", "··········├─────────▸"),
        ("less than 1 tons", "◂····················"),
        ("more than 100.0 tons", "····················▸"),
        ("about 50 tons", "·········├─┤·········"),
    ],
)
def test_a_figure_is_drawn_where_it_lies(claimed: Callable[..., tuple[Dossier, Group]], words: str, line: str) -> None:
    dossier, group = claimed(claim(words), claim("0–100 tons"))
    axis = axis_of(group, dossier, 21, False)
    assert interval_line(group.figures[0], axis, dossier) == line
    assert axis_line(axis).split() == ["0", "50", "100"]


@pytest.mark.parametrize(
    ("first", "second", "numbers", "scale"),
    [
        ("3.8 million tons", "28.5 million tons", "0 5 10 15 20 25", "in Mt, from 0"),
        ("240,000 tons", "1 tons", "1 100 10,000", "in t, logarithmic"),
        ("2,500 tons", "2,600 tons", "0 500 1,000 1,500 2,000 2,500", "in t, from 0"),
        ("0.64 percent", "1 percent", "0 0.2 0.4 0.6 0.8 1 1.2 1.4", "in %, from 0"),
        ("-5 percent", "3 percent", "-5 -4 -3 -2 -1 0 1 2 3", "in %, from -5.5"),
        ("1,234,567 percent", "3 percent", "100 10,000 1,000,000", "in %, logarithmic"),
    ],
)
def test_the_numbers_of_the_axis(
    claimed: Callable[..., tuple[Dossier, Group]], first: str, second: str, numbers: str, scale: str
) -> None:
    keys = SHARE if "percent" in first else {}
    dossier, group = claimed(claim(first, **keys), claim(second, **keys))
    axis = axis_of(group, dossier, 60)
    assert axis_line(axis).split() == numbers.split()
    assert axis.scale == scale


def test_no_value_is_too_large_to_draw(dossier: Dossier) -> None:
    """Numbers beyond what binary floats hold."""
    sizes = [Decimal(f"1e{power}") for power in (-400, 0, 400, 800)]
    group = drawn_group(dossier, [Value("=", size, Interval(size, size * 2)) for size in sizes])
    axis = axis_of(group, dossier, 21)
    assert [interval_line(figure, axis, dossier).index("●") for figure in group.figures] == [0, 7, 13, 20]


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (10, "0    2,000"),
        (16, "0        2,000  "),
        (32, "0         1,000      2,000      "),
    ],
)
def test_numbers_that_do_not_fit_are_left_out(
    claimed: Callable[..., tuple[Dossier, Group]], width: int, line: str
) -> None:
    dossier, group = claimed(claim("2,500 tons"), claim("2,600 tons"))
    assert axis_line(axis_of(group, dossier, width)) == line


# A group beside its picture


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_a_group_fits_its_width(dossier: Dossier, width: int) -> None:
    for group in dossier.groups.of():
        drawn = plot(group, dossier, width)
        assert drawn.figures == group.ascending
        assert {cell_len(plain(line)) for line in [drawn.numbers, *map(drawn.line, drawn.figures)]} == {width}
        assert drawn.axis.width >= 16
        assert plain(drawn.numbers) == axis_line(drawn.axis).rjust(width)
        for figure in drawn.figures:
            line = plain(drawn.line(figure))
            assert line.endswith(f"  {interval_line(figure, drawn.axis, dossier)}")
            assert f" {len(figure.sources)}× " in line


def test_names_give_way_to_the_picture_and_are_whole_without_a_width(dossier: Dossier) -> None:
    group = group_about(dossier, "production", "russia", "rare-earths")
    assert group.figures[1].claimant == "usgs"
    for width, usgs, title in (
        (None, "United States Geological Survey", PROPOSAL),
        (120, "United States Geological Survey", "the article “Putin proposes joi…"),
        (60, "United States Geol…", "the article “Putin…"),
    ):
        drawn = plot(group, dossier, width)
        lines = {figure.id: plain(drawn.line(figure)) for figure in drawn.figures}
        assert f"  {usgs}  " in lines["russia-production-2023"]
        assert f"  {title}  " in lines["russia-production"]


@pytest.mark.parametrize("width", [None, 80, 50])
def test_wide_letters_line_up(claimed: Callable[..., tuple[Dossier, Group]], width: int | None) -> None:
    dossier, group = claimed(claim("5 tons", claimant="survey"), claim("9 tons", claimant="owner"))
    survey = replace(dossier.entities["survey"], name="ロシア天然資源環境省地質調査所")
    named = replace(dossier, entities={**dossier.entities, "survey": survey})
    drawn = plot(group, named, width)
    lines = [*map(drawn.line, drawn.figures)]
    wide = {cell_len(plain(line)) for line in [drawn.numbers, *lines]}
    assert len(wide) == 1 and wide <= {width or max(wide)}
    starts = {cell_len(plain(line)) - drawn.axis.width for line in lines}
    assert len(starts) == 1


def test_values_are_to_the_right_and_the_least_comes_first(dossier: Dossier) -> None:
    group = group_about(dossier, "reserves", "russia", "rare-earths")
    drawn = plot(group, dossier, 80)
    lines = [plain(drawn.line(figure)).replace("\N{NO-BREAK SPACE}", " ") for figure in drawn.figures]
    assert [line[:8] for line in lines] == ["  3.8 Mt", "   28 Mt", " 28.5 Mt", "≤28.7 Mt"]


def test_nothing_in_a_comparison_reaches_the_terminal(tmp_path: Path) -> None:
    dossier = open_dossier(hostile.write(tmp_path))
    first = dossier.figures["mine-reserves"]
    larger = Value("=", Decimal(90), Interval(Decimal(89), Decimal(91)))
    others = [first, replace(first, value=larger, condition=None), replace(first, value=larger, claimant=None)]
    of = dossier.groups.of()[0]
    group = replace(of, figures=(first, *others), because=(hostile.EVIL,))
    drawn = plot(group, dossier)
    told = [*verdict_lines(group, dossier), drawn.numbers, *map(drawn.line, drawn.figures)]
    reasons = [pair_reason(Pair(first, other, verdict), group, dossier) for other in others for verdict in SEVERITY]
    text = "\n".join([topic_text(group, dossier), drawn.axis.scale, *map(plain, told), *reasons])
    assert "Mine" in text and "tonne" not in text
    assert hostile.raw(text) == set()
