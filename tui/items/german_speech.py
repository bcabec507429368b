"""Who says something in German without being known as a name: every noun has a capital, so that the words around tell.

The group that matches last is who speaks, without the article.
"""

_NOUN = r"[A-ZÄÖÜ](?:[\w&-]|\.(?=\w)){1,40}"
_ADJECTIVES = r"(?:(?!(?:der|die|das|den|dem|des)\s)[a-zäöüß][\w-]{2,30}e[nrsm]?\s){0,2}"
_NO_NOUN = (
    r"(?:Sie|Er|Es|Man|Wir|Ich|Das|De[mnrs]|Die|Dies\w{0,3}|Eine?[mnrs]?|Jede[rs]?|Viele|Einige|Manche|Auch|Wer|Was|So"
    r"|Nur|Hier|Dort|Dann|Heute|Laut|Nach|Mit|Bei|Für|Von|Vom|Im|In|Am|An|Auf)"
)
"""What begins a sentence with a capital, and is no noun."""
_TIME = (
    r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September"
    r"|Oktober|November|Dezember|Anfang|Mitte|Ende)"
)
_NOUNS = rf"{_ADJECTIVES}(?!{_NO_NOUN}\s){_NOUN}(?:\s(?!{_TIME}){_NOUN}){{0,4}}?"
# What is said of a noun before it: das im SDax notierte Unternehmen.
_ATTRIBUTE = (
    r"(?:(?:im|in|am|an|aus|vo[nm]|mit|beim?|zu[mr]?|auf|für|nach|unter|seit)\s(?:[\w.-]{1,30}\s){1,4}?"
    r"(?!(?:der|die|das|den|dem|des)\s)[a-zäöüß][\w-]{2,30}e[nrsm]?\s)?"
)
_ARTICLE = rf"(?:(?:der|die|das)\s{_ATTRIBUTE})?"
_OF = r"(?:(?:de[rsmn]|dieser|von|vom|eine[rsm]?)\s){0,2}"
# A noun that goes on is somebody else: the head of a firm.
_ENDS = rf"(?=[,.:;)–“”\"]|\s(?!(?:de[rs]|von|vom|für|eine[rs])\s)(?:[a-zäöü]|\d|\(|{_TIME}))"
_MEANWHILE = (
    r"(?:\s?(?:am|im|in|auf|laut|gegenüber|bei|vor|heute|gestern|zuletzt|nun|unter|zum|zur)(?:\s[^,.;:]{1,70})??)?"
)
# “Nun erwartet die Polizei 5” does not begin with who speaks.
_LAST = r"(?!\s(?:der|die|das|eine?|man|er|sie|es|[A-ZÄÖÜ]))"
_NOBODY = r"(?:\w*[Ee]rgebnis|Resultat|Gesetz|Verordnung|Vertrag|Plan|Kommunikation|Prospekt|Programm)\w{0,3}"
"""What “laut” may come before that says nothing itself."""
_BEGINS = r"(?:(?<=[.!?:“”»]\s)|(?<![^\n]))"


_AS = rf"(?:[Ww]ie|so)\s{_ARTICLE}"
"""What begins the clause of somebody who says something."""
BEFORE_NAMED = rf"(?<![^\W_]){_AS}(?:{_NOUNS}\s)?\Z"
"""The same before a name: wie das Unternehmen Orla mitteilte."""


def ends_clause(final: str) -> str:
    """The pattern of what follows a speaker in such a clause, from verbs at its end."""
    return rf"(?:\s?\([^()]{{1,20}}\))?{_MEANWHILE}\s{final}(?=[,.:–]|\s–|$)"


def unnamed_speakers(verb: str, final: str, according: str, documents: str, bodies: str, idle: str) -> str:
    """The pattern of those who say something, from patterns of words of speech.

    `final` are verbs at the end of a clause with “wie”, `idle` is what verbs of speech begin that say nothing.
    """
    before, after = r"(?<![^\W_])", r"(?![^\W_])"
    document = rf"(?:{_ADJECTIVES}(?:[A-ZÄÖÜ][\w-]{{1,30}}-)?{documents}\s(?:de[rs]|vom|eines|einer|durch)\s)?"
    says = rf"(?!{idle}){verb}{after}"
    return "|".join(
        (
            # Wie die Polizei am Montag mitteilte, ...
            rf"{before}{_AS}(?P<who>{_NOUNS}){ends_clause(final)}",
            # Laut dem jüngsten Bericht der Polizei sind es 5.
            rf"{before}(?![Zz]ufolge){according}\s{_OF}(?!(?:[a-zäöüß]+\s)?{_NOBODY}(?!\w)){document}{_OF}(?P<other>{_NOUNS}){_ENDS}",
            # ..., sagte der Minister.
            rf"(?<=[,“”«»\"–]\s){says}{_MEANWHILE}\s(?:der|die|das)\s{_ATTRIBUTE}(?P<after>{_NOUNS}){_ENDS}",
            # Die Polizei berichtete von 5.
            rf"{_BEGINS}(?i:{_ARTICLE})(?P<first>{_NOUNS})(?:\s?\([^()]{{1,20}}\))?\s(?:auch\s|zudem\s|weiters\s)?{says}{_LAST}",
            # Inzwischen erwartet die Polizei 5.
            rf"{before}{says}\s(?:der|die|das)\s(?P<body>{_ADJECTIVES}{bodies}){after}{_ENDS}",
        )
    )
