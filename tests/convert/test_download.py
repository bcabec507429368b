"""An address is fetched from the web, and from nowhere else, within limits."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tui.convert import download as module
from tui.convert.convert import ConvertError
from tui.convert.download import download, is_address


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = {
            "/page": (200, "text/html; charset=utf-8", b"<p>5 tons</p>"),
            "/report.PDF": (200, "application/octet-stream", b"%PDF"),
            "/text": (200, "text/plain", b"6 tons"),
            "/picture": (200, "image/png", b"x"),
            "/large": (200, "text/plain", b"5" * 3_000),
        }
        moved = {"/old": "/page", "/file": "file:///etc/passwd", "/ftp": "ftp://127.0.0.1/x", "/loop": "/loop"}
        if target := moved.get(self.path):
            self.send_response(302)
            self.send_header("Location", target)
            self.end_headers()
            return
        status, kind, body = pages.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

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
    ],
)
def test_what_an_address_leads_to_is_fetched(site: str, path: str, name: str, data: bytes, final: str) -> None:
    assert download(site + path) == (name, data, site + final)


@pytest.mark.parametrize("path", ["/missing", "/picture", "/file", "/ftp", "/loop", "/ x"])
def test_what_is_not_a_source_of_the_web_is_refused(site: str, path: str) -> None:
    with pytest.raises(ConvertError):
        download(site + path)


def test_a_server_that_is_not_there_is_named(site: str) -> None:
    with pytest.raises(ConvertError, match="cannot be fetched"):
        download("http://127.0.0.1:1/")


def test_too_much_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 1_000)
    with pytest.raises(ConvertError, match="larger"):
        download(f"{site}/large")


@pytest.mark.parametrize(
    ("given", "is_one"),
    [("https://x.org", True), ("HTTP://x.org", True), ("file:///x", False), ("x.html", False), ("https.txt", False)],
)
def test_only_http_is_an_address(given: str, is_one: bool) -> None:
    assert is_address(given) == is_one
