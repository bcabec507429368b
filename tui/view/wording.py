"""Names, dates and counts in words, for all outputs."""

from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Article, Claim, Event, Figure, Relation, ReviewStatus
from tui.text.lazy_pattern import lazy_pattern
from tui.text.listed import listed
from tui.text.safe import visible
from tui.view.styled_text import FAMILIES, StyledText


def article_name(article: str, dossier: Dossier) -> str:
    """The name of an article beside words from it: its publisher or, where the text names none, its title."""
    record = dossier.articles[article]
    return visible(dossier.name_of(record.publisher) or record.title)


def claimant_as_speaker(id: str, dossier: Dossier) -> tuple[str, bool]:
    """A claimant as a sentence names it, and whether the name is a plural."""
    entity = dossier.entities[id]
    is_abbreviated = entity.short is not None and entity.short.isupper()
    name = visible(entity.short if is_abbreviated and entity.short else entity.name)
    if entity.type == "unnamed":
        return name[:1].lower() + name[1:], name.endswith("s")
    is_bare = name.startswith("The ") or (is_abbreviated and _SPOKEN_AS_WORD.fullmatch(name))
    return (f"the {name}" if entity.type == "government" and not is_bare else name), False


_SPOKEN_AS_WORD = lazy_pattern(r"(?=.{4})[^AEIOU]?(?:[AEIOU]+[^AEIOU]?)+")
"""Abbreviations that take no article: NASA and FEMA, not USGS and EPA."""


_PLURALS = {
    "states": "state",
    "estimates": "estimate",
    "believes": "believe",
    "proposes": "propose",
    "denies": "deny",
    "says": "say",
}


def modality_verb(claimant: str | None, modality: str, dossier: Dossier) -> str:
    """The verb of a modality, in the plural where the claimant is one: analysts state."""
    if claimant is None:
        return modality
    name, is_plural = claimant_as_speaker(claimant, dossier)
    # Not “Russian estimates estimate”.
    verb = "says" if name.casefold().endswith(modality) else modality
    return _PLURALS.get(verb, verb) if is_plural else verb


def attribution_text(record: Relation | Event | Claim, dossier: Dossier) -> str:
    """Who says something and how: Vladimir Chernov believes, reportedly; empty where the article itself states it."""
    verb = modality_verb(record.claimant, record.modality, dossier)
    via = dict.fromkeys(id for source in record.sources for id in source.via)
    passed_on = f", via {listed(map(dossier.name_of, via))}" if via else ""
    if record.claimant is None:
        return visible(passed_on.removeprefix(", ") if verb == "states" else f"{verb}{passed_on}")
    return visible(f"{dossier.entities[record.claimant].name} {verb}{passed_on}")


REVIEW_STYLES = {"checked": "good", "wrong": "error", "open": "warning"}
"""The style of what a review found."""

REVIEW_SIGNS = {"checked": "✓", "wrong": "✗", "open": "?"}
"""What a review found, in one column."""


def review_text(review: ReviewStatus) -> str:
    """What a review found, who reviewed it and when: checked, by Ana, 28 November 2026."""
    by = f"by {review.by}" if review.by else ""
    return visible(", ".join(filter(None, [review.status, by, date_text(review.date, "")])))


def status_text(record: Figure | Claim) -> StyledText:
    """What a review of a record found, for a column of a list; empty without one."""
    review = record.review
    return StyledText(review.status, REVIEW_STYLES[review.status]) if review else StyledText("")


_TITLE_WIDTH = 60
"""The width of a title within a sentence, in columns."""


def article_as_speaker(article: str, dossier: Dossier) -> str:
    """An article as a sentence names it: by its publisher, or by its title in short and its date."""
    record = dossier.articles[article]
    if record.publisher:
        return visible(dossier.name_of(record.publisher))
    from tui.view.wrap import cut_at_break

    title = cut_at_break(visible(record.title.removeprefix("[").removesuffix("]")), _TITLE_WIDTH)
    date = article_date(record) if record.date else ""
    return f"the article “{title}”" + (f" {date if date.startswith('[') else f'({date})'}" if date else "")


_STRAIGHT_OPENING = lazy_pattern(r"(?<![^\s(\[—–-])\"")


def in_quotes(words: str) -> str:
    """Words in quotation marks; those inside become single."""
    words = _STRAIGHT_OPENING.sub("‘", words).replace('"', "’")
    # In German, “ closes what „ opens.
    inner = words.replace("„", "‘").replace("“", "’") if "„" in words else words.replace("“", "‘")
    return f"“{inner.replace('”', '’')}”"


def possessive(name: str) -> str:
    """The possessive of a name: Russia’s, the United States’."""
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def date_text(date: str | None, none: str = "no date") -> str:
    """The EDTF date of an article or event in words."""
    return edtf.parse(date).words(between=True) if date else none


def dated(printed: str | None, inferred: str | None, short: bool = False, between: bool = True) -> str:
    """A date for a list, with what is inferred in square brackets: 1 Dec [2025] where that is only the year.

    `between` is for the date of an article or event, whose interval is when it can be; not for a figure's period.
    Empty without a date.
    """
    date = inferred or printed
    if date is None:
        return ""
    words = edtf.parse(date).words(short, between)
    if inferred is None or inferred == printed:
        return words
    year = inferred[:4]
    if printed and year.isdigit() and printed == inferred.replace(year, "XXXX"):
        return words.replace(year, f"[{year}]")
    return f"[{words}]"


def event_date(event: Event) -> str:
    """The date of an event for a narrow column."""
    return dated(event.date, event.resolved, short=True) or "—"


def article_date(article: Article, short: bool = False) -> str:
    """The date of an article for a list."""
    return dated(article.published, article.resolved, short) or ("—" if short else "no date")


def place_in_words(occurrence: Occurrence, dossier: Dossier) -> list[StyledText]:
    """The article, the date and the position of the words that a citation points at."""
    article = occurrence.article
    line, column = dossier.documents[article].position(occurrence.cited.start)
    where = f" · {article_date(dossier.articles[article])} · line {line}, column {column}"
    return [StyledText(article_name(article, dossier), "article"), StyledText(where, "dim")]


def period_text(figure: Figure, short: bool = False) -> str:
    """The period of a figure for a list or a sentence; empty if it has none."""
    return dated(figure.period, figure.resolved, short, between=False)


def rate_sign(per: str | None) -> str:
    """What follows a unit for a rate: /yr, /100,000; empty without one."""
    return f"/{visible(f'{int(per):,}' if per.isdecimal() else per)}" if per else ""


def rate_words(per: str | None, dossier: Dossier) -> str:
    """A rate in words after a unit: a year, per 100,000, per tonne; empty without one."""
    if per is None:
        return ""
    from tui.quantity.rate_names import rate_named

    rate = rate_named(per, dossier.units)
    if rate is None:
        return ""
    return " a year" if rate.name == "yr" else f" {visible(rate.in_words)}"


def entity_text(id: str, dossier: Dossier) -> StyledText:
    """An entity's name in the style of its family."""
    entity = dossier.entities[id]
    return StyledText(visible(entity.name), FAMILIES[entity.type])


THE_ARTICLE = "the article itself"
"""The claimant of a figure that the article gives as its own."""


def claimant_name(record: Figure | Claim, dossier: Dossier, none: str = THE_ARTICLE) -> str:
    """The claimant of a figure or claim by its short name."""
    return visible(dossier.name_of(record.claimant)) if record.claimant else none


def claimant_text(id: str | None, dossier: Dossier) -> StyledText:
    """A claimant by its full name; without one, the article."""
    return entity_text(id, dossier) if id else StyledText(THE_ARTICLE, "dim")


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: 1 article, 2 articles."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
