"""Who says something, by the words around a name: for drafts of records, and for texts that are checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tui.items.german_speech import BEFORE_NAMED, ends_clause, unnamed_speakers
from tui.items.statement_words import words_in
from tui.languages.word_patterns import NEVER
from tui.text.lazy_pattern import lazy_pattern
from tui.text.span import Span

SPEAKERS = ("person", "organization", "company", "publication", "government", "country", "unnamed")
"""The types of entities that can state something."""

_NEAR = 60
"""Characters before a name that may say that it speaks."""

_SPACE = r"(?:\s+|['’])"
_WORD = rf"[^\W\d_.]+{_SPACE}"
_TO_OTHERS = r"(?:told|tells?|accus(?:es?|ed)|thank(?:s|ed)|warn(?:s|ed)?)"
"""English verbs that are followed by the person spoken to."""

_THE = (
    r"(?:(?:the|an?|une?|una|uno|eine[rnm]?|der|die|das|den|dem|des|von|vom|le|la|les|du|des|el|los|las|del|il|lo|gli|de|het|o|os|as)\s"
    r"|(?:l|dell|all)['’]|)"
)
_OF = r"(?:by|from|of|par|de|du|des|von|vom|der|por|del|della|di|do|da|dos|das)"
_OF_THE = rf"(?:(?:{_OF}\s)|d['’])?{_THE}"
# Between a speaker and the verb: a role or an age, but no other statement.
_ROLE_AFTER = (
    r"(?:,\s\d{2},|,\s(?:which|who|whose)\s[^;:“”]{1,200}?,|,(?:[^.;:\d«»“”()]|(?<=[A-Z])\.|\.(?=,)){1,100}?,"
    r"|\s?\([^()\d]{2,20}\))?"
)
# A name after one of these is not a subject: the analysts polled by Reuters.
_OBJECT = lazy_pattern(
    r"(?<![^\W_])(?:by|at|of|for|from|with|to|in|on|von|bei|für|mit|du|des|par|à|del|della|por|con|en|de|di|da|do|от|для"
    r"|из|в|с)\s(?:(?:the|la|los|las)\s|l['’])?$|(?<![^\W_])(?:d|dell)['’]$|[a-zäöüß]\sder\s$"
)
# Who is told something in German: “Dem STANDARD sagte die Sprecherin”; and not a source: “dem Bericht zufolge”.
_TOLD = lazy_pattern(r"(?<![^\W_])[Dd]em\s$")
# Between a verb and a speaker after it: the day, and a role or an article.
_DAY = (
    r"(?:\s(?:este|esta|hoy|ayer|ce|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|nesta|neste|ontem|ieri|oggi"
    r"|hoje|am|gestern|heute|в)(?:\s[^\W\dA-Z_]{2,15}(?:-[^\W\d_]{2,9})?)??(?:\s\(\d{1,2}\))?)?"
)
_ROLE = _DAY + (
    r"(?:\s(?:мэр|министр|директор|глава|(?:der|die|das)(?:\s[A-ZÄÖÜ][a-zäöüß-]{3,30})?|le|la|les|el|los|las|il|o|a|the"
    r"|[A-Z]?\w{1,20}minister\w{0,20}|\w{1,20}chef\w{0,20}|(?:Mr|Mrs|Ms|Dr|Sir|Herr|Frau|Mme|M|Sra?)\.?))?"
)
PREPOSITION = (
    r"(?:of|in|for|from|at|on|to|with|by|about|and|or|than|that|which|when|as|de|du|des|dans|par|pour|et|ou|que|von|vom|für|mit"
    r"|und|oder|del|por|para|con|y|di|da|per|e|em|на|в|о|об|за|из|от|для|по|к|с|и|или|что)\s"
)
"""Words that begin another part of a sentence, so that what comes before them is not what a name after them is."""
# What a source is, before its name: according to the broker Orla.
_TITLES = rf"(?:(?!{PREPOSITION})[^\W\d_A-ZА-ЯЁÀ-Þ][\w-]{{2,20}}\s){{0,3}}"
_WHICH = lazy_pattern(r",\s(?:which|who|whose)\s")
_OWNS_NAME = lazy_pattern(r"['’]s?\s[A-Z][\w-]")
_CAPITAL_AFTER = lazy_pattern(r"\s[A-ZÀ-ÞА-ЯЁ]")
_OF_AFTER = lazy_pattern(r"\s(?:d(?:e|es|u|el|ella|os|as)|of)\s|\sd['’]")
_NATION = r"(?:(?:U\.S\.|UK|EU|[A-Z][a-z]{2,15}(?:an|ese|ish|ch))\s)?"
_OFTEN = r"(?:(?:also|has|have|had|alone|earlier|previously|auch|également|aussi|también|anche|também|также)\s){0,2}"
# A speaker that has more words before: the world’s second biggest insurer, the High Street retailer.
_GOES_BACK = lazy_pattern(r"(?:['’]s\s(?:[\w-]{1,20}[\s-]){0,3}|(?<![^\W_])[Tt]he\s(?:[A-Z][\w-]{1,20}\s){1,3})\Z")
# Whose the source is: China’s Ministry of Health.
_OWNER = r"(?:(?:[\w.-]{2,20}\s){0,2}[\w.-]{2,20}['’]s\s)?"
# Who asked somebody for what he says: analysts polled by Reuters said.
_ASKED = r"(?:\s(?:polled|surveyed|questioned|contacted)\sby\s[^,.;:]{2,30}?)?"


@dataclass(frozen=True, kw_only=True)
class _SpeechWords:
    """The patterns of one language; those that it does not have match nothing."""

    verb: str = NEVER
    """Verbs that claim a number."""
    final: str = NEVER
    """The same at the end of a German clause: wie die Polizei mitteilte."""
    idle: str = NEVER
    """What begins as such a verb does and says nothing: gab 5 Euro aus."""
    also: str = NEVER
    """Other verbs that may claim a number."""
    quoting: str = NEVER
    """Verbs that introduce a quotation, and hardly ever a number."""
    according: str = NEVER
    """What comes before a source."""
    after: str = NEVER
    """What follows a source: dem USGS zufolge."""
    topic: str = NEVER
    """What follows whoever is spoken of, and perhaps speaks."""
    by: str = NEVER
    """Words between a document and whoever made it: by."""
    documents: str = NEVER
    """Documents that state numbers: a study by the USGS."""
    published: str = NEVER
    """What is done with documents by those who made them: published."""
    shows: str = NEVER
    """What documents do: show."""
    bodies: str = NEVER
    """Speakers that are not named: the ministry."""
    titles: str = NEVER
    """What a Russian source is, before its name, and nobody else: the newspaper."""
    inside: str = NEVER
    """Speakers that are not named, as Russian has them after “in”: said in the ministry."""
    spokesman: str = NEVER
    """Who speaks for somebody else: spokesman."""
    personal: str = NEVER
    """Pronouns of a person who says something: he."""
    pronoun: str = NEVER
    """Pronouns of anybody who was named before."""
    continuing: str = NEVER
    """Pronouns of a body that says something, or of several: it."""
    his: str = NEVER
    """Pronouns after “according to” and the like, or words with them: him."""
    omitted: str = NEVER
    """What comes before a verb of speech without any pronoun: también dijo."""
    hearsay: str = NEVER
    """Other words by which a text may give a number to somebody: sources."""


@dataclass(frozen=True)
class Said:
    """Who says something, and the words that say so."""

    who: Span
    span: Span
    """With the name."""
    certain: bool
    """Whether the words are those of somebody who says something; else a verb of speech is only near."""


class Speech:
    """Finds in one language who says something, by the words around a name."""

    def __init__(self, code: str, quoting: bool = False) -> None:
        """With `quoting`, also by verbs that introduce a quotation, and hardly ever a number."""
        patterns = words_in(code).get("speech", {})
        self.is_known = bool(patterns)
        """Whether lode knows any words of speech in the language."""
        words = _SpeechWords(**{key: f"(?:{each})" for key, each in patterns.items()})
        # Chinese and Japanese write no space between a source and its verb.
        spaced = code not in ("zh", "ja")
        before, after, space = (r"(?<![^\W_])", r"(?!-?[^\W_])", _SPACE) if spaced else ("", "", "")
        few = rf"(?:{_WORD}){{0,3}}\Z" if spaced else r"\Z"
        verb = f"{before}(?:{words.verb}|{words.also}|{words.quoting if quoting else NEVER}){after}"
        source = f"{before}(?:{words.according}){after}"
        postposed = f"{before}(?:{words.after}){after}"
        pronoun = f"{before}(?:{words.pronoun}){after}"
        near = r"[^.;:。；：“”\"]"
        self._after = _pattern(rf"{near}{{0,90}}?(?:{verb}|{postposed}|{words.topic})")
        # What follows an English verb is what is said, unless a comma or a quotation comes before it.
        leads = NEVER if code == "en" else verb
        self._before = _pattern(rf"(?:{leads}|{source}|{before}(?:{words.by}){after}){space}{few}")
        self._attributes = _pattern(source)
        self._leads = _pattern(rf"{source}\s\Z")
        self._to_others = _pattern(rf"\b{_TO_OTHERS}\s+{few}")
        self._quoted = _pattern(rf"\W{{0,4}}{near}{{0,60}}?(?:{verb}|{source}|{postposed}|{words.topic})")
        self._pronoun = _pattern(pronoun)
        self._document = _pattern(f"{before}{words.documents}{after}")
        told = (
            words.verb,
            words.also,
            words.quoting,
            words.according,
            words.after,
            words.documents,
            words.personal,
            words.hearsay,
        )
        self._attributive = _pattern(f"{before}(?:{'|'.join(told)}){after}")
        self._pronoun_after = _pattern(rf"\W{{0,4}}(?:{pronoun}{space}(?:\w+\s+)?{verb}|{verb}{space}{pronoun})")
        document = rf"{words.documents}\s(?:(?!{_OF}\s)[^\W\d_A-Z][\w-]{{1,20}}\s){{0,3}}?{_OF_THE}"
        # A Russian noun before a name may be that of somebody else: the head of Orla. A quoted name is the noun’s own.
        titles = rf"(?:{_TITLES}[«“\"]|(?:{words.titles})\s)?" if code in ("ru", "uk") else rf"{_TITLES}[«“\"]?"
        owner = _OWNER if code == "en" else ""
        gap, one = (rf"\s{_THE}{owner}(?:{document})?{titles}", r"\s") if spaced else ("", "")
        self._source = lazy_pattern(rf"{before}(?:{words.according}){gap}\Z")
        self._published = lazy_pattern(
            rf"{before}(?:{words.documents})(?:\s(?:{words.published}))?(?:\s[^\W\d]{{2,12}}){{0,2}}?\s(?:{_OF_THE}){titles}\Z"
        )
        self._shows = lazy_pattern(rf"(?:\s[^\W\d]{{2,12}}){{0,2}}?\s(?:{words.shows}){after}")
        self._says = lazy_pattern(
            rf"(?:['’]s)?{_ROLE_AFTER}\s{_OFTEN}(?!{words.idle})(?:{words.verb}){after}|{one}(?P<source>{words.after}){after}"
        )
        # Said chief executive Ada Moss; in other languages, what is said may follow the verb.
        title = rf"|\s(?:the\s)?{_TITLES}(?:[A-Z][\w-]{{2,20}}\s){{0,2}}" if code == "en" else ""
        self._said = lazy_pattern(rf"{before}{words.verb}(?:{_ROLE}\s?(?:[lL]['’])?{title})\Z")
        # Wie das Unternehmen Orla mitteilte.
        self._as = lazy_pattern(BEFORE_NAMED if code == "de" else NEVER)
        self._ends = lazy_pattern(ends_clause(words.final))
        self._spokesman = lazy_pattern(rf"{before}(?:{words.spokesman})\s(?:for\s)?{_OF_THE}\Z")
        self._has_capitals = code == "de"
        # A verb before its speaker follows what it says, and in English nothing else.
        self._inverts = code in ("de", "ru", "uk")
        # A word that says which comes before it in English, and after it in Romance languages.
        which, kind = (
            (rf"{_NATION}(?:[a-z]{{3,20}}['’]s\s)?(?:(?!(?:and|but|or|that|which|when|as|while|the)\s)[a-z]+\s)?", "")
            if code == "en"
            else ("", r"(?:\s(?!también|aussi|anche|também|также)[^\W\dA-Z_]{4,20})?")
        )
        body = f"{which}(?i:{words.bodies}){kind}"
        self._unnamed = lazy_pattern(
            unnamed_speakers(words.verb, words.final, words.according, words.documents, words.bodies, words.idle)
            if code == "de"
            else rf"(?P<who>{before}(?i:{_THE}){body}){_ASKED}\s{_OFTEN}{words.verb}{after}"
            rf"|{before}(?:{words.according})\s(?:{_THE}{document})?(?P<other>{_THE}{body}){after}"
            rf"|(?<=[,”»\"]\s){words.verb}{_DAY}\s(?P<after>{_THE}{which}(?i:{words.bodies})){after}"
            rf"|{before}[Вв]о?\s(?P<within>{words.inside})\s{_OFTEN}{words.verb}{after}"
            rf"|{before}{words.verb}\sво?\s(?P<inside>{words.inside}){after}"
        )
        back = f"(?:{words.personal}|{words.continuing})"
        self._personal = _pattern(
            rf"{before}(?:(?P<who>{back})\s{_OFTEN}{words.verb}|{words.verb}[\s-](?P<after>{back})"
            rf"|(?:{words.according})\s(?P<his>{words.his})|(?P<omitted>(?:{words.omitted})\s{words.verb})\s(?:que|che)){after}"
            + (
                rf"|(?:(?<=[.!?»”\"]\s)|(?<![^\n]))(?P<dropped>{words.verb})\s(?:que|che)(?![^\W_])"
                if words.omitted != NEVER
                else ""
            )
        )

    def each(self, text: str, within: Span, names: Sequence[Span], owned: bool = False) -> Iterator[Said]:
        """Those who say something in a stretch: of some names in it, and those who have none, like “the ministry”.

        With `owned`, also those whose words go back to a name: the insurer of “the world’s biggest insurer said”.
        """
        found = [said for name in names if (said := self.of(text, name, within))]
        # Names in an aside on whoever speaks do not speak: Orla, which has mines in Chile, said.
        asides = [each.span for each in found if _WHICH.match(text, each.who.end, each.span.end)]
        named = [each for each in found if not any(span.start < each.span.start < span.end for span in asides)]
        yield from named
        taken = [said.span for said in named if said.certain]
        for match in self._unnamed.finditer(text, *within):
            who = Span(*match.span(match.lastgroup or 0))
            # “The Federation” may be the beginning of a name, where not every noun has a capital.
            is_part = (not self._has_capitals and (_CAPITAL_AFTER.match(text, who.end) or _named_on(text, who))) or (
                not owned and _GOES_BACK.search(text, max(who.start - 80, 0), who.start)
            )
            is_whole = all(who.covers(name) for name in names if name.overlaps(who))
            if not is_part and is_whole and not any(span.overlaps(who) for span in taken):
                yield Said(who, Span(*match.span()), certain=True)

    def by_pronoun(self, text: str, within: Span) -> Said | None:
        """The words of a stretch that say that he or she says something; None where two do, or none."""
        found = [*self._personal.finditer(text, *within)]
        if len(found) != 1:
            return None
        return Said(Span(*found[0].span(found[0].lastgroup or 0)), Span(*found[0].span()), certain=True)

    def of(self, text: str, name: Span, within: Span) -> Said | None:
        """The words around a name that say that it speaks, in a stretch from before it to after it; None without any.

        A verb of speech after the name, or “according to” and the like before it.
        """
        start = max(name.start - _NEAR, within.start)
        before = text[start : name.start]
        to_others = self._to_others.search(before)
        shows = self._shows.match(text, name.end, within.end)
        if shows and (lead := self._published.search(before)):
            return Said(name, Span(start + lead.start(), shows.end()), certain=True)
        # According to China’s Ministry of Health: not to China.
        if (lead := self._source.search(before)) and not _OWNS_NAME.match(text, name.end):
            return Said(name, Span(start + lead.start(), name.end), certain=True)
        # “The minister, Ada Moss, said”: the comma is that of the name.
        is_aside = before.endswith(", ") and text.startswith(",", name.end)
        after = self._says.match(text, name.end, within.end)
        if after := after or (self._says.match(text, name.end + 1, within.end) if is_aside else None):
            spoken_for = self._spokesman.search(before)
            is_object = _OBJECT.search(before) or (not after["source"] and _TOLD.search(before))
            if spoken_for or not is_object:
                first = start + spoken_for.start() if spoken_for else name.start
                return Said(name, Span(first, after.end()), certain=True)
        if not to_others and (lead := self._said.search(before)):
            # “The mine said Ada Moss …” would be another claim: a comma or a quotation comes before the verb.
            ahead = text[max(start + lead.start() - 2, 0) : start + lead.start()].strip()
            first = start + lead.start()
            as_said = self._leads.search(text, max(first - _NEAR, within.start), first)
            if self._inverts or as_said or ahead[-1:] in (",", "”", "»", '"', "“"):
                return Said(name, Span(as_said.start() if as_said else first, name.end), certain=True)
        if (lead := self._as.search(before)) and (after := self._ends.match(text, name.end, within.end)):
            return Said(name, Span(start + lead.start(), after.end()), certain=True)
        if after := self._after.match(text, name.end, within.end):
            return Said(name, Span(name.start, after.end()), certain=False)
        if not to_others and (lead := self._before.search(before)):
            return Said(name, Span(start + lead.start(), name.end), certain=False)
        return None

    def sources(self, text: str, within: Span) -> Iterator[int]:
        """Where each “according to” or its like ends in a stretch."""
        return (match.end() for match in self._attributes.finditer(text, *within))

    def end_after(self, text: str, quoted: Span, end: int) -> int | None:
        """Where the verb ends that attributes what is quoted to a name after it; None if there is none."""
        match = self._quoted.match(text, quoted.end, end)
        return match.end() if match else None

    def is_by_pronoun(self, text: str, quoted: Span, end: int) -> bool:
        """Whether he or she says what is quoted, after it."""
        return self._pronoun_after.match(text, quoted.end, end) is not None

    def has_document(self, text: str, within: Span) -> bool:
        """Whether a stretch names a document that states numbers: a study, data."""
        return self._document.search(text, *within) is not None

    def may_attribute(self, text: str) -> bool:
        """Whether a text has any word by which it may give a number to somebody; always in an unknown language."""
        return not self.is_known or self._attributive.search(text) is not None

    def has_pronoun(self, text: str, within: Span) -> bool:
        """Whether he, she or they are named in a stretch."""
        return self._pronoun.search(text, *within) is not None


def _named_on(text: str, who: Span) -> bool:
    """Whether a phrase with a capital goes on as a name: l’Association des usagers."""
    last = max(text.rfind(each, *who) for each in " ’'") + 1 or who.start
    return text[last].isupper() and last > who.start and _OF_AFTER.match(text, who.end) is not None


@cache
def speech_in(code: str, quoting: bool = False) -> Speech:
    """The speech of a language, by its code."""
    return Speech(code, quoting)


def _pattern(pattern: str) -> re.Pattern[str]:
    return lazy_pattern(pattern, re.IGNORECASE)
