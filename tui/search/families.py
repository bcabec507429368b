"""The family of an English word: smelter and smelting, annexation and annexed, opacity and opaque."""

from tui.search.variants import stem, trimmed

_SHORTEST = 4
"""Letters of the shortest root: what is left of a shorter word is another word (number, numb)."""

_DROPPED = """
    age al ally ance ancy ant ary ate atic ation ational ated ating ative ator atory ence ency ent er ery ful
    ial ion isation ise ised ising ism ist ition itive itor ity ive ivity ization ize ized izing ly ment ness or
    ship
"""
_REPLACED = """
    acity:ac action:act ability:abl ailure:ail aint:ain cal:cal cally:cal cision:cid clusion:clud ction:ct
    ibility:ibl ier:i ite:ite mission:mit nsion:nd parture:part ological:ologi ologist:ologi planation:plain
    ption:pt que:c quisition:quir rsion:rt scription:scrib ssion:s sure:s tention:tain tion:t uction:uc umption:um
    ution:ut vasion:vad ysis:y yst:y yze:y yse:y zure:z
"""
_ENDINGS = dict.fromkeys(_DROPPED.split(), "") | dict(each.split(":") for each in _REPLACED.split())
"""What is left of an ending that makes a word of another: the longest that fits is taken."""

_ALONE = frozenset(
    """
    attention better billion capital center centre command community contraction corner federal general import
    important international letter majority manner material matter measure metal million mineral minister minority
    moment number organ organization paper party percent power president pressure rather region relation relative
    secretary several statement station university whether
    """.split()
)
"""Words that look as if they were made of another one."""

_PERSONS = ("woman", "women", "man", "men", "people")
"""Endings that stand for a person: spokesman, spokespeople."""

_LONGEST = max(map(len, _ENDINGS))
_AGENTS = {"buyer": "buy", "maker": "make", "miner": "mine", "owner": "own", "payer": "pay", "user": "use"}
"""Words for who does something whose root is short."""


def family(word: str) -> str:
    """What the words of one family have in common; the stem of a word that is made of no other."""
    single = _singular(word)
    if not word.isascii() or not word.isalpha() or single in _ALONE:
        return stem(word)
    for person in _PERSONS:
        if single.endswith(person) and len(single) >= len(person) + _SHORTEST:
            return single.removesuffix(person) + "person"
    root = _root(single)
    if root in _AGENTS:
        return stem(_AGENTS[root])
    return stem(word) if root == single else root


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _root(word: str) -> str:
    """A word without its longest known ending, as `stem` leaves a word."""
    for length in range(min(_LONGEST, len(word) - 1), 1, -1):
        if (left := _ENDINGS.get(word[-length:])) is not None:
            root = word[:-length] + left
            if len(root) >= (_SHORTEST + 1 if length == 2 and word.endswith("ly") else _SHORTEST):
                return _root(root) if word.endswith(("ship", "ism")) else trimmed(root)
    return word
