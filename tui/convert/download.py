"""Fetching a web address that the user gave: once, over HTTP or HTTPS, within limits of size and time."""

import time
from http.client import HTTPException
from pathlib import PurePosixPath
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from tui.convert.convert import FORMATS, MAX_BYTES, ConvertError

SECONDS = 60
"""How long a download may take in all."""

_SECONDS_WITHOUT_DATA = 20

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


def is_address(text: str) -> bool:
    """Whether a text is an address of the web rather than a path."""
    return text.lower().startswith(("http://", "https://"))


def download(address: str) -> tuple[str, bytes, str]:
    """The name, content and final address of what a web address leads to.

    Raises ConvertError where it cannot be fetched, is too large, takes too long, or is of no format that is known.
    """
    # Only these: neither files nor other protocols, wherever the address or a redirection leads.
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPRedirectHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    opener.add_handler(HTTPDefaultErrorHandler())
    deadline = time.monotonic() + SECONDS
    try:
        request = Request(address, headers={"User-Agent": "lode", "Accept": "text/html, application/pdf, */*;q=0.5"})
        response = opener.open(request, timeout=_SECONDS_WITHOUT_DATA)
        if response is None:
            raise ConvertError("leads to something that is not on the web")
        with response:
            data = bytearray()
            while chunk := response.read(1 << 16):
                data += chunk
                if len(data) > MAX_BYTES:
                    raise ConvertError(f"is larger than {MAX_BYTES // 1_000_000} MB")
                if time.monotonic() > deadline:
                    raise ConvertError(f"takes longer than {SECONDS} s")
            final, kind = response.geturl(), response.headers.get_content_type()
    except HTTPError as error:
        raise ConvertError(f"cannot be fetched: the server answers {error.code} {error.reason}") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        raise ConvertError(f"cannot be fetched: {reason}") from None
    return _name(final, kind), bytes(data), final


def _name(address: str, kind: str) -> str:
    """A file name for an address, with the ending of its content's type."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    suffix = _SUFFIXES.get(kind) or (path.suffix.lower() if path.suffix.lower() in FORMATS else "")
    if not suffix:
        raise ConvertError(f"is {kind}, which is not a format that can be added")
    return (path.stem or urlsplit(address).hostname or "page") + suffix
