"""The capitalised words of a text that can be names."""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache

from tui.quantity.tables import read_table
from tui.quantity.words import DAYS, MONTHS
from tui.text.document import Document
from tui.text.span import Span, joined

_TIMES = frozenset((*MONTHS, *DAYS))
_WORD = re.compile(r"(?<![\w#@])[^\W\d_][^\W_]*+(?:[.'’][^\W\d_]+)*+(?![_#])\.?")

# Common first words of a sentence, which are not names; nor are words that the dossier also prints in lower case.
_OPENERS = frozenset(
    """
    a about above according after all already also although among an and another any around as at back because
    before behind below besides between both but by can could currently despite due during each either even
    every few finally first for former from further furthermore given had has have he her here his how however i
    if in indeed instead into is it its just last later least less like many may meanwhile more moreover most
    much must my near neither never nevertheless no nobody none nonetheless nor not nothing now of off often on
    once one only or other others otherwise our out over own perhaps rather recently said same says several she
    should similarly since so some still such than that the their them then there therefore these they this
    those though through throughout thus to today together too toward towards under unless unlike until up upon
    was we well were what whatever when where whereas whether which while who whoever whole whom whose why will
    with within without would yesterday yet you your
""".split()
)


def names_in(document: Document, lower_case: Container[str]) -> Iterator[Span]:
    """Every capitalised word that can be a name.

    At the start of a sentence, and in a heading set in capitals, a word is not a name if it is a common first word or
    in `lower_case`, the words that the dossier also prints without a capital.
    """
    for sentence in document.sentences:
        opening, heading = _first_letter(document.text, sentence), is_heading(document[sentence])
        for match in _WORD.finditer(document.text, *sentence):
            if not match[0][0].isupper():
                continue
            start = match.start()
            word = match[0].rstrip(".")
            bare = re.split(r"['’]", word)[0]
            if bare in _TIMES:
                continue
            lenient = heading or start == opening or _follows_opening(document.text, start)
            plain = bare.casefold()
            if plain == "i" or (lenient and (plain in _OPENERS or plain in lower_case)):
                continue
            yield Span(start, match.end() if "." in word else start + len(word))


_FOREIGN_OPENERS = {
    code: frozenset(words.split())
    for code, words in {
        "de": "der die das den dem des ein eine im in am an auf auch laut nach seit mit von vom bei für und aber so",
        "fr": "le la les l’ l' un une des du de en au aux selon d’après à et mais il elle ils elles on nous vous je"
        " cela ceci celui celle ceux dans sur pour par ce cette ces leur leurs son sa ses rien personne tout toute"
        " toutes tous chaque quand si comme lors quel quelle quels quelles pourquoi comment où avec après avant",
        "es": "el la los las un una unos unas en de del al según por para con y pero este esta su sus no al eso esto"
        " aquel aquella aquello quien nadie nada algo todo todos toda sólo solo aunque cuando si como tras desde hasta"
        " más muchos cuál qué cómo dónde quién",
        "it": "il lo la i gli le l’ un una in di del dello della dei degli delle nel nella"
        " secondo per con e ma ciò questo questa quello"
        " quella chi tutto tutti niente nessuno quando se come quale quali perché dove dopo anche alla alle",
        "pt": "o a os as um uma em no na nos nas de do da segundo por para com e mas isso isto aquilo quem tudo nada"
        " ninguém quando se como qual quais onde porque após ao à nesta neste esta este foi",
        "nl": "de het een in op aan van volgens met en maar",
        "ru": "в во на по с со к ко за от до из о об не но и а у как при для это также однако ранее позже затем"
        " поэтому после"
        " кроме если пока когда хотя каждый самый этот эта эти все он она они мы вы его её их",
        "uk": "в у на по з із до за від про не але і й та як для це",
    }.items()
}


@cache
def _openers(code: str) -> frozenset[str]:
    return _FOREIGN_OPENERS.get(code, frozenset()) | {*read_table("function_words").get(code, ())}


def is_opener(word: str, code: str) -> bool:
    """Whether a word in any case only opens a sentence of a language."""
    folded = word.casefold()
    return folded in (_OPENERS if code == "en" else _openers(code))


def words_in_lower_case(texts: Iterable[str]) -> frozenset[str]:
    """Every word that the texts print without a capital."""
    return frozenset(word for text in texts for word in re.findall(r"(?<![^\W_])[a-zß-öø-ÿа-џ]+(?![^\W_])", text))


def _first_letter(text: str, span: Span) -> int:
    index = span.start
    while index < span.end and not text[index].isalnum():
        index += 1
    return index


def _follows_opening(text: str, start: int) -> bool:
    """Whether a quotation mark, a colon or a list mark is directly before an offset."""
    return text[max(start - 2, 0) : start].strip()[-1:] in tuple('“"‘(:|•*')


def is_heading(line: str) -> bool:
    """Whether most words of a line that is not a sentence have a capital."""
    # A sentence; U.S. at the end has no full stop, and one in capitals only is a heading.
    if not line.isupper() and re.search(r"(?<![\W_][^\W\d_])\.[)\]”»\"’]{0,3}$", line):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > len(words) / 2


def is_table(line: str) -> bool:
    """Whether a line is part of a table: it has about as many numbers as words."""
    words = line.split()
    return len(words) > 5 and sum(any(map(str.isdecimal, word)) for word in words) > 0.4 * len(words)


# What separates two words of one name, with the character before it.
_JOINS = re.compile(r". |s['’] |[^\W\d_]\. ")


def joined_names(text: str, words: Iterable[Span]) -> Iterator[Span]:
    """Names from their words, in order: Ada Moss is one, and so are Court of Auditors and Farmers’ Union."""
    return joined(words, lambda name, word: _joins(text, name, word))


def _joins(text: str, name: Span, word: Span) -> bool:
    """Whether a name continues with a word: after a space or a plural's apostrophe, a single word also after “of”."""
    if text[name.end : word.start] == " of ":
        # Not after two words: Ada Moss of Northland is a person and a country.
        return " " not in text[name.start : name.end]
    return _JOINS.fullmatch(text, name.end - 1, word.start) is not None
