"""The family of an English word: smelter and smelting, annexation and annexed, opacity and opaque."""

from functools import lru_cache

from tui.search.variants import before_vowel, stem, trimmed

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
    apartment article attention audience banner barrage better billion bother business capital career
    carter center centre clarity coalition colonel command commence comment commission commissioner community
    compass compassion competence competency contraction copper corner corporal cottage currency current cursor
    customs department departure designate directory discretion easter elder experience experiment federal florence
    florist forgive former formula forward general hammer harder hungary hunger implant import importance important
    international letter leverage litter lottery majority manner mansion martial massive material matter measure
    message metal million mineral minister minority moment notice notion number ordinance ordinary organ
    organization oriental paper paradise partial partially particle party pastor pendant pending pension percent
    plaque pleasure potter pottery power presence present president pressure probation profession providence
    province public publication publicity question rather refinance region relation relative repeat reveal rubber
    secondary secretary section sector servant session several shoulder signal statement station sweater tender
    tension territory terror terrorism terrorist torrent tractor tradition traditional trailer tribunal tribune
    university vocation warrant wellness whether
    """.split()
)
"""Words that look as if they were made of another one."""

_PERSONS = ("woman", "women", "man", "men", "people")
"""Endings that stand for a person: spokesman, spokespeople."""

_LONGEST = max(map(len, _ENDINGS))
_AGENTS = {"buyer": "buy", "maker": "make", "miner": "mine", "owner": "own", "payer": "pay", "user": "use"}
"""Words for who does something whose root is short."""


@lru_cache(maxsize=1 << 14)
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
    if root != single:
        return root
    base = stem(word)
    # Delivered comes from deliver, which is of the family of delivery.
    return _root(base) if base.endswith("er") and base not in _ALONE else base


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
                if word.endswith(("ship", "ism")):
                    return _root(root)
                return trimmed(before_vowel(root) if left or word[-length] in "aeiou" else root)
    return word
