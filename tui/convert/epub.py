"""E-books in EPUB: the chapters in reading order."""

import posixpath
import re
from urllib.parse import unquote

import lxml.html
from lxml import etree

from tui.convert.archive import read_entries, read_xml
from tui.convert.convert import Converted, ConvertError
from tui.convert.markup import text_of, write_marks

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DECLARED = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*[\"']([A-Za-z][\w.-]*)")


def read(data: bytes) -> Converted:
    """The text of all chapters. Raises ConvertError where the file is not an EPUB or is encrypted."""
    entries = read_entries(data)
    if "META-INF/encryption.xml" in entries and b"adobe" in entries["META-INF/encryption.xml"].lower():
        raise ConvertError("is encrypted")
    try:
        container = read_xml(entries["META-INF/container.xml"])
        path = next(container.iter(f"{_CONTAINER}rootfile")).get("full-path") or ""
        package = read_xml(entries[path])
    except (KeyError, StopIteration, etree.XMLSyntaxError):
        raise ConvertError("is not an EPUB") from None
    files = {item.get("id"): item.get("href") or "" for item in package.iter(f"{_OPF}item")}
    chapters = []
    for reference in package.iter(f"{_OPF}itemref"):
        file = unquote(files.get(reference.get("idref"), ""))
        content = entries.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), file)))
        if content and content.strip():
            page = lxml.html.document_fromstring(content, parser=lxml.html.HTMLParser(encoding=_encoding(content)))
            for contents in [*page.iter("nav")]:
                # What links to the chapters is no text of the book, and its list has numbers.
                contents.drop_tree()
            write_marks(page)
            chapters.append(text_of(page))
    text = "\n\n".join(filter(None, chapters))
    if not text:
        raise ConvertError("holds no text")
    day = (package.findtext(f".//{_DC}date") or "")[:10]
    return Converted(
        text=text,
        title=_stated(package, "title"),
        author=_stated(package, "creator"),
        publisher=_stated(package, "publisher"),
        published=day or None,
    )


def _encoding(content: bytes) -> str | None:
    """The encoding of a chapter, which is XML: the one that it declares, else UTF-8; None if it is not in that."""
    declared = _DECLARED.match(content)
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else declared[1].decode() if declared else "utf-8"
    try:
        content.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
    return encoding


def _stated(package: etree._Element, name: str) -> str | None:
    return " ".join((package.findtext(f".//{_DC}{name}") or "").split()) or None
