"""The verdicts on a group of figures and on its pairs, in sentences."""

import re
from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import islice

from tui.dossier.compare import Group, Pair, in_base, middle, origin
from tui.dossier.dossier import Dossier
from tui.dossier.pairs import AGREE, COMPATIBLE, CONFLICT, INCOMPARABLE, PERIOD, SEVERITY
from tui.dossier.records import Figure
from tui.quantity.unit import Unit
from tui.text.safe import visible
from tui.view.checks import STYLES as CHECK_STYLES
from tui.view.checks import checks_about, finding, says_something
from tui.view.styled_text import Line, StyledText
from tui.view.value import RANK, interval_text, rounded, value_text
from tui.view.wording import article_as_speaker, claimant_as_speaker, counted, period_text, possessive, rate_words

STYLES = {CONFLICT: "error", INCOMPARABLE: "warning", PERIOD: "label", COMPATIBLE: "label", AGREE: "good"}

IN_WORDS = {
    CONFLICT: "in conflict",
    INCOMPARABLE: "not comparable",
    PERIOD: "of different periods",
    COMPATIBLE: "compatible",
    AGREE: "in agreement",
}

_UNDATED = "; neither is dated"

LISTED = 100
"""The largest number of pairs of a group that are listed by default; the pairs of a larger group are counted."""


def topic_text(group: Group, dossier: Dossier) -> str:
    """What the figures of a group are about: Russia’s reserves of rare earths."""
    subject = dossier.entities[group.subject].name
    material = f" of {dossier.entities[group.material].name}" if group.material else ""
    scope = f" ({group.scope})" if group.scope else ""
    return visible(f"{possessive(subject)} {dossier.measures[group.measure].name}{material}{scope}")


def _topic_in_sentence(group: Group, dossier: Dossier) -> str:
    """The same as a sentence says it: the Pikalevsky plant’s production."""
    subject = dossier.entities[group.subject].name
    return f"{'the ' if _WITH_ARTICLE.fullmatch(subject) else ''}{topic_text(group, dossier)}"


_WITH_ARTICLE = re.compile(
    r"(?!(?i:the)\s)(?:World|.*\s(?:[a-z]+|Plant|States|Union|Kingdom|Republic|Emirates))", re.DOTALL
)
"""Names that a sentence gives an article: those that end with a common noun, and some countries."""


# Sentences


def reason(group: Group, dossier: Dossier) -> str:
    """The verdict on a group in a sentence: that on the pair that decides it, whose values are furthest apart."""
    if group.furthest is None:
        return only_figure(group, dossier)
    return pair_reason(group.furthest, group, dossier)


def only_figure(group: Group, dossier: Dossier) -> str:
    """Says that a group has one figure, with nothing to compare it to."""
    return f"Nothing to compare: the only figure for {_topic_in_sentence(group, dossier)}."


def pair_reason(pair: Pair, group: Group, dossier: Dossier, *, undated: bool = True) -> str:
    """The verdict on two figures in a sentence, the lesser figure first; `undated` says it if neither has a date."""
    first, second = _by_size(pair, dossier)
    name, plural = claimant_in_sentence(first, dossier)
    says = f"{name[:1].upper()}{name[1:]} {'say' if plural else 'says'} {value_words(first, dossier)}"
    other = "elsewhere" if origin(first) == origin(second) else claimant_in_sentence(second, dossier)[0]
    topic = "" if pair.verdict in (AGREE, COMPATIBLE) else f", both for {_topic_in_sentence(group, dossier)}"
    explained = f"{explanation(pair, dossier)}{topic}{_missing_periods(first, second, undated)}"
    return f"{says}, {other} {value_words(second, dossier)}: {explained}."


def explanation(pair: Pair, dossier: Dossier) -> str:
    """What the verdict on two figures rests on, in a few words."""
    first, second = _by_size(pair, dossier)
    if pair.verdict == AGREE:
        return _agreement(first, second, dossier)
    if pair.verdict == COMPATIBLE:
        return _room(first, second, dossier)
    if pair.verdict == PERIOD:
        return f"for {_time(first)} and {_time(second)}"
    if pair.verdict == INCOMPARABLE:
        return _difference_in_kind(first, second)
    if first.known == "none":
        return "one says that there is none"
    return _times_as_much(pair, dossier) or "no value in common"


def explanation_beside(other: Figure, pair: Pair, dossier: Dossier) -> str:
    """The explanation as a remark on `other`, where the pair's first or second figure is the one in view."""
    if pair.verdict == PERIOD:
        return f"for {_time(other)}"
    times = _times_as_much(pair, dossier) if pair.verdict == CONFLICT else None
    if times is None:
        return explanation(pair, dossier)
    _, larger = _by_size(pair, dossier)
    return f"{value_text(larger, dossier)} is {times}"


def claimant_in_sentence(figure: Figure, dossier: Dossier) -> tuple[str, bool]:
    """The claimant of a figure as a sentence names it, and whether the name is a plural."""
    if figure.claimant is None:
        return article_as_speaker(figure.sources[0].article, dossier), False
    return claimant_as_speaker(figure.claimant, dossier)


def value_words(figure: Figure, dossier: Dossier) -> str:
    """The value as a sentence gives it: 3.8 million t, up to 12%, 2,500 to 3,000 t a year; none, unknown."""
    if figure.known != "value":
        return figure.known
    unit, per = dossier.unit_of(figure), dossier.measures[figure.measure].per
    value = rounded(figure.value)
    if value.value is None:
        low, high = value.interval.low or Decimal(0), value.interval.high or Decimal(0)
        words = f"{_number_words(low)} to {_number_words(high)}"
    elif unit.id == RANK:
        return value_text(figure, dossier)
    else:
        hedges = {"≈": "about ", "<": "less than ", "≤": "up to ", ">": "more than ", "≥": "at least "}
        words = hedges.get(value.modifier, "") + _number_words(value.value)
    return words + _unit_words(unit) + rate_words(per, dossier)


def _number_words(value: Decimal) -> str:
    for scale, word in ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million")):
        if abs(value) >= scale:
            return f"{(value / scale).normalize():,f}{word}"
    return f"{value.normalize():,f}"


def _unit_words(unit: Unit) -> str:
    if unit.exact:
        return ""
    return f"{'' if unit.id == '%' else ' '}{visible(unit.id)}"


def _agreement(first: Figure, second: Figure, dossier: Dossier) -> str:
    """Why two figures agree: by the numbers as printed, or only by the widths that rounding gives them."""
    same_value = first.value.value is not None and base_value(first, dossier) == base_value(second, dossier)
    if same_value or in_base(first, dossier) == in_base(second, dossier):
        return "the same"
    return _reach([first, second], dossier, as_printed=_each_in_the_other(first, second, dossier))


def _room(first: Figure, second: Figure, dossier: Dossier) -> str:
    """Why two figures are compatible: which of them leaves room for the other, and how far apart they are."""
    values = [figure for figure in (first, second) if figure.value.modifier in "=≈"]
    if values and not _each_in_the_other(first, second, dossier):
        return _reach(values, dossier, as_printed=False)
    bounds = [figure for figure in (first, second) if figure.value.modifier in "<≤>≥"]
    if not bounds:
        return "within the range" if values else "the ranges overlap"
    sides = {figure.value.modifier in ">≥" for figure in bounds}
    if len(sides) == 2:
        return "the bounds leave room for what lies between them"
    (is_lower,) = sides
    others, kind = ("higher", "a lower") if is_lower else ("lower", "an upper")
    if len(bounds) == 2:
        return f"both are {kind.split()[1]} bounds"
    bound = f"{kind} bound, which allows {others} values"
    least, most = base_value(first, dossier), base_value(second, dossier)
    if least <= 0 or most / least < _CONTRASTS_FROM:
        return bound
    times = _two_digits(most / least, ROUND_HALF_UP)
    return f"{bound}; but {'the other figure' if is_lower else 'the bound'} is {times} times as much"


def _each_in_the_other(first: Figure, second: Figure, dossier: Dossier) -> bool:
    """Whether each value, as printed, is one that the other figure covers."""
    pairs = ((first, second), (second, first))
    return all(base_value(a, dossier) in in_base(b, dossier) for a, b in pairs if a.value.modifier in "=≈")


def _reach(values: list[Figure], dossier: Dossier, *, as_printed: bool) -> str:
    wider = max(values, key=lambda figure: _width(figure, dossier))
    reach = f"{value_words(wider, dossier)} covers {interval_text(wider, dossier)}"
    return reach if as_printed else f"within the rounding only: {reach}"


_CONTRASTS_FROM = 2
"""The ratio from which a bound is said to be far from a figure that it leaves room for."""

_NOUNS = {
    "reported": "a report",
    "estimate": "an estimate",
    "target": "a target",
    "forecast": "a forecast",
    "potential": "a possibility",
}


def _difference_in_kind(first: Figure, second: Figure) -> str:
    if "unknown" in (first.known, second.known):
        return "one says that nobody knows it"
    for figure in (first, second):
        if figure.condition:
            return f"one is {_NOUNS[figure.nature]}, {visible(figure.condition)}"
    if first.nature != second.nature:
        return f"one is {_NOUNS[first.nature]}, the other {_NOUNS[second.nature]}"
    return "their units are of different kinds"


def _time(figure: Figure) -> str:
    """The period of a figure; without one, the words that date it."""
    return period_text(figure) or (f"“{visible(figure.dated_by)}”" if figure.dated_by else "")


def _missing_periods(first: Figure, second: Figure, undated: bool) -> str:
    """Says which of two figures has no period: it is compared with figures of any period."""
    periods = [period for period in map(_time, (first, second)) if period]
    if len(periods) == 2:
        return ""
    if not periods:
        is_dated = any(source.when for figure in (first, second) for source in figure.sources)
        return _UNDATED if undated and not is_dated else ""
    return f"; only one is dated, {periods[0]}"


# Values


def base_value(figure: Figure, dossier: Dossier) -> Decimal:
    """The value of a figure in the base unit; of a range, its middle."""
    return middle(figure, dossier.unit_of(figure))


def _by_size(pair: Pair, dossier: Dossier) -> tuple[Figure, Figure]:
    """The two figures of a pair, the lesser first."""
    lesser, larger = sorted((pair.first, pair.second), key=lambda figure: base_value(figure, dossier))
    return lesser, larger


def _width(figure: Figure, dossier: Dossier) -> Decimal:
    interval = in_base(figure, dossier)
    if interval.low is None or interval.high is None:
        return Decimal("Infinity")
    return interval.high - interval.low


def _times_as_much(pair: Pair, dossier: Dossier) -> str | None:
    """The larger figure as a multiple of the lesser: 7.5 times as much. None where it is not above one."""
    lesser, larger = _by_size(pair, dossier)
    if base_value(lesser, dossier) <= 0:
        return None
    ratio = base_value(larger, dossier) / base_value(lesser, dossier)
    # Of a bound that is open away from the other figure, the ratio is a bound as well.
    open_ended = lesser.value.modifier in "<≤" or larger.value.modifier in ">≥"
    times = _two_digits(ratio, ROUND_DOWN if open_ended else ROUND_HALF_UP)
    return f"{'at least ' if open_ended else ''}{times} times as much" if times != "1" else None


def _two_digits(ratio: Decimal, rounding: str) -> str:
    """A ratio to two significant digits, and to the whole from 10 on: 7.5, 12, 240."""
    if ratio < 10:
        return f"{ratio.quantize(Decimal('0.1'), rounding).normalize():,f}"
    return f"{ratio.to_integral_value(rounding):,f}"


# Groups


def is_large(group: Group) -> bool:
    """Whether a group has too many pairs to list by default."""
    return sum(group.totals.values()) > LISTED


def verdict_lines(group: Group, dossier: Dossier, most: int | None = None) -> Iterator[Line]:
    """The verdict with its reason, the curator's remark, the checks, the other pairs, and the origins.

    Of a large group, claims and pairs are counted. `most` is the number of pairs that are listed: by default all, or
    none of a large group.
    """
    told = reason(group, dossier)
    verdict = group.furthest.verdict if group.furthest else group.verdict
    yield labelled(verdict.upper(), told, STYLES.get(verdict, "label"))
    for because in group.because:
        yield labelled("the curator", visible(because))
    checks = checks_about((figure.id for figure in group.figures), dossier)
    for check in islice(filter(says_something, checks), LISTED):
        yield labelled("check", finding(check), CHECK_STYLES[check.verdict])
    if is_large(group):
        yield labelled("claims", _extremes(group, dossier))
        yield labelled("pairs", _pairs_by_verdict(group))
    if most is None:
        most = 0 if is_large(group) else LISTED
    said_undated = told.endswith(_UNDATED + ".")
    for pair in islice(group.pairs(), most):
        if pair != group.furthest:
            sentence = pair_reason(pair, group, dossier, undated=not said_undated)
            said_undated = said_undated or sentence.endswith(_UNDATED + ".")
            yield labelled(pair.verdict, sentence, STYLES[pair.verdict])
    yield labelled("origins", origins(group))


def labelled(label: str, text: str, style: str = "label") -> Line:
    """A sentence beside a label."""
    return [StyledText(f"{label:<16} ", style), StyledText(text)]


def _extremes(group: Group, dossier: Dossier) -> str:
    """How many claims there are, and the least and the largest of them with their claimants."""
    figures = group.ascending
    least, largest = (
        f"{value_words(figure, dossier)} ({claimant_in_sentence(figure, dossier)[0]})"
        for figure in (figures[0], figures[-1])
    )
    return f"{len(figures):,}, from {least} to {largest}"


def _pairs_by_verdict(group: Group) -> str:
    """How many pairs there are, and how many of each verdict, the gravest first."""
    counts = [
        f"{group.totals[verdict]:,} {IN_WORDS[verdict]}" for verdict in reversed(SEVERITY) if group.totals[verdict]
    ]
    return f"{sum(group.totals.values()):,}: {', '.join(counts)}"


def origins(group: Group) -> str:
    """Articles, origins and printings: 4 articles, 1 to 2 origins, printed 5 times."""
    articles = {source.article for figure in group.figures for source in figure.sources}
    printed = sum(len(figure.sources) for figure in group.figures)
    least = f"{group.origins:,} to " if group.origins < group.most_origins else ""
    told = f"{least}{counted(group.most_origins, 'origin')}"
    return f"{counted(len(articles), 'article')}, {told}, printed {counted(printed, 'time')}"
