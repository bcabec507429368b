"""`lode new`: a first catalog, never over one that is there, that `lode check` accepts whatever the texts hold."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.conftest import Done, Terminal
from tui.catalog.load import load
from tui.cli.context import Context
from tui.cli.main import main
from tui.curate.new import catalog_text, texts_in

Lode = Callable[..., Done]


@pytest.mark.parametrize(
    ("text", "title", "published", "url"),
    [
        ("# Salt\nPublished on March 3, 2024\nhttps://x.org/a.\n", "Salt", "2024-03-03", "https://x.org/a"),
        ("First line\n\n## Heading ##\n3 March 2024", "Heading", "2024-03-03", None),
        ("\ufeff# With a mark\r\n5. Mar 2024\r\n", "With a mark", "2024-03-05", None),
        ("# C#\n", "C#", None, None),
        ("\n\n  No heading  \nmore", "No heading", None, None),
        ("x" * 400, "[a]", None, None),
        ("T\nFebruary 30, 2024", "T", None, None),
        ("T\nMarch ٣, ٢٠٢٤", "T", None, None),
        ("T\n123 May 2024 and XMay 5, 20245", "T", None, None),
        ("T\nMay 5, 2024 and May 5, 2024", "T", None, None),
        ("TALKS, 12 JUNE 2024\n", "TALKS, 12 JUNE 2024", "2024-06-12", None),
        ("T\nMellita, 3 September 2024 - " + "The harvest fell. " * 20, "T", "2024-09-03", None),
        # What a text tells of is not its own date, and where it points to is not its own address.
        ("T\n" + "It is said. " * 10 + "They met on 3 March 2024." + " Not since." * 10, "T", None, None),
        ("T\nThey met on 3 March 2024.\n", "T", None, None),
        ("T\nIn January 2025\n\nBy 31 December 2026 it will open.\n", "T", None, None),
        # A line that only dates the text is its date, and not its title.
        ("T\nJanuary 2025\n\nBy 31 December 2026 it will open.\n", "T", "2025-01", None),
        ("27 February 2020\n\nThe dam\n", "The dam", "2020-02-27", None),
        ("# May 5, 2024\n\n## The dam\n", "The dam", "2024-05-05", None),
        ("29 January 2025, 10:51 | Updated: 29 January 2025, 12:03 CET\nThe dam\n", "The dam", "2025-01-29", None),
        ("Last updated 30 January 2025 | First published on 29 January 2025 at 10.51 GMT\nT", "T", "2025-01-29", None),
        (
            "Juni 2024\nDer Damm ist nicht fertig und die Stadt wartet\n",
            "Der Damm ist nicht fertig und die Stadt wartet",
            "2024-06",
            None,
        ),
        ("Stand: 3. Juni 2024, 9:30 Uhr\nDer Damm ist nicht fertig\n", "Der Damm ist nicht fertig", "2024-06-03", None),
        (
            "Publié le 12 mars 2024 à 10h30 - Mis à jour le 13 mars 2024\nLe barrage n’est pas prêt\n",
            "Le barrage n’est pas prêt",
            "2024-03-12",
            None,
        ),
        (
            "Опубликовано: 27 февраля 2020, 10:51\nПлотина не готова и город ждет\n",
            "Плотина не готова и город ждет",
            "2020-02-27",
            None,
        ),
        ("发布时间：2024年3月5日 10:20\n大坝还没有建成。\n", "大坝还没有建成。", "2024-03-05", None),
        ("1984\nThe book\n", "1984", None, None),
        ("May\nThe month\n", "May", None, None),
        ("The 1990s\nmore\n", "The 1990s", None, None),
        ("27 February 2020\n", "[a]", "2020-02-27", None),
        ("Due by 31 December 2026\n\nIt will open.\n", "Due by 31 December 2026", None, None),
        ("T\nOn 1 June 2030, it closes, and " + "so on and on. " * 20, "T", None, None),
        ("T\n12 May 2023\n\nIt opened on 12 May 2023.\n\n1 June 2030\n", "T", None, None),
        ("T\nMELLITA, March 3, 2024 (Reuters) — " + "The harvest fell. " * 20, "T", "2024-03-03", None),
        ("T\n" + "It is said.\n" * 50 + "3 March 2024\n", "T", None, None),
        ("T\nSee https://x.org/a for more.\n", "T", None, None),
        ("P" * 200 + "\nmore", "[a]", None, None),
        ("T: a # b\njavascript:x ftp://y", "T: a # b", None, None),
        ("\x1b[2J\u202e\ufffe\U000e0041😀", "\x1b[2J\u202e\ufffe\U000e0041😀", None, None),
    ],
)
def test_what_is_read_off_a_text(
    tmp_path: Path, lode: Lode, text: str, title: str, published: str | None, url: str | None
) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert lode("new", ".").status == 0
    [article] = load(tmp_path / "catalog.yaml").articles
    assert (article.title, article.published, article.url) == (title, published, url)
    done = lode("check", "-c", ".")
    assert done.status == 0
    assert "error:" not in done.out + done.err


def test_what_to_do_next_is_said_last(tmp_path: Path, lode: Lode) -> None:
    folder = tmp_path / "my texts"
    folder.mkdir()
    (folder / "b.md").write_text("# B\n")
    (folder / "c.pdf").write_text("no")
    done = lode("new", "my texts")
    assert done.out == f"{folder / 'catalog.yaml'}\n"
    assert "c.pdf" in done.err and "; left out" in done.err
    assert done.err.splitlines()[-1].startswith("lode: 1 article. Next: lode check -c 'my texts', lode suggest")


def test_other_formats_are_converted_beside_their_originals(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "b.md").write_text("# B\n")
    body = "<article><h1>The lake</h1><p>The lake holds 28.5 million tons, and no more.</p></article>"
    lake = f"<html><body>{body}</body></html>"
    (tmp_path / "web").mkdir()
    (tmp_path / "web" / "lake.html").write_text(lake)
    done = lode("new", ".")
    assert done.out == f"{tmp_path / 'catalog.yaml'}\n"
    assert "2 articles" in done.err
    articles = load(tmp_path / "catalog.yaml").articles
    assert [(article.file, article.original) for article in articles] == [
        ("b.md", None),
        ("the-lake.md", "web/lake.html"),
    ]
    assert lode("check", "-c", ".").status == 0


def test_a_text_without_words_is_left_out_as_by_add(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "a.txt").write_text(" \n")
    done = lode("new", ".")
    assert done.err.splitlines()[0] == "lode: a.txt holds no text; left out"
    assert load(tmp_path / "catalog.yaml").articles == []
    assert lode("add", "a.txt").err == "lode: a.txt holds no text; left out\n"


def test_a_text_whose_lines_break_inside_sentences_is_said(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "a.txt").write_text("A lake\n\n" + "The lake holds 5 tons,\nor so they say.\n" * 4)
    (tmp_path / "b.txt").write_text("Fruit\n\n" + "apples\npears\n" + "The lake\nHolds 5 tons.\n" * 4)
    warning = (
        "lode: a.txt: lines break inside sentences, and lode ends a sentence with its line; "
        "put each paragraph on one line"
    )
    assert lode("new", ".").err.splitlines()[:-1] == [warning]
    (tmp_path / "catalog.yaml").write_text("lode: 1\ntitle: T\n")
    assert lode("add", "a.txt", "b.txt").err.splitlines()[:-1] == [warning]


def test_an_empty_folder_gets_an_empty_catalog(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "empty").mkdir()
    done = lode("new", "empty")
    assert done.status == 0
    assert done.err == "lode: 0 articles. Next: lode add -c empty FILE...\n"
    (tmp_path / "a.txt").write_text("A\n")
    assert lode("add", "-c", "empty", "a.txt").status == 0
    assert [article.file for article in load(tmp_path / "empty" / "catalog.yaml").articles] == ["a.txt"]


@pytest.mark.parametrize(
    ("texts", "common", "own"),
    [
        ({"a": "The harvest fell in the south.\n", "b": "It is the end of the talks.\n"}, "en", [None, None]),
        ({"a": "Die Ernte ist im Süden nicht gut.\n", "b": "It is the end of it.\n"}, None, ["de", "en"]),
        ({"a": "Salt\n", "b": "It is the end of the talks.\n"}, None, [None, "en"]),
        ({"a": "Salt\n"}, None, [None]),
    ],
)
def test_the_language_is_proposed(
    tmp_path: Path, lode: Lode, texts: dict[str, str], common: str | None, own: list[str | None]
) -> None:
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text)
    assert lode("new", ".").status == 0
    catalog = load(tmp_path / "catalog.yaml")
    assert (catalog.language, [article.language for article in catalog.articles]) == (common, own)


@pytest.mark.parametrize("link", [False, True])
def test_a_catalog_that_is_there_stays(tmp_path: Path, lode: Lode, link: bool) -> None:
    (tmp_path / "a.txt").write_text("A\n")
    catalog = tmp_path / "catalog.yaml"
    if link:
        catalog.symlink_to(tmp_path / "elsewhere.yaml")
    else:
        catalog.write_text("mine")
    done = lode("new", ".")
    assert (done.status, done.out) == (2, "")
    assert "already exists; nothing was changed" in done.err
    assert not (tmp_path / "elsewhere.yaml").exists()
    assert link or catalog.read_text() == "mine"


@pytest.mark.parametrize(
    ("folder", "status", "said"),
    [("nowhere", 2, "is not a folder"), ("~no-such-person/x", 2, "is not a folder")],
)
def test_nothing_to_begin_with(lode: Lode, folder: str, status: int, said: str) -> None:
    done = lode("new", folder)
    assert done.status == status
    assert said in done.err


def test_what_cannot_be_read_is_left_out_and_said(tmp_path: Path, lode: Lode) -> None:
    (tmp_path / "good.txt").write_text("Good\n")
    (tmp_path / "latin.txt").write_bytes(b"Caf\xe9")
    Path(str(tmp_path) + "/\udcff.txt").write_text("Named by bytes\n")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    (tmp_path / ".hidden.txt").write_text("hidden")
    done = lode("new", ".")
    assert [article.file for article in load(tmp_path / "catalog.yaml").articles] == ["good.txt"]
    assert "latin.txt is not UTF-8" in done.err
    assert "has a name that is not UTF-8; left out" in done.err


@pytest.mark.slow
def test_ten_thousand_files_have_a_bar_on_standard_error(tmp_path: Path) -> None:
    for i in range(10_000):
        (tmp_path / f"{i}.txt").write_text("A\n")
    out, err = StringIO(), Terminal()
    assert main(["new", "."], Context(out, err, {"LODE_CACHE": ""}, tmp_path)) == 0
    assert "░ 5,000 of 10,000" in err.getvalue()
    assert f"\r{'█' * 30} 10,000 of 10,000\n" in err.getvalue()
    assert len(load(tmp_path / "catalog.yaml").articles) == 10_000


def test_long_stretches_of_white_space_take_no_time(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("# a" + " " * 200_000 + "x\n")
    (tmp_path / "b.txt").write_text("b" + " " * 200_000 + "x\n")
    assert '"[b]"' in catalog_text(tmp_path, texts_in(tmp_path), *[lambda _: None] * 3)
