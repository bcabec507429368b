"""The words that English prose writes numbers with. Nothing is loaded for them: most queries need nothing else."""

ONES = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINAL_ONES = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
""".split()
ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

CARDINALS = {word: i for i, word in enumerate(ONES)} | {word: 20 + 10 * i for i, word in enumerate(TENS)}
ORDINALS = {word: i for i, word in enumerate(ORDINAL_ONES)} | {word: 20 + 10 * i for i, word in enumerate(ORDINAL_TENS)}
MULTIPLIERS = {"hundred": 100, "dozen": 12}

SCALE_POWERS = {
    word: power
    for power, words in {
        3: "thousand k",
        6: "million millions mln mn mio m",
        9: "billion billions bln bn b",
        12: "trillion trillions trn tn",
    }.items()
    for word in words.split()
}
"""Scale words and letters, with their power of ten. The bare letters count only where they touch the digits: `44m`."""

MULTIPLIER_WORDS = frozenset(word for word in [*SCALE_POWERS, *MULTIPLIERS] if len(word) > 1)
"""Words that multiply the number before them: million, hundred, dozen."""

HALF = "half"
"""Half of one, before what it halves (half a million) or after what it is added to (two and a half)."""

NUMBER_WORDS = frozenset([*CARDINALS, *ORDINALS, *MULTIPLIERS, HALF, *(w for w in SCALE_POWERS if len(w) > 5)])
"""Every single word that is a number or a part of one."""

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()

SCALE_LETTERS = "kmbKMB"
"""Letters that are scale words where they touch the digits: 44m."""
