"""Bad input by name: catalogs and articles that may come from anywhere, and how each is written into a folder."""

import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from tests.view import hostile
from tui.app.rendering.direction import LEFT_TO_RIGHT, is_right_to_left
from tui.cli.context import Context
from tui.cli.main import main

ARTICLE = "Mine holds 5 tons, the Survey said on March 3, 2024.\n"

CATALOG = """lode: 1
title: Test
units:
  - id: t
    name: tonne
    written: [tons]
measures:
  - id: reserves
    name: reserves
    unit: t
articles:
  - id: a
    file: a.txt
    title: Mine
    published: 2024-03-03
    dated_by: March 3, 2024
entities:
  - id: mine
    name: Mine
    kind: deposit
  - id: survey
    name: Survey
    kind: government
figures:
  - id: mine-reserves
    measure: reserves
    subject: mine
    claimant: survey
    sources:
      - article: a
        quote: Mine holds 5 tons, the Survey said
        number: 5 tons
        said: the Survey said
"""

ESCAPES = "\x1b]52;c;aGk=\x07\x1b]8;;http://x\x07\x1b[2J\x9b5m\x7f"
HIDDEN = "\u202e\u2066\u200b\u2060\ufeffe\u0301\u0301"
MARKUP = "[3.5%] [/b] [@click=app.quit]x[/]"

COMMANDS = (
    ("check", "--coverage"),
    ("check", "--json"),
    ("search", "mine"),
    ("search", "--json", "5 tons"),
    ("search", "--vimgrep", "survey"),
    ("list", "articles"),
    ("list", "entities", "--json"),
    ("show", "mine"),
    ("show", "--json", "mine-reserves"),
    ("export", "json"),
    ("suggest",),
    ("compare",),
)


def run(folder: Path, *arguments: str, cache: str = "") -> tuple[int, str, str]:
    """Runs a command in this process: its status, standard output and standard error."""
    out, err = StringIO(), StringIO()
    status = main(arguments, Context(out, err, {"LODE_CACHE": cache}, folder))
    return status, out.getvalue(), err.getvalue()


def raw(text: str) -> set[str]:
    """The characters that a terminal could obey, or that hide; the joiners that scripts need are none."""
    return hostile.raw(text) - {"\u200c", "\u200d"}


def sound(text: str) -> bool:
    """Whether a text disturbs no terminal, and does not say that lode itself fails."""
    return not raw(text) and "please report it" not in text


def sound_on_screen(screen: str) -> bool:
    """Whether what the app shows is sound. The app itself ends right-to-left text with a mark of direction."""
    lines = (line.replace(LEFT_TO_RIGHT, "") if is_right_to_left(line) else line for line in screen.split("\n"))
    return sound("\n".join(lines))


def write(folder: Path, catalog: str | bytes = CATALOG, article: str | bytes = ARTICLE) -> Path:
    """Writes a catalog and its article; the catalog's path."""
    for name, content in (("catalog.yaml", catalog), ("a.txt", article)):
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / "catalog.yaml"


def _titled(title: str) -> str:
    return CATALOG.replace("title: Test", f"title: {title}")


def _forms(forms: str) -> str:
    return CATALOG.replace("kind: deposit", f"kind: deposit\n    aliases: {forms}")


def _file(name: str) -> str:
    return CATALOG.replace("file: a.txt", f"file: {name}")


def _factor(factor: str) -> str:
    return CATALOG.replace(
        "    written: [tons]\n", f"  - id: kt\n    name: kilotonne\n    base: t\n    factor: {factor}\n"
    )


_DIGITS = "9" * 5000

_LAUGHS = "".join(f"  l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]\n" for i in range(1, 12))

REFUSED: dict[str, tuple[str | bytes, str]] = {
    "duplicate keys": (CATALOG + "title: Again\n", "34:1: error: the key “title” is here twice"),
    "unknown key": (CATALOG + "colour: red\n", "34:1: error: unknown key “colour”"),
    "list for a text": (_titled("[a, b]"), ":2:8: error: “title” is a text, not a list"),
    "mapping for a list": (CATALOG.replace("articles:", "articles: {a: b}\nevents:"), "“articles” is a list"),
    "text for a mapping": (CATALOG.replace("entities:\n", "entities:\n  - mine\n"), "is not a text"),
    "null for a text": (_titled(""), "“title”"),
    "empty": (b"", "1:1: error:"),
    "comments only": ("# nothing\n", "1:1: error:"),
    "tab": (CATALOG.replace("  - id: a\n", "\t- id: a\n"), "this is not YAML"),
    "python tag": (_titled("!!python/object/apply:os.system ['touch hacked']"), "tags (tag:yaml.org,2002:python"),
    "python name": (_titled("!!python/name:os.system"), "tags ("),
    "billion laughs": (f"lode: 1\nx:\n  l0: &l0 lol\n{_LAUGHS}", "aliases (*l0) are not used"),
    "own anchor": ("lode: 1\ntitle: &a [*a]\n", "aliases"),
    "brackets": ("lode: 1\ntitle: " + "[" * 100_000, "nested deeper than 64"),
    "braces": ("lode: 1\ntitle: " + "{a: " * 100_000, "nested deeper than 64"),
    "indented": ("lode: 1\n" + "".join(" " * i + "a:\n" for i in range(2000)), "nested deeper than 64"),
    "hyphens": ("lode: 1\ntitle:\n" + "- " * 100_000, "nested deeper than 64"),
    "NUL": (_titled("a\0b"), "2:9: error: the character U+0000"),
    "escape": (_titled("a\x1b[2J"), "2:9: error: the character U+001B"),
    "invalid UTF-8": (CATALOG.encode().replace(b"Test", b"T\xffst"), "not UTF-8: byte 16 is 0xff"),
    "UTF-16": (CATALOG.encode("utf-16"), "UTF-16"),
    "surrogates": (_titled(r'"\ud83d\ude00"'), "this is not YAML"),
    "two documents": (CATALOG + "---\n" + CATALOG, "second YAML document"),
    "long key": (CATALOG + "a" * 100_000 + ": 1\n", "error:"),
    "unclosed quote": (_titled('"Test'), "this is not YAML"),
    "surrogate in a path": (_file('"\\ud800.txt"'), "error:"),
    "empty alias": (_forms('[""]'), "error:"),
    "factor without end": (_factor("1E9999999"), "9:13: error: “factor”"),
    "factor of next to nothing": (_factor("1E-9999999"), "9:13: error: “factor”"),
    "factor that takes a megabyte": (_factor("1E999999"), "9:13: error: “factor”"),
    "factor of many digits": (_factor(_DIGITS), "9:13: error: “factor”"),
    "merge conflict": (
        CATALOG.replace("    name: Mine\n", "<<<<<<< a\n    name: Mine\n=======\n    name: Pit\n>>>>>>> b\n"),
        ":19:1: error: a merge conflict",
    ),
    "punctuation alias": (_forms('["("]'), "must begin with a letter or a digit"),
}

UNREAD: dict[str, tuple[str | bytes, str]] = {
    "leaving path": (_file("../secret.txt"), ":13:11: error: the article ../secret.txt lies outside"),
    "leaving path in a path": (_file("x/../../secret.txt"), "lies outside"),
    "absolute path": (_file("/etc/hostname"), "absolute path"),
    "absolute path to itself": (_file("/proc/self/environ"), "absolute path"),
    "NUL in a path": (_file('"a\\0.txt"'), ":13:11: error:"),
    "path too long": (_file("a" * 5000), ":13:11: error:"),
    "missing article": (_file("nowhere.txt"), ":13:11: error: the article nowhere.txt does not exist"),
    "folder as an article": (_file("."), "is not a regular file"),
}
"""Catalogs of which the article cannot be read; the rest is opened."""

UNDATED: dict[str, tuple[str, str]] = {
    "date of many digits": (CATALOG.replace("published: 2024", f"published: {_DIGITS}"), ":15:16: error: “published”"),
    "date that is none": (CATALOG.replace("2024-03-03", "Q2 2020"), ":15:16: error: “published”"),
}
"""Catalogs with a record whose date is none, and the problem."""

LOADED: dict[str, tuple[str | bytes, str | bytes]] = {
    "decimals without end": (CATALOG.replace("    sources:", f"    decimals: {_DIGITS}\n    sources:"), ARTICLE),
    "dated by many digits": (
        CATALOG.replace("dated_by: March 3, 2024", f"dated_by: March 3, {_DIGITS}"),
        f"{ARTICLE}March 3, {_DIGITS}\n",
    ),
    "ignored in no article": (
        CATALOG + "ignored:\n  - article: nowhere\n    quote: x\n    number: 5\n    why: pronoun\n",
        ARTICLE,
    ),
    "passed on by nobody": (CATALOG.replace("        said:", "        via: nobody\n        said:"), ARTICLE),
    "huge number in a check": (
        CATALOG + "checks:\n  - id: c\n    says: X\n    holds: mine-reserves * 1E999999 = 1E-999999\n",
        ARTICLE,
    ),
    "long number in a check": (
        CATALOG + f"checks:\n  - id: c\n    says: X\n    holds: mine-reserves = {_DIGITS}\n",
        ARTICLE,
    ),
    "merge conflict in article": (CATALOG, ARTICLE + "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n"),
    "BOM in catalog": (b"\xef\xbb\xbf" + CATALOG.encode(), ARTICLE),
    "BOM in article": (CATALOG, b"\xef\xbb\xbf" + ARTICLE.encode()),
    "CRLF": (CATALOG.replace("\n", "\r\n"), ARTICLE.replace("\n", "\r\n")),
    "lone CR": (CATALOG, ARTICLE.replace(" ", "\r")),
    "empty article": (CATALOG, b""),
    "blank article": (CATALOG, " \n\n\t\n"),
    "NUL in article": (CATALOG, ARTICLE + "\0" * 1000),
    "escapes in article": (CATALOG, ESCAPES + ARTICLE + ESCAPES),
    "escapes inside words": (CATALOG, ARTICLE.replace(" ", f" {ESCAPES}")),
    "hidden in article": (CATALOG, ARTICLE.replace(" ", f" {HIDDEN}")),
    "markup in article": (CATALOG, MARKUP + ARTICLE + MARKUP),
    "one long line": (CATALOG, ARTICLE.strip() * 40),
    "one long word": (CATALOG, ARTICLE + "x" * 200_000),
    "many lines": (CATALOG, ARTICLE + "\n" * 50_000),
    "same number again and again": (CATALOG, ARTICLE + "6 " * 60),
    "combining characters": (CATALOG, ARTICLE + "e" + "\u0301" * 5000),
    "digits without end": (CATALOG, ARTICLE + "9" * 20_000),
    "escapes in title": (_titled('"\\e]52;c;aGk=\\a\\e[2J\\x9b"'), ARTICLE),
    "hidden in title": (_titled('"\\u202e\\u2066\\u200b\\ufeff"'), ARTICLE),
    "tags in title": (_titled('"\\U000e0041"'), ARTICLE),
    "markup in title": (_titled(f'"{MARKUP}"'), ARTICLE),
    "markup in name": (CATALOG.replace("name: Survey", "name: 'Survey [/b]'"), ARTICLE),
    "escapes in name": (CATALOG.replace("name: Survey", r'name: "Survey\e[2J\u202e"'), ARTICLE),
    "markup in note": (
        CATALOG.replace("kind: deposit", f'kind: deposit\n    note: "{MARKUP}"\n    short: "[/]"'),
        ARTICLE,
    ),
    "escapes in note": (CATALOG.replace("kind: deposit", 'kind: deposit\n    note: "\\e[2J\\u202e"'), ARTICLE),
    "javascript URL": (CATALOG.replace("title: Mine", "title: Mine\n    url: javascript:alert(1)"), ARTICLE),
    "file URL": (CATALOG.replace("title: Mine", "title: Mine\n    url: file:///etc/passwd"), ARTICLE),
    "escape in URL": (CATALOG.replace("title: Mine", 'title: Mine\n    url: "http://x\\e]8;;\\a"'), ARTICLE),
    "regular expressions": (_forms("['M.*', '5 (tons', 'a{9999}', 'S[urvey', 'x|y', 'M\\Q', '1+']"), ARTICLE),
    "catastrophic alias": (_forms("['a(a+)+$', 'a']"), ARTICLE + "a" * 5000),
    "one letter": (_forms("[M, s, '5']"), ARTICLE),
    "ten thousand aliases": (_forms("[" + ", ".join(f"Alias{i}" for i in range(10_000)) + "]"), ARTICLE),
    "long title": (_titled("x" * 100_000), ARTICLE),
}


def _binary(folder: Path) -> None:
    (folder / "a.txt").write_bytes(bytes(range(256)) * 16)


def _large(folder: Path) -> None:
    with (folder / "a.txt").open("wb") as file:
        file.truncate(100_000_000)


def _folder(folder: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "a.txt").mkdir()


def _loop(folder: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").symlink_to(folder / "a.txt")


def _link_out(folder: Path) -> None:
    (folder / "a.txt").unlink()
    (folder / "a.txt").symlink_to("/etc/hostname")


def _pipe(folder: Path) -> None:
    (folder / "a.txt").unlink()
    os.mkfifo(folder / "a.txt")


def _utf16(folder: Path) -> None:
    (folder / "a.txt").write_bytes(ARTICLE.encode("utf-16"))


def _latin(folder: Path) -> None:
    (folder / "a.txt").write_bytes("Café".encode("latin-1"))


def _unreadable(folder: Path) -> None:
    (folder / "a.txt").chmod(0)


def _catalog_folder(folder: Path) -> None:
    (folder / "catalog.yaml").unlink()
    (folder / "catalog.yaml").mkdir()


def _catalog_loop(folder: Path) -> None:
    (folder / "catalog.yaml").unlink()
    (folder / "catalog.yaml").symlink_to("catalog.yaml")


def _catalog_large(folder: Path) -> None:
    with (folder / "catalog.yaml").open("wb") as file:
        file.truncate(100_000_000)


def _catalog_pipe(folder: Path) -> None:
    (folder / "catalog.yaml").unlink()
    os.mkfifo(folder / "catalog.yaml")


SPOILT_ARTICLES: dict[str, tuple[Callable[[Path], None], str]] = {
    "binary article": (_binary, "not UTF-8"),
    "100 MB article": (_large, "larger than 64 MiB"),
    "folder": (_folder, "is not a regular file"),
    "symlink loop": (_loop, "a.txt"),
    "link out of the folder": (_link_out, "lies outside"),
    "pipe": (_pipe, "is not a regular file"),
    "UTF-16 article": (_utf16, "UTF-16"),
    "Latin-1 article": (_latin, "not UTF-8"),
    "unreadable article": (_unreadable, "cannot be read"),
}

SPOILT_CATALOGS: dict[str, tuple[Callable[[Path], None], str]] = {
    "folder as a catalog": (_catalog_folder, "not a regular file"),
    "catalog that links to itself": (_catalog_loop, "catalog.yaml"),
    "100 MB catalog": (_catalog_large, "larger than 64 MiB"),
    "pipe as a catalog": (_catalog_pipe, "not a regular file"),
}
