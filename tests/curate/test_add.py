"""Sources are added whole or not at all: a text, its original beside it, and an entry; nothing else changes."""

from pathlib import Path

import pytest

from tests.convert.files import docx, pdf, run
from tui.catalog.load import load
from tui.catalog.problem import CatalogError
from tui.curate.add import Added, NewSource, add
from tui.curate.insert import InsertError
from tui.linking.link import open_dossier

CATALOG = """\
# Mine.
lode: 1
title: Salt   # what it is about

articles:
  - {id: a-first, file: first.txt, title: First}
"""

FIRST = "First\n\nThere are 5 tons.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "catalog.yaml").write_text(CATALOG.replace("\n", "\r\n"), newline="")
    (folder / "first.txt").write_text(FIRST)
    return folder


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def added(folder: Path, *sources: NewSource) -> list[Added]:
    return add(folder / "catalog.yaml", sources)


LAKE = pdf([(50, 700, 10, "The lake holds 28.5 million tons.")], title="The lake")


def test_a_file_is_converted_and_its_original_kept(folder: Path) -> None:
    [result] = added(folder, NewSource(name="x.pdf", data=LAKE))
    assert (result.article, result.file, result.reason) == ("a-the-lake", "the-lake.md", "")
    assert (folder / "the-lake.md").read_text() == "# The lake\n\nThe lake holds 28.5 million tons.\n"
    assert (folder / "the-lake.pdf").read_bytes() == LAKE
    text = (folder / "catalog.yaml").read_bytes().decode()
    assert text.startswith(CATALOG.replace("\n", "\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    article = load(folder / "catalog.yaml").articles[1]
    assert (article.title, article.original) == ("The lake", "the-lake.pdf")
    assert not [each for each in open_dossier(folder / "catalog.yaml").problems if each.severity == "error"]


def test_a_text_of_the_folder_stays_where_it_is(folder: Path) -> None:
    path = folder / "second.md"
    path.write_text("# Second\n\n6 tons\n")
    [result] = added(folder, NewSource(name="second.md", data=path.read_bytes(), path=path))
    assert result.file == "second.md"
    assert files(folder) == {"catalog.yaml", "first.txt", "second.md"}


def test_a_text_from_elsewhere_is_copied_as_it_is(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "second.txt"
    path.write_text("Second\n\n6 tons\n")
    [result] = added(folder, NewSource(name="second.txt", data=path.read_bytes(), path=path))
    assert (folder / result.file).read_text() == path.read_text()


def test_a_fetched_text_has_its_address_in_a_header_which_is_no_title(folder: Path) -> None:
    [result] = added(folder, NewSource(name="x.txt", data=b"Second\n\n6 tons\n", url="https://example.org/x.txt"))
    assert (folder / result.file).read_text() == "Address: https://example.org/x.txt\n\nSecond\n\n6 tons\n"
    article = load(folder / "catalog.yaml").articles[1]
    assert (article.title, article.url, article.original) == ("Second", "https://example.org/x.txt", "x.txt")
    assert (folder / "x.txt").read_text() == "Second\n\n6 tons\n"
    assert [each.message for each in open_dossier(folder / "catalog.yaml").problems if each.mark.line > 6] == [
        "no record is in this article"
    ]


def test_a_header_without_a_title_gives_none(folder: Path) -> None:
    core = "<dc:title>Untitled</dc:title><dc:creator>Ada Moss</dc:creator>"
    data = docx(f"<w:p>{run('Salt of the north')}</w:p><w:p>{run('By Ada Moss')}</w:p>", core)
    added(folder, NewSource(name="x.docx", data=data))
    assert load(folder / "catalog.yaml").articles[1].title == "Salt of the north"


def test_an_original_of_the_folder_is_not_copied(folder: Path) -> None:
    path = folder / "x.pdf"
    path.write_bytes(LAKE)
    added(folder, NewSource(name="x.pdf", data=LAKE, path=path))
    assert files(folder) == {"catalog.yaml", "first.txt", "the-lake.md", "x.pdf"}
    assert load(folder / "catalog.yaml").articles[1].original == "x.pdf"


def test_what_is_there_already_is_named_and_left_out(folder: Path) -> None:
    first = NewSource(name="y.txt", data=FIRST.encode())
    here = NewSource(name="first.txt", data=FIRST.encode(), path=folder / "first.txt")
    lake = NewSource(name="x.pdf", data=LAKE, url="https://example.org/lake")
    other = NewSource(name="z.txt", data=b"Another\n", url="https://example.org/lake")
    results = added(folder, first, here, lake, lake, other)
    assert [result.reason for result in results] == [
        "has the same text as a-first",
        "is in the catalog already, as a-first",
        "",
        "has the same text as a-the-lake",
        "has the address of a-the-lake, https://example.org/lake; it may be another version of it",
    ]
    assert len(load(folder / "catalog.yaml").articles) == 2


def test_two_equal_titles_have_a_file_each(folder: Path) -> None:
    other = pdf([(50, 700, 10, "The lake holds 7 tons.")], title="The lake")
    results = added(folder, NewSource(name="x.pdf", data=LAKE), NewSource(name="y.pdf", data=other))
    assert [(each.article, each.file) for each in results] == [
        ("a-the-lake", "the-lake.md"),
        ("a-the-lake-2", "the-lake-2.md"),
    ]


def test_a_file_that_cannot_be_converted_leaves_the_others(folder: Path) -> None:
    bad, good = NewSource(name="bad.pdf", data=b"no"), NewSource(name="x.pdf", data=LAKE)
    results = added(folder, bad, good)
    assert [bool(each.reason) for each in results] == [True, False]


@pytest.mark.parametrize(
    ("catalog", "error"),
    [
        ("lode: 1\ntitle: [", CatalogError),
        ("lode: 1\ntitle: x\narticles: [{id: a, file: first.txt, title: F}]\n", InsertError),
    ],
)
def test_nothing_is_left_behind_where_the_catalog_cannot_be_written(
    folder: Path, catalog: str, error: type[Exception]
) -> None:
    (folder / "catalog.yaml").write_text(catalog)
    before = files(folder)
    with pytest.raises(error):
        added(folder, NewSource(name="x.pdf", data=LAKE))
    assert files(folder) == before
    assert (folder / "catalog.yaml").read_text() == catalog


@pytest.mark.parametrize("own", ["", '<link rel="canonical" href="https://example.org/own">'])
def test_the_text_states_the_address_that_it_was_fetched_from(folder: Path, own: str) -> None:
    page = (
        f"<html><head>{own}</head><body><article><h1>Salt</h1><p>There are 6 tons of salt.</p></article></body></html>"
    )
    [result] = added(folder, NewSource(name="salt.html", data=page.encode(), url="https://example.org/fetched"))
    address = "https://example.org/own" if own else "https://example.org/fetched"
    assert f"\nAddress: {address}\n" in (folder / result.file).read_text()
    assert load(folder / "catalog.yaml").articles[1].url == address
    assert not [each for each in open_dossier(folder / "catalog.yaml").problems if "address" in each.message]
