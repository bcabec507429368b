"""An address is fetched from the web, and from nowhere else, within limits."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import Request

import pytest

from tui.convert import download as module
from tui.convert.convert import ConvertError
from tui.convert.download import _Redirects, download, is_address


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = {
            "/page": (200, "text/html; charset=utf-8", b"<p>5 tons</p>"),
            "/report.PDF": (200, "application/octet-stream", b"%PDF"),
            "/text": (200, "text/plain", b"6 tons"),
            "/picture": (200, "image/png", b"x"),
            "/large": (200, "text/plain", b"5" * 3_000),
            "/part": (206, "text/plain", b"5 of"),
            "/cyrillic": (200, "text/plain; charset=windows-1251", "5 тонн".encode("windows-1251")),
            "/page-cyrillic": (200, "text/html; charset=windows-1251", "<p>5 тонн".encode("windows-1251")),
            "/own": (200, "text/html; charset=latin-1", "<meta charset=koi8-r><p>тонна".encode("koi8-r")),
            "/mislabelled": (200, "text/plain; charset=latin-1", "5 €".encode()),
            "/other-charset": (200, "text/plain; charset=ascii", "5 €".encode("windows-1252")),
            "/unknown-charset": (200, "text/plain; charset=x", "5 €".encode("windows-1252")),
            "/gzip": (200, "text/plain", gzip.compress(b"7 tons")),
            "/gzip-damaged": (200, "text/plain", b"7 tons"),
            "/gzip-half": (200, "text/plain", gzip.compress(b"7 tons" * 99)[:-9]),
            "/gzip-more": (200, "text/plain", gzip.compress(b"7 tons") + b"8 tons"),
            "/gzip-bomb": (200, "text/plain", gzip.compress(bytes(3_000))),
            "/br": (200, "text/plain", b"7 tons"),
            "/half": (200, "text/plain", b"5 tons"),
        }
        moved = {"/old": "/page", "/file": "file:///etc/passwd", "/ftp": "ftp://127.0.0.1/x", "/loop": "/loop"}
        moved |= {"/data": "data:text/plain,5", "/script": "javascript:5"}
        if self.path in ("/slow", "/slow-header"):
            self._drip()
            return
        if target := moved.get(self.path):
            self.send_response(302)
            self.send_header("Location", target)
            self.end_headers()
            return
        status, kind, body = pages.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if self.path.startswith(("/gzip", "/br")):
            self.send_header("Content-Encoding", self.path[1:].partition("-")[0])
        if self.path == "/half":
            self.send_header("Content-Length", str(2 * len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        """Sends a byte now and then, for longer than a download may take."""
        if self.path == "/slow":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
        with suppress(OSError):
            for _ in range(20):
                self.wfile.write(b"5")
                time.sleep(0.05)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.mark.parametrize(
    ("path", "name", "data", "final"),
    [
        ("/page", "page.html", b"<p>5 tons</p>", "/page"),
        ("/old", "page.html", b"<p>5 tons</p>", "/page"),
        ("/report.PDF", "report.pdf", b"%PDF", "/report.PDF"),
        ("/text", "text.txt", b"6 tons", "/text"),
        ("/cyrillic", "cyrillic.txt", "5 тонн".encode(), "/cyrillic"),
        ("/page-cyrillic", "page-cyrillic.html", "\ufeff<p>5 тонн".encode(), "/page-cyrillic"),
        # What the text itself says comes before what its server says.
        ("/own", "own.html", "<meta charset=koi8-r><p>тонна".encode("koi8-r"), "/own"),
        ("/mislabelled", "mislabelled.txt", "5 €".encode(), "/mislabelled"),
        ("/gzip", "gzip.txt", b"7 tons", "/gzip"),
    ],
)
def test_what_an_address_leads_to_is_fetched(site: str, path: str, name: str, data: bytes, final: str) -> None:
    assert download(site + path) == (name, data, site + final)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/missing", "the server answers 404"),
        ("/part", "the server answers 206"),
        ("/picture", "is image/png, which is not a format that can be added"),
        ("/file", "not allowed"),
        ("/data", "not allowed"),
        ("/script", "not allowed"),
        ("/ftp", "leads to ftp://127.0.0.1/x, which is not on the web"),
        ("/loop", "infinite loop"),
        ("/ x", "cannot be fetched"),
        ("/other-charset", "is not in ascii, as its server says"),
        ("/unknown-charset", "is not in x, as its server says"),
        ("/gzip-damaged", "is damaged"),
        ("/gzip-more", "is damaged"),
        ("/gzip-half", "was not sent to its end"),
        ("/br", "is compressed with br"),
        ("/half", "was not sent to its end"),
    ],
)
def test_what_is_not_a_source_of_the_web_is_refused(site: str, path: str, says: str) -> None:
    with pytest.raises(ConvertError, match=says):
        download(site + path)


@pytest.mark.parametrize("path", ["/slow", "/slow-header"])
def test_what_comes_too_slowly_is_refused(site: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 0.1)
    with pytest.raises(ConvertError, match=r"takes longer than 0\.1 s"):
        download(site + path)


def test_nothing_leads_from_https_to_http() -> None:
    handler, request = _Redirects(), Request("https://example.org/a")
    with pytest.raises(ConvertError, match=r"leads from https to http; give http://example\.org/b if"):
        handler.redirect_request(request, None, 302, "Found", HTTPMessage(), "http://example.org/b")
    followed = handler.redirect_request(request, None, 302, "Found", HTTPMessage(), "https://example.org/b")
    assert followed and followed.full_url == "https://example.org/b"


def test_a_server_that_is_not_there_is_named(site: str) -> None:
    with pytest.raises(ConvertError, match="cannot be fetched"):
        download("http://127.0.0.1:1/")


@pytest.mark.parametrize("path", ["/large", "/gzip-bomb"])
def test_too_much_is_refused(site: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 3_000)
    assert len(download(site + path)[1]) == 3_000
    monkeypatch.setattr(module, "MAX_BYTES", 2_999)
    with pytest.raises(ConvertError, match="larger"):
        download(site + path)


@pytest.mark.parametrize(
    ("given", "is_one"),
    [("https://x.org", True), ("HTTP://x.org", True), ("file:///x", False), ("x.html", False), ("https.txt", False)],
)
def test_only_http_is_an_address(given: str, is_one: bool) -> None:
    assert is_address(given) == is_one
