"""Queries of every construct of the query language, right and wrong ones."""

from hypothesis import strategies as st

from tests.hostile.pieces import ESCAPES, HIDDEN, MARKUP
from tui.search.query import KEYS

# fmt: off
_WORDS = st.sampled_from([
    *"russia rosatm reserves rare earth earths tons metals orla mine evil said putin's co-operation U.S. USGS".split(),
    *"the of and a or AND NOT NEAR * ^ \\ / Größe é ß ﬁnd ｆｕｌｌ ﬀ ΣΑΣ 北国 湖 オルラ湖 塩が四千万トン".split(),
    *"İstanbul Россия редкие שלום ارقام ٤٫٢ ½ 10²³ 🏳️‍🌈 a-herald".split(),
]) | st.text(min_size=1, max_size=6)

_NUMBERS = st.one_of(
    st.integers(-(10**6), 10**9).map(str),
    st.decimals(0, 10**6, places=2).map(str),
    st.sampled_from([
        *"3.8 28,5 28,500 1.234.567 1,2,34 .5 5. 0 00 1e9 1E9999 ½ 3/4 5-6 ±3 million half two-thirds dozen".split(),
        "two hundred and five", "9" * 400, "9" * 5000, "0." + "0" * 400 + "1", "1 2 3", "ten to the",
    ]),
)

_UNITS = st.sampled_from([
    "", " ", "t", "Mt", " million t", " tons", "%", "kt", " bn $", "$", "€", "km", " tonnes of", "°", "t%", "\u202e",
])

_QUANTITIES = st.tuples(_NUMBERS, _UNITS).map("".join)

_VALUES = _WORDS | st.sampled_from([
    *"figure figures claim passage text article entity event measure a-herald orla russia USGS usgs".split(),
    *"mine evil reserves 2024 1990 24 20x4 ٢٠٢٤ 99999 -2024 :: kind: * % _".split(), '"russia"', '"a b"', '"', "",
])

_FILTERS = st.tuples(st.sampled_from([*KEYS, "claim", "Kind", "BY", "said", ""]), _VALUES).map(":".join)

_SIGNS = st.sampled_from([">", "<", "~", "> ", ">=", "over:", "under:", "OVER:", "over: ", "~~", "<>"])

_THRESHOLDS = st.tuples(_SIGNS, _QUANTITIES).map("".join)

_PHRASES = st.tuples(
    st.sampled_from(['"', "“", "'", "«"]),
    st.lists(_WORDS | _QUANTITIES, max_size=30).map(" ".join),
    st.sampled_from(['"', "”", ""]),
).map("".join)

_ODD = st.sampled_from([
    ESCAPES, HIDDEN, MARKUP, "\0", "\ud800", "%s %d {0}", "(((", "--", "-", "...", '"' * 50, "a" * 5000,
])
# fmt: on

_TERMS = st.one_of(_WORDS, _QUANTITIES, _FILTERS, _THRESHOLDS, _PHRASES, _ODD)

_PARTS = st.tuples(st.sampled_from(["", "", "", "-", "not:", "--", "-not:", "+", "("]), _TERMS).map("".join)

_APART = st.sampled_from([" ", " ", " ", "", "\t", "\n", "\u3000", "  ", ","])

_SHORT = st.lists(st.tuples(_PARTS, _APART).map("".join), max_size=6).map("".join)

_LONG = st.tuples(_PARTS, _APART, st.integers(20, 2000)).map(lambda long: ((long[0] + long[1]) * long[2])[:20_000])

QUERIES = st.one_of(_SHORT, _SHORT, _SHORT, _SHORT, _LONG)
"""A query, now and then one of thousands of characters."""
