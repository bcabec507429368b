"""Fetching a web address that the user gave: once, over HTTP or HTTPS, within limits of size and time."""

import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException, HTTPMessage, HTTPResponse
from pathlib import PurePosixPath
from queue import Empty, Queue
from threading import Thread
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

_CHUNK = 1 << 16

_HEAD = 1024
"""The bytes of a page in which it may declare its encoding."""

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


class _Redirects(HTTPRedirectHandler):
    """Follows redirections, but not from HTTPS to HTTP, where others could change what is read."""

    def redirect_request(  # type: ignore[no-untyped-def]
        self, req: Request, fp, code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme not in ("http", "https"):
            raise ConvertError(f"leads to {newurl}, which is not on the web")
        if (req.type, scheme) == ("https", "http"):
            raise ConvertError(f"leads from https to http; give {newurl} if that is meant")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def download(address: str) -> tuple[str, bytes, str]:
    """The name, content and final address of what a web address leads to.

    Raises ConvertError where it cannot be fetched, is too large, takes too long, or is of no format that is known.
    """
    fetched: Queue[tuple[str, bytes, str] | Exception] = Queue()

    def fetch() -> None:
        try:
            fetched.put(_fetched(address))
        except Exception as error:
            # Else the thread would end in silence, and be waited for.
            fetched.put(error)

    # A server that sends a byte now and then would never time out.
    Thread(target=fetch, daemon=True).start()
    try:
        result = fetched.get(timeout=SECONDS)
    except Empty:
        raise ConvertError(f"takes longer than {SECONDS} s") from None
    if isinstance(result, Exception):
        raise result
    return result


def _fetched(address: str) -> tuple[str, bytes, str]:
    # Only these: neither files nor other protocols, wherever the address or a redirection leads.
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, _Redirects, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    try:
        request = Request(address, headers={"User-Agent": "lode", "Accept": "text/html, application/pdf, */*;q=0.5"})
        response = opener.open(request, timeout=_SECONDS_WITHOUT_DATA)
        with response:
            if response.status not in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION):
                raise ConvertError(f"cannot be fetched: the server answers {response.status} {response.reason}")
            return _name(response.geturl(), response.headers.get_content_type()), _content(response), response.geturl()
    except HTTPError as error:
        raise ConvertError(f"cannot be fetched: the server answers {error.code} {error.reason}") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        if isinstance(error, ConvertError):
            raise
        reason = error.reason if isinstance(error, URLError) else error
        raise ConvertError(f"cannot be fetched: {getattr(reason, 'strerror', None) or reason}") from None


def _content(response: HTTPResponse) -> bytes:
    """The whole content of a response, unpacked if it is compressed."""
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise ConvertError(f"is compressed with {coding}, which is not read")
    unpacked = None if coding == "identity" else zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
    data = bytearray()
    try:
        while chunk := response.read(_CHUNK):
            data += unpacked.decompress(chunk, MAX_BYTES + 1 - len(data)) if unpacked else chunk
            if len(data) > MAX_BYTES:
                raise ConvertError(f"is larger than {MAX_BYTES // 1_000_000} MB")
            if unpacked and unpacked.unused_data:
                # It could go on without end, and would be kept.
                raise ConvertError("is damaged: more follows the end of what is compressed")
    except zlib.error as error:
        raise ConvertError(f"is damaged: {error}") from None
    if response.length or (unpacked and not unpacked.eof):
        # Half an article would look like a whole one.
        raise ConvertError("was not sent to its end; try again")
    return _in_utf8(bytes(data), response.headers)


def _in_utf8(data: bytes, headers: Message) -> bytes:
    """Text in UTF-8 where only the header says what its encoding is: the stored file would not say it."""
    charset, kind = headers.get_content_charset(), headers.get_content_type()
    is_page = kind in ("text/html", "application/xhtml+xml")
    if charset is None or not (kind.startswith("text/") or is_page) or (is_page and b"charset" in data[:_HEAD].lower()):
        return data
    try:
        data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8")
    except UnicodeDecodeError:
        try:
            return (BOM_UTF8 if is_page else b"") + data.decode(charset).encode()
        except (LookupError, UnicodeDecodeError):
            raise ConvertError(f"is not in {charset}, as its server says") from None
    return data


def _name(address: str, kind: str) -> str:
    """A file name for an address, with the ending of its content's type."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    suffix = _SUFFIXES.get(kind) or (path.suffix.lower() if path.suffix.lower() in FORMATS else "")
    if not suffix:
        raise ConvertError(f"is {kind}, which is not a format that can be added")
    return (path.stem or urlsplit(address).hostname or "page") + suffix
