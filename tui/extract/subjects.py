"""The subject of a number: whom or what it is about."""

import re
from collections.abc import Sequence
from functools import cache

from tui.curate.drafts import Proposed
from tui.extract.claimants import Claimed
from tui.extract.clause_subjects import ClauseSubject, clause_subject
from tui.extract.noun_phrases import in_phrase, is_subject
from tui.extract.owners import OF_OTHERS, is_oblique, owner_of, place_of, proposed
from tui.extract.references import References, is_company_noun
from tui.extract.statements import NamedPlace
from tui.extract.word_classes import classes_of
from tui.items.statement_words import listed
from tui.text.lazy_pattern import in_any_case
from tui.text.span import Span

_SAME_CLAUSE = re.compile(r"[^trqzogs;:\"“”«»„(,\-]*(?:,(?:[pb][dih]?[kKmy#]+|x|k|d[kK]?y|#[kK]*)+p?)*,?(?:\(c?)?")
"""The classes of the words between a verb and a number of its clause; after a comma, no other subject begins."""
_ASIDE = re.compile(r"\([^()]*\)")
# Words between the verb and the number after which the number may be about something else.
_TURNS = re.compile(
    r"(?<![^\W_])(?:estimates?|projections?|(?<!\b[Aa]n\s)(?:expect|forecast|predict)\w{0,6}(?!\sto\s)|después|antes|luego|après|avant|after|before"
    r"|(?:with|mit|avec|con|с)(?!\s[^,;]{0,30}\d)|among|worth|valued|on\stop\sof|instead\sof|revis\w{1,3}|para|pour|caus\w{1,5}|provoqu\w{1,5}|provoc\w{1,5}|verursach\w{1,4}|requis|réclam\w{1,5}"
    # Prosecutors wanted the firms to surrender 5 million.
    r"|(?:the|an?)\s(?:[\w-]+\s){1,4}to\s(?!(?:about|around|nearly|almost|over|just|more|less|between|at)\s)[a-z]{3,20}(?<!ing)"
    r")(?![^\W_])"
)
_MOST_BETWEEN = 12
"""The most words between a verb and a number that belongs to its subject."""
_WITH = re.compile(
    r"(?<![^\W_])(?:with|mit|avec|con|com|с)\s(?:(?:an?|eine[rm]?|une?|una?|uma?|over|nearly|about|rund|fast|près|de|casi|quasi"
    r"|oltre|quase|почти|более)\s){0,2}$"
)
_RESULT = re.compile(
    r",\s(?!including|excluding|according|compar|follow|involv)[a-z]{3,14}ing\s(?:[a-z]{2,9}\s){0,3}\Z"
)
"""What came of it, before a number: the plane fell, killing all 5 people."""
_LONGEST_RESULT = 50


class SubjectFinder:
    """Finds whom or what the numbers of a text are about."""

    def __init__(self, text: str, code: str, references: References) -> None:
        self._text, self._code, self._references = text, code, references

    def of(
        self, span: Span, within: Span, said: Claimed | None, names: Sequence[NamedPlace], measure: Proposed | None
    ) -> Proposed | None:
        """Whom or what a number is about: a name next to it or its measure, else the subject of its clause.

        `names` are those of its sentence, and `within` is the part of it that the number is in.
        """
        text, code = self._text, self._code
        others = [name for name in names if not (said and said.claimant.span.overlaps(name.span))]
        if owner := owner_of(text, span, others, measure, code):
            return owner
        if said and measure and _is_own(text, span, said, measure, names, code):
            return proposed(said.claimant)
        clause = clause_subject(text, within, span.start, names, code)
        if clause is None or not _belongs(text, clause, span, measure):
            return None
        if clause.letters[0] in "hqz" and (speaker := self._speaker(clause, within, said, names)):
            return speaker
        if _EXPLETIVE.fullmatch(text, *clause.verb) and clause.letters == "z":
            return None
        if clause.letters in ("q", "z"):
            before = clause_subject(text, within, clause.phrase.start, names, code)
            is_quoted = text[max(clause.phrase.start - 2, 0) : clause.phrase.start].rstrip()[-1:] in _OPENING_QUOTES
            if is_quoted or (before and before.letters.islower() and set(before.letters) <= set("dikms")):
                # After another clause, “it” may be its subject; in a quotation, “she” is not who speaks.
                return None
            meant = self._references.antecedent(clause.phrase, clause.letters == "q")
            # It makes 5 tons, according to Orla: “it” is not Orla.
            later = {name.identity for name in names if name.span.start > clause.phrase.end}
            return meant if meant and (meant.record or meant.text) not in later else None
        found = self._in_clause(clause, names, measure)
        if found is None or (said and found.span and said.span.overlaps(found.span)):
            return None
        if found.span and has_rival(text, Span(clause.verb.end, span.start), names):
            return None
        if found.text:
            return found
        kind = measure.text.partition(",")[0] if measure else ""
        may_be_placed = _national(code).search(kind) if code == "en" else not _own(code).fullmatch(kind)
        place = place_of(text, span, within, others) if may_be_placed else None
        return place or self._owner_before(clause, within, said, names, kind)

    def _in_clause(
        self, clause: ClauseSubject, names: Sequence[NamedPlace], measure: Proposed | None
    ) -> Proposed | None:
        """What the words are that a clause has as its subject; without words, it is only a measure."""
        text, code, phrase = self._text, self._code, clause.phrase
        place = measure.span if measure else None
        if clause.letters[0] == "h" and "m" not in clause.letters:
            # Its mill has 5 workers.
            return None
        name = next((each for each in names if each.span.end == phrase.end), None)
        if name and _IS_NAMED.fullmatch(clause.letters):
            return proposed(name)
        if name and clause.letters.lstrip("d") == "nn":
            first = next(each.span for each in names if each.span.start >= phrase.start)
            # Two names that are one: TSG Hoffenheim.
            is_one = text[first.end : name.span.start] == " "
            return Proposed(text[first.start : phrase.end], span=Span(first.start, phrase.end)) if is_one else None
        is_thing = clause.letters.strip("di").islower() and not is_company_noun(text[slice(*phrase)], code)
        if is_thing and place and OF_OTHERS.search(text, clause.verb.start, place.start):
            # The move would cut its profits.
            return None
        if clause.letters[0] == "h":
            return Proposed("", span=phrase) if text[slice(*phrase)].casefold().startswith("its ") else None
        if not is_subject(text, phrase, names, code):
            # Net profit rose: there is no more than the measure.
            return Proposed("") if place and phrase.covers(place) and _BARE.fullmatch(clause.letters) else None
        return in_phrase(text, phrase, names, code, place if place and phrase.covers(place) else None)

    def _owner_before(
        self,
        clause: ClauseSubject,
        within: Span,
        said: Claimed | None,
        names: Sequence[NamedPlace],
        kind: str,
    ) -> Proposed | None:
        """Whose a measure (`kind`) is that has no owner: that of the clause or sentence before, and of its measure."""
        text, code, start = self._text, self._code, clause.phrase.start
        # The output of milk is not all that a country makes, and Russian has no word for “of”.
        if "n" in clause.letters or (code == "ru" and not names and not clause.letters.endswith("m")):
            return None
        if joined := _BUT.search(text, within.start, start):
            before = clause_subject(text, within, joined.start(), names, code)
            named = before and "m" in before.letters and in_phrase(text, before.phrase, names, code, None)
            return named if named and any(name.span == named.span for name in names) else None
        # A rival, or the central bank of another country, may speak.
        is_official = said is None or said.claimant.kind == "government"
        if clause.letters[0] == "h" or _own(code).fullmatch(kind):
            is_own = is_official or (said is not None and is_company_noun(said.claimant.text, code))
            return self._references.owner(clause.phrase, "company", is_own)
        if _national(code).fullmatch(kind):
            return self._references.owner(clause.phrase, "country", is_official)
        return None

    def _speaker(
        self, clause: ClauseSubject, within: Span, said: Claimed | None, names: Sequence[NamedPlace]
    ) -> Proposed | None:
        """Who says something of itself: Orla Steel said that it, or that its mills."""
        if said and 0 <= clause.phrase.start - said.span.end <= _NEXT:
            return proposed(said.claimant) if clause.letters != "q" or said.claimant in names else None
        if clause.letters == "q" or not clause.is_reported:
            return None
        before = clause_subject(self._text, within, clause.phrase.start, names, self._code, speaks=True)
        return self._in_clause(before, names, None) if before and "n" in before.letters else None


_OPENING_QUOTES = ("«", "“", "„", '"')
_EXPLETIVE = re.compile(r"takes?|took")
"""Verbs after which “it” means nobody: it took five years."""
_IS_NAMED = re.compile(r"d?n|ns[kK]+n")
"""A name, also after what it is for another: Orla’s parent company Selinus."""
_BARE = re.compile(r"d?[kKm]+(?:p[#ky]+)*")
_BUT = re.compile(r",?\s(?:and|but|und|aber|et|mais|y|pero|и|а|но)\s\Z")
_NEXT = 12
"""The most characters between who says something and a pronoun for the speaker: said that it."""


@cache
def _own(code: str) -> re.Pattern[str]:
    """The measures of a language that a company tells of itself: profit."""
    return in_any_case(rf"(?:[a-z-]{{3,20}}\s){{0,2}}(?:{listed(code, 'own')})")


@cache
def _national(code: str) -> re.Pattern[str]:
    """The measures of a language that a country has: inflation."""
    return in_any_case(listed(code, "national"))


_REPORTED = re.compile(r"\s(?:announced|reported|posted|unveiled|reports|posts)\Z")
_OF_ITSELF = re.compile(r"\s(?:that\s)?(?!.*(?<![^\W_])(?:the|of|at|by|their|other|his|her)\s)[a-z0-9$€£%,. -]*")
"""Between who says something and a measure that is of nobody else: said annual profit."""


def _is_own(text: str, span: Span, said: Claimed, measure: Proposed, names: Sequence[NamedPlace], code: str) -> bool:
    """Whether a company says a number of itself: Orla Steel said profit rose to 5 million."""
    claimant, place = said.claimant, measure.span
    if place is None or not said.span.end < place.start or not _own(code).fullmatch(text, *place):
        return False
    if any(said.span.end <= name.span.start < span.start for name in names):
        return False
    is_company = claimant.kind == "company" or is_company_noun(claimant.text, code)
    reports = claimant.kind in (None, "company") and claimant in names and _REPORTED.search(text, *said.span)
    if reports and not set('vgrtqzo"') & set(classes_of(text, Span(said.span.end, span.start), names, code).letters):
        return True
    return is_company and _OF_ITSELF.fullmatch(text, said.span.end, place.start) is not None


def has_rival(text: str, between: Span, names: Sequence[NamedPlace]) -> bool:
    """Whether the words between a subject and a number name someone else whom it may be about."""
    return any(between.covers(name.span) and not is_oblique(text, name, between.start) for name in names)


def _belongs(text: str, clause: ClauseSubject, span: Span, measure: Proposed | None) -> bool:
    """Whether a number belongs to a subject, by the words between the verb of it and the number."""
    start, end = clause.verb.end, span.start
    # It is a maker with a capacity of 5 tonnes; it is first with nearly 5 tonnes.
    is_before = measure and measure.span and start < measure.span.start < end
    if with_it := _WITH.search(text, start, measure.span.start if measure and measure.span and is_before else end):
        end = with_it.start()
    elif result := _RESULT.search(text, max(start, end - _LONGEST_RESULT), end):
        end = result.start()
    else:
        between = _ASIDE.sub("", clause.between)
        if not _SAME_CLAUSE.fullmatch(between) or (between.endswith(",") and "#" not in between):
            return False
    return not _TURNS.search(text, clause.verb.start, end) and len(text[start:end].split()) <= _MOST_BETWEEN
