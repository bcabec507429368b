"""Word files: mammoth turns the document into HTML, and `markup` writes its text."""

import io
import zipfile
from typing import Any

import lxml.html
import mammoth
from lxml import etree

from tui.convert.archive import read_entries, read_xml
from tui.convert.convert import Converted, ConvertError
from tui.convert.markup import text_of, write_marks

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read(data: bytes) -> Converted:
    """The document's text; footnotes are at the end, tracked changes are marked.

    Raises ConvertError where the file is not a Word document.
    """
    entries = read_entries(data)
    try:
        document = read_xml(entries["word/document.xml"])
    except (KeyError, etree.XMLSyntaxError):
        raise ConvertError("is not a Word document (.docx)") from None
    _drop_hidden(document)
    _unwrap_fields(document)
    _mark_changes(document)
    entries["word/document.xml"] = etree.tostring(document)
    with io.BytesIO() as changed:
        with zipfile.ZipFile(changed, "w") as archive:
            for name, content in entries.items():
                archive.writestr(name, content)
        changed.seek(0)
        try:
            # Pictures are left out: nothing of them is text.
            html = mammoth.convert_to_html(changed, convert_image=mammoth.images.img_element(lambda image: {})).value
        except Exception as error:
            raise ConvertError(f"cannot be read as a Word document: {error}") from None
    if not html.strip():
        raise ConvertError("holds no text")
    page = lxml.html.document_fromstring(html)
    write_marks(page)
    return Converted(text=text_of(page)).with_properties(*_properties(entries))


def _drop_hidden(document: Any) -> None:
    """Takes out what the document hides."""
    for mark in list(document.iter(f"{_W}vanish")):
        run = mark.getparent().getparent()
        if run is not None and run.tag == f"{_W}r" and mark.get(f"{_W}val") not in ("0", "false"):
            run.getparent().remove(run)


def _unwrap_fields(document: Any) -> None:
    """Puts what a field shows in the place of the field: its number would be lost otherwise."""
    for field in list(document.iter(f"{_W}fldSimple")):
        _unwrap(field)


def _unwrap(element: Any) -> None:
    """Puts the children of an element in its place."""
    parent, at = element.getparent(), element.getparent().index(element)
    parent[at : at + 1] = list(element)


def _mark_changes(document: Any) -> None:
    """Writes deleted and inserted words with marks."""
    for kind, opening, closing in (("del", "{--", "--}"), ("ins", "{++", "++}")):
        for change in list(document.iter(f"{_W}{kind}")):
            texts = [*change.iter(f"{_W}delText", f"{_W}t")]
            if not texts:
                continue
            for text in texts:
                text.tag = f"{_W}t"
            texts[0].text = opening + (texts[0].text or "")
            texts[-1].text = (texts[-1].text or "") + closing
            if kind == "del":
                _unwrap(change)


def _properties(entries: dict[str, bytes]) -> tuple[str | None, str | None]:
    """Title and author from the document's properties."""
    try:
        core = read_xml(entries["docProps/core.xml"])
    except (KeyError, etree.XMLSyntaxError):
        return None, None
    return core.findtext(f"{_DC}title"), core.findtext(f"{_DC}creator")
