"""Writes a first catalog for a folder of texts: what can be read from them, for a curator to continue."""

import os
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from tui.convert.convert import format_of
from tui.convert.text import warnings_of
from tui.curate.drafts import Ids, new_id
from tui.curate.yaml import Value, lines, scalar
from tui.dates.printed import PrintedDate, dates_in, printed_dates
from tui.dates.times import without_times
from tui.dates.words import words_of
from tui.languages.detection import detected
from tui.languages.language import ENGLISH, Language, known_language, language_of
from tui.text.document import read_text
from tui.text.opening import UnreadableError
from tui.text.quote import find
from tui.text.span import Span

_NEAR = 500
"""A text gives its date of publication within this many characters."""

_SHORT = 100
"""The longest line that is not a paragraph, in characters."""

_HEAD = 40
"""The longest place and agency before a date at the start of a paragraph, in characters."""

_AGENCY = re.compile(r"\s*(?:\([^)\n]*\)\s*)?(?:[-‒–—―:|·/]|\n|$)")
"""What may follow a date at the start of a paragraph: (Reuters) —"""

_TOLD = re.compile(r"\b(?:by|until|till|before|after|since|due|from|of|for|to|and|between)\s+$", re.IGNORECASE)
"""Words before a date that the text is about, so that it is not the date of publication."""

_TITLE = 150
"""The longest first line that can be a title, in characters; a longer one is a paragraph."""

_HEADING = re.compile(r"^#{1,6}[ \t]+([^\s#].*)", re.MULTILINE)
_LINE = re.compile(r"^[^\S\n]*(\S.*)", re.MULTILINE)

_DAY_OR_MONTH = re.compile(r"\d{4}-[01]\d(?:-\d\d)?|XXXX-[01]\d-\d\d")
"""A date in EDTF that is a day, or the month of a year."""

_URL = re.compile(r"^[ \t]*(https?://[^\s<>\"')\]]+)[ \t\r]*$", re.MULTILINE)

_FIRST = Path(__file__).with_name("first_catalog.yaml")
"""The head of a first catalog; names in braces are filled in."""


def sources_in(folder: Path) -> list[Path]:
    """The files in a folder and below it that can be added, sorted; no hidden ones, and no links that leave it."""
    root = folder.resolve()
    found = []
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(inside) / name for name in names if not name.startswith(".") and format_of(name))
        # No link to a folder is followed: only a link itself can lead out.
        found += [p for p in paths if p.is_file() and (not p.is_symlink() or p.resolve().is_relative_to(root))]
    return sorted(found)


def texts_in(folder: Path) -> list[Path]:
    """The sources in a folder that are texts."""
    return [path for path in sources_in(folder) if format_of(path.name) == "text"]


def catalog_text(
    folder: Path,
    texts: list[Path],
    progress: Callable[[int], None],
    skip: Callable[[str], None],
    warn: Callable[[str], None],
) -> str:
    """The catalog of some texts.

    `progress` is called for each file, `skip` with the reason why one cannot be read, and `warn` with what may be
    misread in one.
    """
    articles: list[dict[str, Value]] = []
    languages: list[str | None] = []
    taken = {"share": 1, "number": 1}
    for number, path in enumerate(texts, 1):
        name = path.relative_to(folder).as_posix()
        try:
            name.encode()
            text = read_text(name, within=folder)
            if not text.strip():
                raise UnreadableError("holds no text")
            articles.append(article_entry(name, text, taken) | {"sha256": sha256(text.encode()).hexdigest()})
            languages.append(detected(text))
            for warning in warnings_of(text):
                warn(f"{name}: {warning}")
        except UnreadableError as error:
            skip(f"{name} {error}; left out")
        except UnicodeEncodeError:
            skip(f"{name} has a name that is not UTF-8; left out")
        progress(number)
    title = folder.resolve().name or "dossier"
    shown = re.sub(r"[^\w .,-]", " ", title)
    # A language that all texts share is given once, at the top.
    common = languages[0] if len(set(languages)) == 1 else None
    for article, language in zip(articles, languages, strict=True):
        if language and not common:
            article["language"] = language
    top = f"language: {scalar(common)}\n" if common else ""
    head = _FIRST.read_text("utf-8").format(title=shown, quoted=scalar(title), language=top)
    return head + "\n".join([*lines({"articles": list(articles)}), ""] if articles else [])


def article_entry(file: str, text: str, taken: Ids) -> dict[str, Value]:
    """The entry of a text: its title, date and address, as far as the text states them. `taken` gets its id."""
    entry: dict[str, Value] = {"id": new_id(f"a {Path(file).stem}", taken), "file": file}
    language = known_language(detected(text))
    entry["title"] = _title(text, language) or f"[{Path(file).stem}]"
    entry |= dict(_date(text, language))
    url = _URL.search(text)
    if url:
        entry["url"] = url[1].rstrip(".,;:")
    return entry


def _title(text: str, language: Language | None) -> str | None:
    """The first heading, or else the first line, as printed; lines that only date the text are none."""
    text = text.removeprefix("\ufeff")
    for pattern in (_HEADING, _LINE):
        for match in pattern.finditer(text):
            words = match[1].strip()
            if pattern is _HEADING and words.rstrip("#")[-1:].isspace():
                words = words.rstrip("#").rstrip()
            if not _datings(text, Span(*match.span(1)), language):
                return words if len(words) <= _TITLE else None
    return None


def _date(text: str, language: Language | None) -> Iterator[tuple[str, Value]]:
    """The first date near the beginning that is not part of a sentence, and its words if they occur once.

    It is a whole one, or that of a month on a line that only dates the text. Of several dates on such a line, it is the
    earliest: a text is published before it is changed.
    """
    for each in dates_in(text, 0, _NEAR, language):
        line = _line_of(text, each.span)
        datings = _datings(text, line, language)
        if datings or (each.whole and _is_dateline(text, each.span, line)):
            date = min(datings or [each], key=lambda dating: (not dating.whole, dating.date or ""))
            choices = [text[slice(*span)].strip() for span in (date.span, line)[: 2 if datings else 1]]
            words = next((words for words in choices if len(find(text, words).spans) == 1), None)
            if words and date.date:
                yield "published", date.date
                yield "dated_by", words
            return


def _datings(text: str, line: Span, language: Language | None) -> list[PrintedDate]:
    """The days and months on a line that prints nothing else but times and words such as “updated”; else none."""
    if line.end - line.start > _SHORT:
        return []
    found = list(printed_dates(text, *line, language))
    kept = [each for each in found if each.choices or (each.date and _DAY_OR_MONTH.fullmatch(each.date))]
    if not kept:
        return []
    ends = [line.start, *(each.span.end for each in found)]
    starts = [*(each.span.start for each in found), line.end]
    rest = " ".join(text[start:end] for start, end in zip(ends, starts, strict=True))
    words = words_of(language or language_of(ENGLISH))
    rest = re.sub(f"{words.before}{words.any('dateline')}{words.after}", " ", without_times(rest), flags=re.IGNORECASE)
    return [] if re.search(r"[^\W_]", rest) else kept


def _line_of(text: str, span: Span) -> Span:
    """The line that a stretch of a text begins in, up to where the stretch ends or after it."""
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def _is_dateline(text: str, date: Span, line: Span) -> bool:
    """Whether a date is in a short line that is not a sentence, or at the head of a paragraph, before its text."""
    words = text[line.start : line.end].rstrip()
    if _TOLD.search(text, line.start, date.start):
        return False
    short = len(words) <= _SHORT and not words.endswith((".", "!", "?", "…"))
    return short or (date.start - line.start <= _HEAD and _AGENCY.match(text, date.end) is not None)
