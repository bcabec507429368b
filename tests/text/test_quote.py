"""Finding a quote: verbatim, or with look-alike characters folded, or not at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import Steps, assert_nearly_linear, steps
from tui.text.fold import DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, fold
from tui.text.nearest import nearest
from tui.text.phrases import Phrases
from tui.text.quote import Matches, Quotes, cuts, find
from tui.text.span import Span


def found(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[str]:
    return [text[span.start : span.end] for span in find(text, quote, prefix, suffix).spans]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It holds 3.8 million tons.", "3.8 million tons"),
        ("It holds 3.8 million tons.", "It holds 3.8 million tons."),
        ("Russia’s earths", "Russia’s"),
        ("Russia’s earths", "Russia"),
        ("the fifth-largest reserves", "fifth"),
        ("the fifth-largest reserves", "largest"),
        ("said [3.5%] of it (all)", "[3.5%]"),
        ("a.c abc", "a.c"),
        ("one\r\ntwo", "one\r\ntwo"),
        ("2,500–3,000 tons", "2,500–3,000 tons"),
        ("2,500–3,000 tons", "3,000 tons"),
        ("from 2,500 to 3,000", "2,500"),
        ("It was 28. And more", "28"),
        ("28, 29 and 30", "28"),
        ("12:30", "30"),
        ("up 5%, down -5%", "-5%"),
        ("2025-03-31", "2025"),
        ("F-16", "16"),
        ("Mr. X’s 20’s", "20"),
        ("ロシアは大国である", "大国"),
        ("ロシア3月", "3月"),
        ("see foo_bar", "foo"),
    ],
)
def test_a_quote_is_found_as_printed(text: str, quote: str) -> None:
    start = text.index(quote)
    assert find(text, quote) == Matches((Span(start, start + len(quote)),))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Russia’s “rare” earths", 'Russia\'s "rare" earths'),
        ('Russia\'s "rare" earths', "Russia’s “rare” earths"),
        ("«rare» earths", "“rare” earths"),
        ("2,500–3,000 tons", "2,500-3,000 tons"),
        ("rare—very rare—earths", "rare-very rare-earths"),
        ("fifth‑largest", "fifth-largest"),
        ("3.8\u00a0million tons", "3.8 million tons"),
        ("3.8 million\n   tons", "3.8 million tons"),
        ("3.8 million tons", "3.8  million\ntons"),
        ("rare\u2009earths", "rare earths"),
        ("rare earths\u3000here", "rare earths here"),
        ("in 2025\u00a0the 5", "in 2025 the 5"),
        ("a total of\u00a03.8", "a total of 3.8"),
        ("the 1920’s end", "the 1920's end"),
        ("the ’90s end", "the '90s end"),
        ("was −5%, he’d say", "was −5%, he'd say"),
    ],
)
def test_look_alikes_are_folded_and_said_to_be(text: str, quote: str) -> None:
    assert find(text, quote).folded
    assert len(find(text, quote).spans) == 1


def test_exact_places_hide_folded_ones() -> None:
    text = "Russia's and Russia’s"
    assert find(text, "Russia’s") == Matches((Span(13, 21),))
    assert find(text, "Russia's") == Matches((Span(0, 8),))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # Digits and letters.
        ("3.8 million", "3.3 million"),
        ("３.8 million", "3.8 million"),
        ("Rare Earths", "rare earths"),
        ("café", "cafe"),
        ("coöperation", "cooperation"),
        ("rare\u200bearths", "rare earths"),
        ("rareearths", "rare earths"),
        ("rare earths", "rareearths"),
        # Decimal and thousands marks.
        ("3.8 million", "3,8 million"),
        ("2,500 tons", "2.500 tons"),
        ("2,500 tons", "2500 tons"),
        ("2500 tons", "2,500 tons"),
        ("2\u2009500 tons", "2 500 tons"),
        ("2 500 tons", "2\u2009500 tons"),
        ("2\u00a0500 tons", "2 500 tons"),
        ("2\u202f500 tons", "2\u2009500 tons"),
        ("2 500 tons", "2500 tons"),
        ("2,500 tons", "2 500 tons"),
        ("2\n500 tons", "2 500 tons"),
        ("2’500 tons", "2'500 tons"),
        # A sign.
        ("it was −5%", "it was -5%"),
        ("it was –5%", "it was -5%"),
        ("it was -5%", "it was −5%"),
        ("it was 5%", "it was -5%"),
        ("it was (−5%)", "it was (-5%)"),
        ("it cost −$5", "it cost $-5"),
        ("it cost $−5", "it cost $-5"),
        ("−5%", "-5%"),
    ],
)
def test_what_does_not_print_alike_is_never_folded(text: str, quote: str) -> None:
    assert find(text, quote) == Matches(())


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # A word.
        ("Russian earths", "Russia"),
        ("prehistoric", "historic"),
        ("rearearths", "earths"),
        ("cafe\u0301", "cafe"),
        ("a88538", "88538"),
        ("88538a", "88538"),
        # A number.
        ("28 million", "8 million"),
        ("28 million", "2"),
        ("28.5 million", "28"),
        ("28.5 million", "5 million"),
        ("28.5 million", ".5 million"),
        ("28.5 million", "28."),
        ("2,500 tons", "500 tons"),
        ("2,500 tons", "2"),
        ("2,500 tons", ",500 tons"),
        ("2'500 tons", "500 tons"),
        ("2’500 tons", "2"),
        ("2\u00a0500 tons", "500 tons"),
        ("2\u2009500 tons", "500 tons"),
        ("2\u202f500 tons", "2"),
        ("12\u202f345\u202f678 t", "345\u202f678 t"),
        ("a .5 percent share", "5 percent"),
        # Its sign.
        ("-5", "5"),
        ("it was -5%", "5%"),
        ("it was −5%", "5%"),
        ("it was (–5%)", "5%"),
        ("it cost $-5", "5"),
    ],
)
def test_a_match_never_cuts_a_word_or_a_number(text: str, quote: str) -> None:
    assert find(text, quote) == Matches(())


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("in March\u00a02025 alone", "2025 alone"),
        ("No.\u00a05 500 tons", "500 tons"),
        ("1,000\u00a0tons", "1,000"),
        ("in 2024\u00a0500 tons", "500 tons"),
        ("the years 2024 100 200", "100"),
        ("he paid...5 euros", "5 euros"),
    ],
)
def test_a_number_beside_another_is_found(text: str, quote: str) -> None:
    assert found(text, quote) == [quote]


@pytest.mark.parametrize(
    ("text", "quote", "starts"),
    [
        ("a b a b a", "a b a", [0, 4]),
        ("no no no no", "no no", [0, 3, 6]),
        ("大大大", "大大", [0, 1]),
        ("5 tons, 15 tons, 5 tons", "5 tons", [0, 17]),
    ],
)
def test_every_place_is_counted(text: str, quote: str, starts: list[int]) -> None:
    assert [span.start for span in find(text, quote).spans] == starts


@pytest.mark.parametrize(
    ("prefix", "suffix", "which"),
    [
        ("", "", [0, 1, 2]),
        ("Russia:", "", [0]),
        ("China’s", "", [1]),
        ("China's", "", [1]),
        ("  China’s  ", "", [1]),
        ("Russia", "", []),
        ("Brazil", "", [2]),
        ("zil", "", [2]),
        ("", "a year", [2]),
        ("", "a", [2]),
        ("", ".", [1]),
        ("", ".\n Brazil", [1]),
        ("", ". Brazil", [1]),
        ("Brazil", "a year", [2]),
        ("Russia:", "a year", []),
    ],
)
def test_prefix_and_suffix_settle_which(prefix: str, suffix: str, which: list[int]) -> None:
    text = "Russia: 5 tons, China’s\u00a05 tons.\n Brazil\n  5 tons a year"
    places = find(text, "5 tons").spans
    assert find(text, "5 tons", prefix, suffix).spans == tuple(places[i] for i in which)


@pytest.mark.parametrize(
    ("within", "starts"),
    [(Span(0, 19), [0, 8, 14]), (Span(0, 4), [0]), (Span(1, 12), [8]), (Span(8, 18), [8, 14]), (Span(9, 17), [])],
)
def test_within_bounds_the_search(within: Span, starts: list[int]) -> None:
    assert [span.start for span in Quotes("tons of tons, tons.").find_within("tons", within).spans] == starts


def test_within_does_not_hide_what_a_match_cuts() -> None:
    text = "28.5 million"
    assert Quotes(text).find_within("28", Span(0, 2)) == Matches(())
    assert Quotes(text).find_within("8.5", Span(1, 4)) == Matches(())


@pytest.mark.parametrize(("text", "quote"), [("", ""), ("one", ""), ("", "one"), ("one", "two"), ("one", "one one")])
def test_nothing_is_found_nowhere(text: str, quote: str) -> None:
    assert find(text, quote) == Matches(())
    assert find(text, quote, "one", "one") == Matches(())


PROSE = "Russia’s “rare” earths 3.8 million 2,500–3,000 tons -5% (the U.S.) 28.5 漢字 café: $4 fifth-largest 9 .5 500"
words = st.lists(st.sampled_from(PROSE.split()), min_size=1, max_size=25)


@given(words=words, data=st.data())
def test_a_span_cut_at_word_boundaries_is_found_where_it_was(words: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join([*words[:first], ""]))
    span = Span(start, start + len(" ".join(words[first : last + 1])))
    matches = find(text, text[span.start : span.end])
    assert span in matches.spans
    assert not matches.folded


@given(
    text=st.text(alphabet="a1 5-−–.,’'\"”\u00a0\u2009\n", max_size=40),
    quote=st.text(alphabet="a15-−–.,’'\"” \u00a0", min_size=1, max_size=6),
)
def test_whatever_is_found_prints_alike(text: str, quote: str) -> None:
    matches = find(text, quote)
    for span in matches.spans:
        here = text[span.start : span.end]
        if not matches.folded:
            assert here == quote
        assert re.sub(r"\s+", " ", fold(here)) == re.sub(r"\s+", " ", fold(quote))
        assert re.findall(r"[\d.,]|(?<=\d)[\s’'](?=\d)", here) == re.findall(r"[\d.,]|(?<=\d)[\s’'](?=\d)", quote)


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("total of 3.3 million tons", "total of 3.8 million tons,"),
        ("an estimated totl", "an estimated total"),
        ("nothing of this kind whatsoever", None),
        ("", None),
        ("with an estimated total of 3.8 million tons, and much more than the text has room for", None),
    ],
)
def test_the_nearest_text_is_a_hint_in_whole_words(quote: str, hint: str | None) -> None:
    text = "with an estimated\n total of 3.8 million tons, according to the USGS"
    assert nearest(text, quote) == hint


@pytest.mark.parametrize(
    ("text", "quote", "hint"),
    [
        ("it is preestimated now", "estimated now", "preestimated now"),
        ("it is estimated, now", "it is estimated", "it is estimated,"),
        ("preestimated", "estimated", "preestimated"),
        ("abcdefghij", "abcdefghix", "abcdefghij"),
        ("see the total\n of 3.8 here", "the totel of 3.8", "the total of 3.8"),
    ],
)
def test_the_hint_cuts_no_word(text: str, quote: str, hint: str) -> None:
    assert nearest(text, quote) == hint


def test_an_empty_text_has_no_hint() -> None:
    assert nearest("", "quote") is None


def test_the_hint_for_a_long_quote_is_where_the_text_says_something_else() -> None:
    text = " ".join(f"word{i}" for i in range(4000))
    quote = text[:20_000].replace("word1500", "another1500")
    assert len(quote) > 20_000
    hint = nearest(text, quote)
    assert hint is not None and "word1500" in hint and set(hint.split()) <= set(text.split()) and len(hint) < 1000


def test_the_hint_for_a_long_quote_of_other_words_is_none() -> None:
    assert nearest("all of this is something else. " * 3000, "xyz " * 5000) is None


# Many quotes, and long ones


PIECES = "a|a|b|ab|1|12|123| | |  |\n|\u00a0|\u2009|.|,|'|’|′|ʼ|-|–|−|“|\"|$|(|é|e\u0301|漢|_".split("|")
pieces = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
FOLDED = str.maketrans("’'–-\u00a0“\n", "'’-− \" ")


@st.composite
def texts_with_quotes(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text and quotes that are in it or almost."""
    text = draw(pieces)
    cuts = draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(1, 6), st.booleans()), min_size=4, max_size=4)
    )
    quotes = [text[start : start + size] for start, size, _ in cuts]
    return text, [
        quote.translate(FOLDED) if folded else quote for quote, (_, _, folded) in zip(quotes, cuts, strict=True)
    ]


def _by_comparing(text: str, quote: str, prefix: str, suffix: str) -> Matches:
    """What finding a quote means, said by a pattern that is tried at every place."""

    def pattern(words: str) -> str:
        return "".join(
            _pattern(match[0], words[: match.start()][-1:], words[match.end() :][:1])
            for match in re.finditer(r"\s+|.", words)
        )

    for folded, words in ((False, re.escape(quote)), (True, pattern(quote))):
        if prefix or suffix:
            words = rf"{pattern(prefix.strip())}\s*(?P<quote>{words})\s*{pattern(suffix.strip())}"
        else:
            words = f"(?P<quote>{words})"
        spans = dict.fromkeys(Span(*place.span("quote")) for place in re.finditer(rf"(?={words})", text))
        if whole := tuple(span for span in spans if not cuts(text, span)):
            return Matches(whole, folded)
    return Matches(())


def _pattern(piece: str, before: str, after: str) -> str:
    between_digits = before.isdigit() and after.isdigit()
    if piece.isspace() and not between_digits:
        return r"\s+"
    if piece in SINGLE_QUOTES and not between_digits:
        return f"[{SINGLE_QUOTES}]"
    if piece in DASHES and not ((not before or before.isspace() or before in "([{$€£") and after.isdigit()):
        return f"[{re.escape(DASHES)}]"
    return f"[{DOUBLE_QUOTES}]" if piece in DOUBLE_QUOTES else re.escape(piece)


@given(texts_with_quotes())
def test_a_quote_is_found_where_comparing_it_with_every_place_finds_it(case: tuple[str, list[str]]) -> None:
    text, (quote, prefix, suffix, other) = case
    quote = quote.strip()
    prepared = Quotes(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.text.quote.MANY", 0)
        prepared.prepare([quote, other, "a", "ab 1"])
    for before, after in (("", ""), (prefix, ""), ("", suffix), (prefix, suffix)):
        matches = _by_comparing(text, quote, before, after)
        assert find(text, quote, before, after) == matches
        assert prepared.find(quote, before, after) == matches


def test_every_place_of_several_phrases() -> None:
    found = dict(
        Quotes("“Rare” earths and rare “earths” and 28 or 28.5").find_all(Phrases(['"Rare"', "earths", "28", "x"]))
    )
    assert found == {'"Rare"': [Span(0, 6)], "earths": [Span(7, 13), Span(24, 30)], "28": [Span(36, 38)]}


def test_a_quote_that_is_too_common_is_never_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.text.quote.MOST", 3)
    text = "a no, b no, c no, d no"
    assert len(find(text, "no").spans) == 3
    assert len(find(text, "no", prefix="a").spans) == 3
    assert Quotes(text).find_within("no", Span(19, 22)).spans == (Span(20, 22),)


LONG = {
    "one word": lambda size: ("no " * size, "no " * (size // 4) + "yes"),
    "one letter": lambda size: ("x" * size, "x" * (size // 4)),
    "one space": lambda size: (" " * size, "a  b"),
    "points": lambda size: ("." * size, "." * (size // 4)),
    "signs": lambda size: ("-5 " * size, "−5 " * (size // 4) + "-5"),
    "twice as long as anything": lambda size: ("a b " * size, "a b " * (size // 4) + "c"),
    "folded": lambda size: ("it’s " * size, "it's " * (size // 4) + "it's"),
}


@pytest.mark.parametrize("kind", LONG)
def test_a_long_quote_in_a_long_text_is_found_or_not_at_once(kind: str) -> None:
    """To compare it with the text at each place would take hours."""
    text, quote = LONG[kind](100_000)  # type: ignore[no-untyped-call]
    find(text, quote)


MANY_QUOTES = {
    "each once": lambda i: (f"In year {i} the lake was dry.", f"In year {i} the lake", ""),
    "none": lambda i: (f"In year {i} the lake was dry.", f"In yaer {i} the lake", ""),
    "with another word before each": lambda i: (f"Mine{i} had 5 tons.", "5 tons", f"Mine{i} had"),
    "with the same words around each": lambda i: ("It had 5 tons.", "5 tons", "It had"),
    "with another mark": lambda i: (f"The lake’s year {i} was dry.", f"The lake's year {i}", ""),
    "one in another": lambda i: ("no", " ".join(["no"] * (i % 40 + 1)), ""),
}


@pytest.mark.parametrize("kind", MANY_QUOTES)
def test_steps_grow_with_the_text_and_its_quotes(kind: str) -> None:
    def count(size: int) -> int:
        made = [MANY_QUOTES[kind](i) for i in range(size)]  # type: ignore[no-untyped-call]

        def find_all(counter: Steps) -> None:
            quotes = Quotes(" ".join(text for text, _, _ in made), counter)
            quotes.prepare({quote for _, quote, _ in made})
            for _, quote, prefix in made:
                quotes.find(quote, prefix)

        return steps(find_all)

    assert_nearly_linear(count, 250)
