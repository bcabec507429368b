"""Words that belong to a number beside it, in many languages: scale words, currencies, units.

lode does not read these. It has to know them, so that a number is never taken without them: the 44 of "44 Millionen".
"""

from tui.languages.tables import read_table
from tui.languages.word_patterns import any_of

_TABLE = {name: frozenset(words) for name, words in read_table("lexicon").items()}

SCALE_WORDS = _TABLE["scale_words"]
"""Words that multiply the number before them."""

SHORT_SCALE_WORDS = _TABLE["short_scale_words"]
"""Those that are also the beginning or the capitals of other words (bi-weekly, 12 MDs)."""

SCALE_CHARACTERS = "十百千万萬亿億兆京垓만억조천백십拾佰仟割成분할"
"""Characters that multiply the number before them, and touch it."""

CURRENCY_CODES = _TABLE["currency_codes"]

CURRENCY_ABBREVIATIONS = _TABLE["currency_abbreviations"]
"""How currencies are abbreviated in Latin letters, beside their codes."""

CURRENCY_SIGNS = "$¢£¤¥֏؋৲৳৻૱௹฿៛₠-⃀﷼﹩＄￠￡￥￦"
"""All characters that Unicode calls currency signs, as a set in a pattern."""

PRINTED_CURRENCY = (
    rf"(?:(?:[^\W\d_]{{0,3}}[{CURRENCY_SIGNS}]|(?<![^\W_])(?:{any_of(CURRENCY_CODES | CURRENCY_ABBREVIATIONS)})\.?)"
    r"[ \u00a0\u2009\u202f]?)"
)
"""A currency as it is printed before an amount, as a pattern: $, US$, CHF, Rs."""

DOLLAR_COUNTRIES = _TABLE["dollar_countries"]
"""Whose dollars or pesos are meant, after an amount: $5 million Canadian."""

CURRENCY_WORDS = _TABLE["currency_words"]

UNIT_WORDS = _TABLE["unit_words"]
"""Names of units, and currencies that are also other words. A number that needs a unit is not taken without them."""

UNIT_SYMBOLS = _TABLE["unit_symbols"]
"""Units that are never the things that a count is of."""

FOREIGN_HEDGES = _TABLE["foreign_hedges"]
"""Hedges of other languages than English, in a text whose language is not given."""

UNIT_CHARACTERS = "吨噸トンキロ公斤斤克米里升桶年月日時時间分秒度元円圆角톤원킬년월일시도"
"""Characters with which units begin that touch their number."""
