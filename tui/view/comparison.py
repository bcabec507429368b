"""What a comparison says: the verdicts on a group of figures and on its pairs, in sentences that a person would say."""

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import islice

from tui.catalog import edtf
from tui.dossier.compare import AGREE, CONFLICT, INCOMPARABLE, PERIOD, SEVERITY, Group, Pair, in_base, middle, origin
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.quantity.unit import Unit
from tui.text.safe import visible
from tui.view.styled_text import Line, StyledText
from tui.view.value import interval_text, rounded, value_text
from tui.view.wording import article_name, counted

STYLES = {CONFLICT: "error", INCOMPARABLE: "warning", PERIOD: "label", AGREE: "good"}


def about(group: Group, dossier: Dossier) -> str:
    """What the figures of a group are about: Russia’s reserves of rare earths."""
    subject = dossier.entities[group.subject].name
    material = f" of {dossier.entities[group.material].name}" if group.material else ""
    scope = f" ({group.scope})" if group.scope else ""
    return visible(f"{subject}’s {dossier.measures[group.measure].name}{material}{scope}")


def reason(group: Group, dossier: Dossier) -> str:
    """The verdict of a group in a sentence: that of its gravest pair, the furthest apart."""
    if group.furthest is None:
        return f"Nothing to set it against: the only figure for {about(group, dossier)}."
    return pair_reason(group.furthest, group, dossier)


def pair_reason(pair: Pair, group: Group, dossier: Dossier) -> str:
    """What holds between two figures, and why."""
    first, second = _by_size(pair, dossier)
    other = "elsewhere" if origin(first) == origin(second) else who(second, dossier)[0]
    said = f"{_says(first, dossier)}, {other} {value_words(second, dossier)}"
    both = "" if pair.verdict == AGREE else f", both for {about(group, dossier)}"
    return f"{said}: {why(pair, dossier)}{both}{_undated(first, second)}."


def why(pair: Pair, dossier: Dossier) -> str:
    """What a verdict on two figures rests on, in a few words."""
    first, second = _by_size(pair, dossier)
    if pair.verdict == AGREE:
        return _agreement(first, second, dossier)
    if pair.verdict == PERIOD:
        return f"for {period_text(first)} and {period_text(second)}"
    if pair.verdict == INCOMPARABLE:
        return _incomparable(first, second)
    return _apart(pair, dossier) or "no value in common"


def why_beside(other: Figure, pair: Pair, dossier: Dossier) -> str:
    """The same beside one of the two figures: which period it is for, and which of them is the larger, is said."""
    if pair.verdict == PERIOD:
        return f"for {period_text(other)}"
    apart = _apart(pair, dossier) if pair.verdict == CONFLICT else None
    if apart is None:
        return why(pair, dossier)
    _, larger = _by_size(pair, dossier)
    return f"{value_text(larger, dossier)} is {apart}"


def _apart(pair: Pair, dossier: Dossier) -> str | None:
    """How many times as much the larger of two figures is; None where no number of times says so."""
    ratio = _ratio(pair, dossier)
    if not ratio:
        return None
    less, more = _by_size(pair, dossier)
    # A bound that opens away from the other figure: the ratio is one as well.
    open_ended = less.value.modifier in "<≤" or more.value.modifier in ">≥"
    times = _times(ratio, ROUND_DOWN if open_ended else ROUND_HALF_UP)
    return f"{'at least ' if open_ended else ''}{times} times as much" if times != "1" else None


def _says(figure: Figure, dossier: Dossier) -> str:
    name, plural = who(figure, dossier)
    return f"{name[:1].upper()}{name[1:]} {'say' if plural else 'says'} {value_words(figure, dossier)}"


def who(figure: Figure, dossier: Dossier) -> tuple[str, bool]:
    """Who says so, as it stands in a sentence, and whether that is a plural."""
    if figure.claimant is None:
        return article_name(figure.sources[0].article, dossier), False
    entity = dossier.entities[figure.claimant]
    if entity.short and entity.short.isupper():
        return visible(entity.short), False
    name = visible(entity.name)
    if entity.type == "unnamed":
        return name[:1].lower() + name[1:], name.endswith("s")
    return (f"the {name}" if entity.type == "government" and not name.startswith("The ") else name), False


def value_words(figure: Figure, dossier: Dossier) -> str:
    """The value as a sentence says it: 3.8 million t, up to 12%, 2,500 to 3,000 t a year."""
    unit, per = dossier.unit_of(figure), dossier.measures[figure.measure].per
    value = rounded(figure.value)
    if value.value is None:
        low, high = value.interval.low or Decimal(0), value.interval.high or Decimal(0)
        words = f"{_plain(low)} to {_plain(high)}"
    elif unit.id == "rank":
        return value_text(figure, dossier)
    else:
        hedges = {"≈": "about ", "<": "less than ", "≤": "up to ", ">": "more than ", "≥": "at least "}
        words = hedges.get(value.modifier, "") + _plain(value.value)
    return words + _unit_words(unit, per)


def _plain(value: Decimal) -> str:
    for scale, word in ((Decimal(10) ** 9, " billion"), (Decimal(10) ** 6, " million")):
        if abs(value) >= scale:
            return f"{(value / scale).normalize():,f}{word}"
    return f"{value.normalize():,f}"


def _unit_words(unit: Unit, per: str | None) -> str:
    if unit.exact:
        return ""
    return f"{'' if unit.id == '%' else ' '}{visible(unit.id)}{' a year' if per else ''}"


def _agreement(first: Figure, second: Figure, dossier: Dossier) -> str:
    bounds = [figure for figure in (first, second) if figure.value.modifier in "<≤>≥"]
    rounded = [figure for figure in (first, second) if figure not in bounds and figure.value.value is not None]
    # Whether the numbers agree as they are printed, or only by what they are rounded from.
    as_printed = all(size(f, dossier) in in_base(second if f is first else first, dossier) for f in rounded)
    if bounds and as_printed:
        side, kind = ("above", "a lower") if bounds[0].value.modifier in ">≥" else ("below", "an upper")
        return f"{kind} bound, which excludes nothing {side} it"
    one, other = in_base(first, dossier), in_base(second, dossier)
    if one == other or (len(rounded) == 2 and size(first, dossier) == size(second, dossier)):
        return "the same"
    if not rounded:
        return "the ranges overlap"
    if as_printed and len(rounded) == 1:
        return "within the range"
    wider = max(rounded, key=lambda figure: _width(figure, dossier))
    reach = f"{value_words(wider, dossier)} covers {interval_text(wider, dossier)}"
    return reach if as_printed else f"only as far as the rounding reaches: {reach}"


def _incomparable(first: Figure, second: Figure) -> str:
    for figure in (first, second):
        if figure.condition:
            return f"one is {figure.nature}, {visible(figure.condition)}"
    if first.nature != second.nature:
        return f"one is {first.nature}, the other {second.nature}"
    return "their units are of different kinds"


def _undated(first: Figure, second: Figure) -> str:
    """An empty period is compatible with any: the sentence says where one is."""
    if first.period and second.period:
        return ""
    if not first.period and not second.period:
        return "; neither is dated"
    return f"; only one is dated, {period_text(first if first.period else second)}"


def period_text(figure: Figure) -> str:
    return str(edtf.parse(figure.period)) if figure.period else "no period"


def size(figure: Figure, dossier: Dossier) -> Decimal:
    return middle(figure, dossier.unit_of(figure))


def _by_size(pair: Pair, dossier: Dossier) -> tuple[Figure, Figure]:
    """The two figures, the lesser first; of two as large, the first."""
    first, second = pair.first, pair.second
    return (second, first) if size(second, dossier) < size(first, dossier) else (first, second)


def _width(figure: Figure, dossier: Dossier) -> Decimal:
    interval = in_base(figure, dossier)
    if interval.low is None or interval.high is None:
        return Decimal("Infinity")
    return interval.high - interval.low


def _ratio(pair: Pair, dossier: Dossier) -> Decimal | None:
    low, high = sorted((size(pair.first, dossier), size(pair.second, dossier)))
    return high / low if low > 0 else None


def _times(ratio: Decimal, rounding: str = ROUND_HALF_UP) -> str:
    """A ratio to two significant digits: 7.5, 12; to the whole from 10 on."""
    if ratio < 10:
        return f"{ratio.quantize(Decimal('0.1'), rounding).normalize():,f}"
    return f"{ratio.to_integral_value(rounding):,f}"


LISTED = 100
"""Pairs up to which each is listed; those of a larger group are only counted, unless one asks for them."""

IN_WORDS = {
    CONFLICT: "in conflict",
    INCOMPARABLE: "not comparable",
    PERIOD: "of different periods",
    AGREE: "in agreement",
}


def is_large(group: Group) -> bool:
    """Whether a group has too many pairs for each to be listed."""
    return sum(group.totals.values()) > LISTED


def verdict_lines(group: Group, dossier: Dossier, most: int | None = None) -> Iterator[Line]:
    """The verdict with its reason, what the curator says of it, the other pairs, and the origins.

    Of a large group, the claims and pairs are counted. `most` is how many pairs are listed: by default all, or none of
    a large group.
    """
    told = reason(group, dossier)
    yield [StyledText(f"{group.verdict.upper():<16} ", STYLES.get(group.verdict, "label")), StyledText(told)]
    for because in group.because:
        yield [StyledText(f"{'the curator':<16} ", "label"), StyledText(visible(because))]
    if is_large(group):
        yield [StyledText(f"{'claims':<16} ", "label"), StyledText(_extremes(group, dossier))]
        yield [StyledText(f"{'pairs':<16} ", "label"), StyledText(_pairs_by_verdict(group))]
    if most is None:
        most = 0 if is_large(group) else LISTED
    for pair in islice(group.pairs(), most):
        sentence = pair_reason(pair, group, dossier)
        if sentence != told:
            yield [StyledText(f"{pair.verdict:<16} ", STYLES[pair.verdict]), StyledText(sentence)]
    yield [StyledText(f"{'origins':<16} ", "label"), StyledText(origins(group))]


def _extremes(group: Group, dossier: Dossier) -> str:
    """How many claims there are, and the least and the largest with whose they are."""
    figures = group.ascending
    ends = [f"{value_words(figure, dossier)} ({who(figure, dossier)[0]})" for figure in (figures[0], figures[-1])]
    return f"{len(figures):,}, from {ends[0]} to {ends[1]}"


def _pairs_by_verdict(group: Group) -> str:
    """How many pairs there are, and how many of each verdict, the gravest first."""
    counts = [
        f"{group.totals[verdict]:,} {IN_WORDS[verdict]}" for verdict in reversed(SEVERITY) if group.totals[verdict]
    ]
    return f"{sum(group.totals.values()):,}: {', '.join(counts)}"


def origins(group: Group) -> str:
    """Origins against printings: 4 articles, 1 origin."""
    articles = {source.article for figure in group.figures for source in figure.sources}
    printed = sum(len(figure.sources) for figure in group.figures)
    return (
        f"{counted(len(articles), 'article')}, {counted(group.origins, 'origin')}, printed {counted(printed, 'time')}"
    )
