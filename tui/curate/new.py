"""Writes a first catalog for a folder of texts: what can be read from them, for a curator to continue."""

import os
import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from tui.convert.convert import format_of
from tui.curate.drafts import Ids, new_id
from tui.curate.yaml import Value, lines, scalar
from tui.dates.printed import dates_in
from tui.quantity.detection import detected
from tui.quantity.language import Language, known_language
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


def catalog_text(folder: Path, texts: list[Path], progress: Callable[[int], None], skip: Callable[[str], None]) -> str:
    """The catalog of some texts. `progress` is called for each file, `skip` with the reason why one cannot be read."""
    articles: list[dict[str, Value]] = []
    languages: list[str | None] = []
    taken = {"share": 1, "number": 1}
    for number, path in enumerate(texts, 1):
        name = path.relative_to(folder).as_posix()
        try:
            name.encode()
            text = read_text(name, within=folder)
            articles.append(article_entry(name, text, taken) | {"sha256": sha256(text.encode()).hexdigest()})
            languages.append(detected(text))
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
    entry["title"] = _title(text) or f"[{Path(file).stem}]"
    entry |= dict(_date(text, known_language(detected(text))))
    url = _URL.search(text)
    if url:
        entry["url"] = url[1].rstrip(".,;:")
    return entry


def _title(text: str) -> str | None:
    """The first heading, or else the first line, as printed."""
    text = text.removeprefix("\ufeff")
    heading = re.search(r"^#{1,6}[ \t]+([^\s#].*)", text, re.MULTILINE)
    line = heading[1] if heading else text.strip().partition("\n")[0]
    words = line.strip()
    if heading and words.rstrip("#")[-1:].isspace():
        words = words.rstrip("#").rstrip()
    return words if 0 < len(words) <= _TITLE else None


def _date(text: str, language: Language | None) -> Iterator[tuple[str, Value]]:
    """The first whole date near the beginning that is not part of a sentence, and its words if they occur once."""
    for each in dates_in(text, 0, _NEAR, language):
        words = text[each.span.start : each.span.end]
        if each.whole and _is_dateline(text, each.span):
            if find(text, words).spans == (each.span,):
                yield "published", each.date
                yield "dated_by", words
            return


def _is_dateline(text: str, date: Span) -> bool:
    """Whether a date is in a short line that is not a sentence, or at the head of a paragraph, before its text."""
    start, end = text.rfind("\n", 0, date.start) + 1, text.find("\n", date.end)
    line = text[start : end if end >= 0 else len(text)].rstrip()
    if _TOLD.search(text, start, date.start):
        return False
    short = len(line) <= _SHORT and not line.endswith((".", "!", "?", "…"))
    return short or (date.start - start <= _HEAD and _AGENCY.match(text, date.end) is not None)
