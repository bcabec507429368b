"""PDF files with a text layer: the text in reading order, page by page, via pypdfium2.

The file gives characters and their places. `page_layout` makes lines of them and puts the lines in order. Here lines
become paragraphs: line-end hyphens are joined, and what recurs at the head or foot of pages is left out.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from tui.convert.convert import Converted, ConvertError
from tui.convert.page_layout import Character, Line, lines_in_order
from tui.text.unified import LIGATURES

PAGE_BREAK = "\f"
"""Separates the text of two pages."""

MAX_PAGES = 5_000

_LIGATURES = str.maketrans(LIGATURES)
_LINE_END_HYPHENS = "\ufffe\u00ad\u0002"
"""What pdfium gives for a hyphen at the end of a line."""

_RECURS = 3
"""The number of pages from which a line at the head or foot is left out."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LONGEST_WORD = 60
_LAST_PART = re.compile(r"(?<![^\W\d_])([^\W\d_]++)-\Z")
_FIRST_PART = re.compile(r"[^\W\d_]+")


def read(data: bytes) -> Converted:
    """The text of a PDF, with a form feed between pages.

    Raises ConvertError where the file is damaged or protected, or has no text layer.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = "is protected by a password" if "password" in str(error).lower() else "is not a readable PDF"
        raise ConvertError(reason) from None
    try:
        if len(document) > MAX_PAGES:
            raise ConvertError(f"has more than {MAX_PAGES:,} pages")
        pages = [_lines_of(document, number) for number in range(len(document))]
        stated = document.get_metadata_dict()
    finally:
        document.close()
    recurring = _recurring(pages)
    words = Counter(word.lower() for page in pages for line in page for word in _WORD.findall(line.text))
    texts = [_paragraphs(_without(page, heads), words) for page, heads in zip(pages, recurring, strict=True)]
    if not any(texts):
        raise ConvertError("has no text layer, only pictures of pages; run it through text recognition (OCR) first")
    empty = sum(not text for text in texts)
    warnings = (f"{empty} of its {len(texts)} pages hold no text",) if empty else ()
    text = f"\n\n{PAGE_BREAK}".join(texts)
    return Converted(text=text, warnings=warnings).with_properties(stated.get("Title"), stated.get("Author"))


def _lines_of(document: pypdfium2.PdfDocument, number: int) -> list[Line]:
    """The lines of a page in reading order."""
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            return lines_in_order(_characters(text_page))
        finally:
            text_page.close()
    finally:
        page.close()


def _characters(text_page: pypdfium2.PdfTextPage) -> Iterator[Character]:
    """The characters that are drawn on a page, without spaces: most are found again from the places."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    is_spaced = False
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(text_page, index)
        # The loose box is as wide as the pen moves on: of a narrow letter, the drawn part would look set apart.
        if not code or chr(code).isspace() or not raw.FPDFText_GetLooseCharBox(text_page, index, box):
            is_spaced |= code == 0x20 and raw.FPDFText_IsGenerated(text_page, index) == 0
            continue
        text = "-" if chr(code) in _LINE_END_HYPHENS else chr(code).translate(_LIGATURES)
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        size = raw.FPDFText_GetFontSize(text_page, index)
        # The font size is that of the font; the text may be drawn larger.
        if raw.FPDFText_GetMatrix(text_page, index, matrix) and matrix.d:
            size *= abs(matrix.d)
        yield Character(text=text, left=box.left, right=box.right, base=y.value, size=size, is_spaced=is_spaced)
        is_spaced = False


def _recurring(pages: list[list[Line]]) -> list[set[str]]:
    """For each page, what is at its head or foot and recurs on others: running heads, and page numbers.

    Nothing but the page number may differ: a number of the text is never taken for one.
    """
    keys = [
        {line.text: _without_page_number(line.text, number) for line in (*page[:2], *page[-2:])}
        for number, page in enumerate(pages)
    ]
    counts = Counter(key for page in keys for key in set().union(*page.values()))
    return [{text for text, alike in page.items() if any(counts[key] >= _RECURS for key in alike)} for page in keys]


def _without_page_number(text: str, page: int) -> set[str]:
    """The text, and the text with each of its integers as what it is above the number of the page."""
    numbers = [match for match in re.finditer(r"\d{1,5}", text)][:6]
    return {text} | {f"{text[: match.start()]}#{int(match[0]) - page}#{text[match.end() :]}" for match in numbers}


def _without(page: list[Line], recurring: set[str]) -> list[Line]:
    ends = {0, 1, len(page) - 2, len(page) - 1}
    return [line for i, line in enumerate(page) if i not in ends or line.text not in recurring]


def _paragraphs(lines: list[Line], words: Counter[str]) -> str:
    """Lines joined to paragraphs. `words` counts the words of the document: they show which hyphens belong to one."""
    paragraphs: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        if before is None or not line.continues(before):
            paragraphs.append([line.text])
        elif (end := _without_hyphen(paragraphs[-1][-1], line.text, words)) is not None:
            paragraphs[-1][-1] = end
            paragraphs[-1].append(line.text)
        else:
            paragraphs[-1] += [" ", line.text]
        before = line
    return "\n\n".join("".join(paragraph) for paragraph in paragraphs)


def _without_hyphen(line: str, following: str, words: Counter[str]) -> str | None:
    """A line as it goes on without a space in the following one; None where a space parts them.

    The hyphen at its end is left out where it only breaks a word.
    """
    if not line.endswith("-") or not line[-2:-1].isalnum() or not following[:1].isalnum():
        return None
    first, second = _LAST_PART.search(line[-_LONGEST_WORD:]), _FIRST_PART.match(following)
    if first is None or second is None or not second[0][0].islower():
        # A hyphen between digits, or before a name, is one of the text.
        return line
    whole, apart = (first[1] + second[0]).lower(), f"{first[1]}-{second[0]}".lower()
    return line if words[apart] > words[whole] else line[:-1]
