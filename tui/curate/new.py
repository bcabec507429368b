"""A first catalog for a folder of texts: what can be read off them, for a person to go on from."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tui.catalog.edtf import MONTHS
from tui.curate.suggest import new_id
from tui.curate.yaml import Value, lines, scalar
from tui.text.document import UnreadableError, read_text

_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DATES = (
    re.compile(rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})"),
    re.compile(rf"(?P<day>\d{{1,2}})\.?\s+(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})"),
)
_URL = re.compile(r"https?://[^\s<>\"')\]]+")

HEAD = """\
# {title}: a catalog for lode, made from the texts in this folder. `lode check` verifies it.
# Next: say what is measured, name whom and what the texts name, and quote every number; `lode suggest` drafts them.

lode: 1
title: {quoted}

units:
  - id: "%"
    name: percent
    written: [percent, per cent]
  - id: count
    name: count
    exact: true

measures:
  - id: share
    name: share
    unit: "%"
  - id: number
    name: number
    unit: count

"""


def texts_in(folder: Path) -> list[Path]:
    """The .txt and .md files of a folder and the folders in it, in order; hidden ones and links out are left out."""
    root = folder.resolve()
    found = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if (
            path.suffix.lower() in (".txt", ".md")
            and not hidden
            and path.is_file()
            and path.resolve().is_relative_to(root)
        ):
            found.append(path)
    return found


def catalog_text(folder: Path, texts: list[Path], progress: Callable[[int], None], skip: Callable[[str], None]) -> str:
    """The catalog of some texts. `progress` hears of each file, `skip` of each that cannot be read, and why."""
    articles: list[Value] = []
    taken = {"share", "number"}
    for number, path in enumerate(texts, 1):
        name = path.relative_to(folder).as_posix()
        try:
            articles.append(_article(name, read_text(path), taken))
        except UnreadableError as error:
            skip(f"{name} {error}; left out")
        progress(number)
    title = folder.resolve().name or "dossier"
    shown = re.sub(r"[^\w .,-]", " ", title)
    return HEAD.format(title=shown, quoted=scalar(title)) + "\n".join(lines({"articles": articles})) + "\n"


def _article(file: str, text: str, taken: set[str]) -> Value:
    entry: dict[str, Value] = {"id": new_id(f"a {Path(file).stem}", taken), "file": file}
    entry["title"] = _title(text) or f"[{Path(file).stem}]"
    entry |= dict(_date(text))
    url = _URL.search(text)
    if url:
        entry["url"] = url[0].rstrip(".,;:")
    return entry


def _title(text: str) -> str | None:
    """The first heading, else the first line, as printed."""
    heading = re.search(r"^#{1,6}[ \t]+(\S.*?)[ \t]*#*[ \t]*\r?$", text, re.MULTILINE)
    line = heading or re.search(r"^[ \t\ufeff]*(\S.*?)[ \t]*\r?$", text, re.MULTILINE)
    return line[1] if line and len(line[1]) <= 300 else None


def _date(text: str) -> Iterator[tuple[str, Value]]:
    """The first whole date of the text, if it stands near the beginning, with the words that say it."""
    for pattern in _DATES:
        match = pattern.search(text, 0, 2000)
        if match and 1 <= int(match["day"]) <= 31 and text.count(match[0]) == 1:
            month = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(match["month"][:3]))
            yield "published", f"{match['year']}-{month:02}-{int(match['day']):02}"
            yield "dated_by", match[0]
            return
