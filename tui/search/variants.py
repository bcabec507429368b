"""Variants of a word: English inflections, a word with what is written onto it, and transliterations of a name."""

import re
from itertools import product

_IRREGULAR_FORMS = """
    agree agreed, become became, begin began begun, break broke broken, bring brought, build built, bus buses,
    buy bought,
    catch caught, child children, choose chose chosen, come came, deal dealt, die died dying, draw drew drawn,
    drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
    find found, flee fled, fly flew flown, forget forgot forgotten, freeze froze frozen, gas gases, get got gotten, give
    gave given, go went gone, grow grew grown, hear heard, hide hid hidden, hold held, know knew known, lead
    led, leave left, lend lent, lose lost, make made, mean meant, meet met, overcome overcame, owe owed owing,
    pay paid, ride rode ridden, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send
    sent, shake shook shaken, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit
    sat, sleep slept, speak spoke spoken, spend spent, stand stood, steal stole stolen, strike struck, sue sued
    suing, swear swore sworn, swim swam swum, take took taken, teach taught, tell told, think thought, throw
    threw thrown, tie tied tying, undergo underwent undergone, use used using, wear wore worn, win won, withdraw
    withdrew withdrawn, woman women, write wrote written
"""
"""Words, each with its irregular forms."""
_IRREGULAR = {form: base for base, *forms in map(str.split, _IRREGULAR_FORMS.split(",")) for form in forms}
_UNCHANGED = frozenset("according always evening morning news perhaps series species".split())
_VOWELS = frozenset("aeiouy")
_SHORT = re.compile("(?:qu|[^aeiouy])*[aeiouy][^aeiouywx]")
"""One short vowel before one consonant: a silent e makes another word of it, as plane of plan."""
_SHORTEST = 3
"""Letters of the shortest stem: what is left of a shorter word is ambiguous."""


def stem(word: str) -> str:
    """What the inflections of an English word have in common: delay, delays, delayed, delaying."""
    word = _IRREGULAR.get(word, word)
    if not word.isascii() or not word.isalpha() or word in _UNCHANGED:
        return word
    for ending, kept in (("ies", "y"), ("ied", "y"), ("eed", "eed"), ("ing", ""), ("ed", "")):
        if word.endswith(ending):
            bare = word[: -len(ending)]
            if len(bare) >= _SHORTEST - len(kept) and not _VOWELS.isdisjoint(bare + kept):
                word = bare + kept if kept else before_vowel(bare)
                break
    else:
        if len(word) > _SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    return trimmed(word)


def before_vowel(root: str) -> str:
    """A word of which only the root is before an ending: mine of mining, as min would have been minning."""
    return f"{root}e" if _SHORT.fullmatch(root) else root


def trimmed(word: str) -> str:
    """What is left of a word in all of its inflections, once their endings are cut off.

    By then "reserves" is "reserve" but "reserving" is "reserv", "planned" is "plann", and "supplying" still ends in y.
    """
    if len(word) > _SHORTEST:
        if word.endswith("e") and not _SHORT.fullmatch(word[:-1]):
            word = word[:-1]
        if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in _VOWELS:
            word = word[:-1]
    if word.endswith("y") and len(word) >= _SHORTEST and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    return word


# The order matters: each pattern is applied to the result of those before it.
_SPELLINGS = [
    (re.compile(pattern), written)
    for pattern, written in [
        ("shch|sch", "sh"),
        ("tch", "ch"),
        ("w", "v"),
        ("x", "ks"),
        ("kh", "h"),
        ("t[sz]", "c"),
        (r"(.)\1+", r"\1"),
        ("(?<=[oe])ff?$", "v"),
        ("zh|j", "y"),
        ("[iy]+", "i"),
        # A soft or iotated vowel: Yeltsin and Eltsin, Dmitriev and Dmitriyev, Gorbachyov and Gorbachev.
        ("i[eo]", "e"),
    ]
]


# What anyascii does not tell from its letters alone: Greek υ after a vowel. Compiled on first use.
_GREEK = (("ου", "ou"), ("(?<=[αεη])υ(?=[θκξπστφχψ]|$)", "f"), ("(?<=[αεη])υ", "v"))

# The prefixes that are written onto a word, by the letters of its script: what may be in each place.
_ATTACHED = {
    # And; that, when; in, as, from, to; the.
    "\u0590-\u05ff": (" ו", " ש כש", " ב כ ל מ", " ה"),
    # And, so; in, as, to; the.
    "\u0600-\u06ff": (" و ف", " ب ك ل", " ال"),
}
_CONTRACTED = ("لال", "لل")
"""To and the, in Arabic."""


def attached(word: str) -> list[str]:
    """A word with each prefix that Hebrew and Arabic write onto it; empty for words of other scripts."""
    if word.isascii():
        return []
    return [
        prefix.replace(*_CONTRACTED) + word
        for letters, places in _ATTACHED.items()
        if re.fullmatch(f"[{letters}]+", word)
        for prefix in map("".join, product(*(place.split(" ") for place in places)))
        if prefix
    ]


def skeleton(name: str) -> str:
    """What all spellings of a name have in common: Tomtorskoe, Tomtorskoye and Tomtorskoje, Putin and Путин."""
    if not name.isascii():
        name = _in_latin(name)
    for pattern, written in _SPELLINGS:
        name = pattern.sub(written, name)
    return name


def _in_latin(name: str) -> str:
    from anyascii import anyascii

    for pattern, written in _GREEK:
        name = re.sub(pattern, written, name)
    return "".join(filter(str.isalpha, anyascii(name).lower()))
