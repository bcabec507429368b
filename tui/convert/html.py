"""Web pages: trafilatura finds the article on the page, and `markup` writes its text."""

import json
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml.etree import ParserError, XMLSyntaxError
from lxml.etree import _Element as Element
from trafilatura import bare_extraction
from trafilatura.settings import use_config
from trafilatura.utils import load_html

from tui.convert.convert import Converted, ConvertError
from tui.convert.markup import text_of, write_marks

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHITE = re.compile(r"\s+")

_SHORT = 250
"""A text of fewer characters may be only a part of what the page says."""


def read(data: bytes) -> Converted:
    """The article of a web page, without menus, comments and what is hidden.

    The title, author, site, day and address are those that the page states; the day is that of publication.
    Raises ConvertError where the page holds no text.
    """
    try:
        page = load_html(data)
    except (ParserError, XMLSyntaxError, ValueError, LookupError) as error:
        raise ConvertError(f"cannot be read as HTML: {error}") from None
    if page is None:
        raise ConvertError("cannot be read as HTML")
    published = _published(page)
    write_marks(page)
    # If it finds less than this many characters, trafilatura takes the whole page, menus too, as a single paragraph.
    config = use_config()
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    found = bare_extraction(
        lxml.html.tostring(page, encoding="unicode"),
        include_formatting=True,
        include_tables=True,
        include_comments=False,
        include_links=False,
        with_metadata=True,
        config=config,
        # Without this, a day is guessed from any number on the page.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    body = getattr(found, "body", None)
    text = text_of(body) if body is not None else ""
    if found is None or not text.strip():
        raise ConvertError("has no text that can be told apart from its menus; save the text as .txt and add that")
    heading = page.find(".//h1")
    title = _plain("".join(heading.itertext())) if heading is not None else None
    return Converted(
        text=text,
        title=title or found.title or None,
        author=found.author or None,
        publisher=_site(page),
        published=published,
        url=_address(page),
        warnings=tuple(_lost(page, text)),
    )


def _published(page: Element) -> str | None:
    """The day on which the page says that it was published."""
    stated = [
        *(str(entry["datePublished"]) for entry in _linked_data(page) if entry.get("datePublished")),
        *page.xpath("//meta[@property='article:published_time']/@content"),
        *page.xpath("//meta[@itemprop='datePublished']/@content"),
        *page.xpath("//meta[@name='date' or @name='dcterms.created' or @name='DC.date.issued']/@content"),
        *page.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime"),
    ]
    days = (_DAY.match(str(each).strip()) for each in stated)
    return next((day[0] for day in days if day), None)


def _linked_data(page: Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD."""
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            waiting = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                yield value
                waiting += value.get("@graph", []) if isinstance(value.get("@graph"), list) else []
            elif isinstance(value, list):
                waiting += reversed(value)


def _site(page: Element) -> str | None:
    """The name of the site, as the page states it; a host name is not a publisher."""
    named = page.xpath("//meta[@property='og:site_name']/@content")
    publishers = (entry.get("publisher") for entry in _linked_data(page))
    named += [each["name"] for each in publishers if isinstance(each, dict) and isinstance(each.get("name"), str)]
    return next((plain for name in named if (plain := _plain(str(name)))), None)


def _address(page: Element) -> str | None:
    """The address that the page gives as its own."""
    stated = [*page.xpath("//link[@rel='canonical']/@href"), *page.xpath("//meta[@property='og:url']/@content")]
    return next((str(each) for each in stated if re.match(r"https?://[^\s<>\"]+\Z", str(each))), None)


def _plain(text: str) -> str:
    return _WHITE.sub(" ", text).strip()


def _lost(page: Element, text: str) -> Iterator[str]:
    """What the extraction may leave out: footnotes, and all but a short text."""
    if len(text) < _SHORT:
        yield f"only {len(text)} characters are taken for its text; compare with the original"
    notes = page.xpath("//*[contains(@class,'footnote') or @role='doc-footnote' or @role='doc-endnotes']")
    missing = [note for note in notes if (words := _plain("".join(note.itertext()))) and words[:40] not in _plain(text)]
    if missing:
        yield "footnotes may be missing; compare with the original"
