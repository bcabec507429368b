"""A compiled dossier is the linked one, and is used only as long as it is still true."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from platformdirs import user_cache_path

import tui.linking.link
from tests.kept import kept_files
from tui.catalog.find import builtin
from tui.catalog.problem import CatalogError
from tui.dossier.dossier import Dossier
from tui.quantity.unit import Units
from tui.store import compiled
from tui.store.cache import cache_folder
from tui.store.compiled import find_compiled, open_compiled, read_compiled
from tui.text import opening

CATALOG = """\
articles:
  - id: a
    file: a.txt
    title: "[A]"
relations:
  - is: $
    inverse: Decimal
  - is: v
    inverse: "5"
entities:
  - id: it
    name: It
    kind: place
  - id: nowhere
    name: Nowhere
    kind: place
"""


def _same(one: Dossier, other: Dossier) -> bool:
    no_units = Units(())
    return one.units.by_id == other.units.by_id and replace(one, units=no_units) == replace(other, units=no_units)


def _file(cache: Path) -> Path:
    (file,) = kept_files(cache)
    return file


def test_the_built_in_dossier_is_the_same_from_the_cache(dossier: Dossier, tmp_path: Path) -> None:
    assert _same(open_compiled(builtin(), tmp_path), dossier)
    written = _file(tmp_path).stat()
    again = open_compiled(builtin(), tmp_path)
    assert _same(again, dossier)
    assert again.coverage("a-russia-aims") == dossier.coverage("a-russia-aims")
    assert _file(tmp_path).stat().st_ino == written.st_ino, "it was built again"


def test_it_is_opened_in_one_thread_and_read_in_another(folder: Callable[..., Path], tmp_path: Path) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    open_compiled(path, cache)
    with ThreadPoolExecutor(1) as threads:
        found = threads.submit(find_compiled, path, cache).result()
    assert found is not None
    assert found.text("a.txt") == "It is."


def test_problems_and_relations_come_back_as_they_were(folder: Callable[..., Path], tmp_path: Path) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    first = open_compiled(path, cache)
    assert [problem.code for problem in first.problems] == ["unused"]
    again = open_compiled(path, cache)
    assert _same(again, first)
    assert again.inverses == {"$": "Decimal", "v": "5"}
    assert str(again.problems[0]) == str(first.problems[0])


def _an_hour_later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes all files old: one that was just written is read again, because another change may have the same time."""
    now = time.time_ns
    monkeypatch.setattr("tui.store.compiled.time.time_ns", lambda: now() + 3600 * 10**9)


def _digests_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read for their digests from now on."""
    names: list[str] = []
    digest_of = compiled._digest_of

    def noted(file: Path | str, within: Path | None = None) -> bytes:
        names.append(Path(file).name)
        return digest_of(file, within)

    monkeypatch.setattr(compiled, "_digest_of", noted)
    return names


@pytest.fixture(params=["just written", "an hour old"])
def age(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The age of the files when they are compiled."""
    if request.param == "an hour old":
        _an_hour_later(monkeypatch)


@pytest.mark.usefixtures("age")
def test_a_changed_catalog_is_linked_again(folder: Callable[..., Path], tmp_path: Path) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    open_compiled(path, cache)
    path.write_text(path.read_text().replace("name: It\n", "name: is\n"))
    assert open_compiled(path, cache).entities["it"].name == "is"


@pytest.mark.usefixtures("age")
@pytest.mark.parametrize("text", ["Oh. It is.", "IT IS.", ""])
def test_a_changed_article_is_linked_again(folder: Callable[..., Path], tmp_path: Path, text: str) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    open_compiled(path, cache)
    (tmp_path / "a.txt").write_text(text)
    dossier = open_compiled(path, cache)
    assert dossier.documents["a"].text == text
    assert [mention.span.start for mention in dossier.mentions["a"]] == ([4] if "It" in text else [])


def test_old_files_that_are_unchanged_are_not_read_again(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    _an_hour_later(monkeypatch)
    open_compiled(path, cache)
    digests = _digests_read(monkeypatch)
    assert open_compiled(path, cache).documents["a"].text == "It is."
    assert digests == []


def test_of_old_files_only_those_with_another_time_are_read_again(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    _an_hour_later(monkeypatch)
    open_compiled(path, cache)
    written = _file(cache).stat()
    os.utime(tmp_path / "a.txt", (10**9, 10**9))
    digests = _digests_read(monkeypatch)
    assert open_compiled(path, cache).documents["a"].text == "It is."
    assert digests == ["a.txt"]
    assert _file(cache).stat().st_ino == written.st_ino, "it was built again"


@pytest.mark.usefixtures("age")
def test_an_article_that_is_gone_is_said_to_be_gone(folder: Callable[..., Path], tmp_path: Path) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    open_compiled(path, cache)
    (tmp_path / "a.txt").unlink()
    for _ in range(2):
        dossier = open_compiled(path, cache)
        assert [str(problem) for problem in dossier.problems] == [
            "catalog.yaml:5:11: error: the article a.txt does not exist"
        ]
        assert (list(dossier.articles), dossier.unread) == ([], ("a.txt",))


def _missing(file: Path) -> None:
    """Leaves it out."""


def _not_utf_8(file: Path) -> None:
    file.write_bytes(b"It is \xff.")


def _folder(file: Path) -> None:
    file.mkdir()


def _outside(file: Path) -> None:
    (file.parent.parent / "secret.txt").write_text("It is secret.")
    file.symlink_to("../secret.txt")


@pytest.mark.parametrize("spoil", [_missing, _not_utf_8, _folder, _outside])
def test_an_article_that_could_not_be_read_is_taken_once_it_can_be(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    (tmp_path / "in").mkdir()
    path, file, cache = tmp_path / "in" / "catalog.yaml", tmp_path / "in" / "a.txt", tmp_path / "cache"
    path.write_text("lode: 1\ntitle: Test\n" + CATALOG)
    spoil(file)
    first = open_compiled(path, cache)
    assert (list(first.articles), first.unread) == ([], ("a.txt",))
    kept = read_compiled(path, cache)
    assert kept and _same(kept, first)
    if file.is_dir():
        file.rmdir()
    file.unlink(missing_ok=True)
    file.write_text("It is.")
    dossier = open_compiled(path, cache)
    assert (dossier.documents["a"].text, dossier.unread) == ("It is.", ())


def test_an_article_that_becomes_readable_and_shows_nothing_of_it_is_taken(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"

    def failing(*_: object, **__: object) -> int:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(opening, "_open_within", failing)
        assert open_compiled(path, cache).unread == ("a.txt",)
    assert open_compiled(path, cache).documents["a"].text == "It is."


def test_an_article_with_a_name_that_no_file_can_have_is_kept_as_unread(
    folder: Callable[..., Path], tmp_path: Path
) -> None:
    path, cache = folder(CATALOG.replace("a.txt", '"a\\0.txt"')), tmp_path / "cache"
    first = open_compiled(path, cache)
    kept = read_compiled(path, cache)
    assert kept and _same(kept, first)
    assert kept.unread == ("a\0.txt",)


def test_what_was_compiled_with_articles_outside_is_not_served_without(tmp_path: Path) -> None:
    inside, cache = tmp_path / "inside", tmp_path / "cache"
    inside.mkdir()
    (tmp_path / "a.txt").write_text("It is.")
    path = inside / "catalog.yaml"
    path.write_text("lode: 1\ntitle: Test\n" + CATALOG.replace("a.txt", "../a.txt"))
    first = open_compiled(path, cache, outside=True)
    assert first.outside and first.documents["a"].text == "It is."
    without = open_compiled(path, cache)
    assert (list(without.articles), without.unread) == ([], ("../a.txt",))
    assert "lies outside" in without.problems[0].message


def test_what_other_code_wrote_is_built_again(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    open_compiled(path, cache)
    written = _file(cache).read_bytes()
    monkeypatch.setattr(compiled, "code", lambda: b"other code")
    open_compiled(path, cache)
    assert _file(cache).read_bytes() != written


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"no JSON",
        lambda data: b"{}\n{}",
        lambda data: b"[]\n",
        lambda data: b"\xff\xfe" + data,
        lambda data: data[: len(data) // 2],
        lambda data: data + b" ",
        lambda data: data.replace(b'"It"', b'"At"'),
        lambda data: data.partition(b"\n")[2],
    ],
)
def test_a_damaged_file_is_built_again(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    # What is kept says when it was written.
    now = time.time_ns()
    monkeypatch.setattr("tui.store.compiled.time.time_ns", lambda: now)
    first = open_compiled(path, cache)
    whole = _file(cache).read_bytes()
    assert damage(whole) != whole
    _file(cache).write_bytes(damage(whole))
    assert _same(open_compiled(path, cache), first)
    assert _file(cache).read_bytes() == whole
    kept = read_compiled(path, cache)
    assert kept and _same(kept, first)


@pytest.mark.parametrize("where", ["file", "file/below"])
def test_a_folder_that_cannot_be_written_is_done_without(
    folder: Callable[..., Path], tmp_path: Path, where: str
) -> None:
    path = folder(CATALOG, a="It is.")
    (tmp_path / "file").write_text("no folder")
    assert list(open_compiled(path, tmp_path / where).entities) == ["it", "nowhere"]
    assert (tmp_path / "file").read_text() == "no folder"


def test_two_catalogs_share_a_folder(folder: Callable[..., Path], tmp_path: Path) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    other = tmp_path / "other.yaml"
    other.write_text(path.read_text().replace("title: Test", "title: Other"))
    titles = [open_compiled(each, cache).title for each in (path, other, path, other)]
    assert titles == ["Test", "Other", "Test", "Other"]
    assert len(kept_files(cache)) == 2, "nothing is left aside"


def test_a_relative_path_is_distinguished_from_the_same_in_another_folder(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path, tmp_path / "there"
    text = folder(CATALOG, a="It is.").read_text()
    there.mkdir()
    (there / "a.txt").write_text("It is.")
    (there / "catalog.yaml").write_text(text.replace("title: Test", "title: There"))
    titles = []
    for place in (here, there, here):
        monkeypatch.chdir(place)
        titles.append(open_compiled(Path("catalog.yaml"), tmp_path / "cache").title)
    assert titles == ["Test", "There", "Test"]


def test_a_path_that_is_not_utf_8_is_opened(folder: Callable[..., Path], tmp_path: Path) -> None:
    path = folder(CATALOG, a="It is.")
    odd = tmp_path / os.fsdecode(b"caf\xe9")
    try:
        odd.symlink_to(tmp_path)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    for _ in range(2):
        assert open_compiled(odd / path.name, tmp_path / "cache").title == "Test"


def test_a_catalog_whose_name_is_not_utf_8_is_kept(folder: Callable[..., Path], tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    try:
        folder(CATALOG, a="It is.").rename(odd)
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert open_compiled(odd, tmp_path / "cache").title == "Test"
    kept = read_compiled(odd, tmp_path / "cache")
    assert kept and kept.title == "Test"


@pytest.mark.parametrize("seconds", [-300_000_000, -1, 0, 253_402_300_799])
def test_an_article_of_any_time_is_kept(folder: Callable[..., Path], tmp_path: Path, seconds: int) -> None:
    path, cache = folder(CATALOG, a="It is."), tmp_path / "cache"
    os.utime(tmp_path / "a.txt", (seconds, seconds))
    open_compiled(path, cache)
    kept = read_compiled(path, cache)
    assert kept and kept.title == "Test"
    (tmp_path / "a.txt").write_text("It was.")
    os.utime(tmp_path / "a.txt", (seconds, seconds))
    assert open_compiled(path, cache).documents["a"].text == "It was."


def test_a_catalog_that_is_a_loop_of_links_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    with pytest.raises(CatalogError, match=r"loop\.yaml"):
        open_compiled(tmp_path / "loop.yaml", tmp_path / "cache")


def test_without_a_folder_nothing_is_written(folder: Callable[..., Path], tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    path = folder(CATALOG, a="It is.")
    assert open_compiled(path, None).title == "Test"
    assert sorted(tmp_path.iterdir()) == sorted([*before, path, tmp_path / "a.txt"])


def test_the_folder_is_named_or_refused_in_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache_folder({"LODE_CACHE": str(tmp_path / "here")}) == tmp_path / "here"
    assert cache_folder({"LODE_CACHE": ""}) is None
    default = cache_folder({})
    assert default is not None
    assert default.is_relative_to(tmp_path)
    for environment in ({}, {"XDG_CACHE_HOME": str(tmp_path / "xdg")}, {"XDG_CACHE_HOME": " "}):
        for name in ("XDG_CACHE_HOME", *environment):
            monkeypatch.setenv(name, environment.get(name, ""))
        assert cache_folder(environment) == user_cache_path("lode", appauthor=False)
    assert not default.exists()


def test_a_catalog_written_while_it_is_linked_is_not_kept(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalog = folder("articles:\n  - id: a-one\n    file: one.txt\n    title: One\n", one="One\n")
    cache = tmp_path / "cache"
    link = tui.linking.link.open_dossier

    def linked_and_written(path: Path, *others: Any) -> Dossier:
        dossier = link(path, *others)
        path.write_text(path.read_text().replace("title: Test", "title: Later"))
        return dossier

    monkeypatch.setattr(tui.linking.link, "open_dossier", linked_and_written)
    assert open_compiled(catalog, cache).title == "Test"
    monkeypatch.undo()
    assert open_compiled(catalog, cache).title == "Later"


def test_all_code_that_a_dossier_and_its_index_depend_on_is_in_the_fingerprint() -> None:
    used = "tui.linking.link, tui.linking.figures, tui.dossier.coverage, tui.search.builder, tui.view.summary"
    script = (
        f"import sys, {used}\nprint(*sorted({{name.split('.')[1] for name in sys.modules if name.startswith('tui.')}}))"
    )
    imported = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert set(imported) <= set(compiled.PACKAGES)
    fingerprint = compiled.code().decode()
    for name in compiled.PACKAGES:
        for file in (Path(compiled.__file__).parent.parent / name).rglob("*"):
            if file.suffix in (".py", ".json"):
                state = file.stat()
                assert repr((file.name, state.st_size, state.st_mtime_ns))[1:-1] in fingerprint, file


@pytest.mark.usefixtures("age")
def test_a_changed_included_file_is_linked_again(folder: Callable[..., Path], tmp_path: Path) -> None:
    path, cache = folder(CATALOG + "include: more.yaml\n", a="It is."), tmp_path / "cache"
    more = tmp_path / "more.yaml"
    more.write_text("entities:\n  - id: is\n    name: is\n    kind: place\n")
    first = open_compiled(path, cache)
    again = open_compiled(path, cache)
    assert (again.files, again.entities["is"].mark) == (first.files, ("more.yaml", 2, 5))
    more.write_text("# The same, further down.\n" + more.read_text())
    assert open_compiled(path, cache).entities["is"].mark == ("more.yaml", 3, 5)
    more.write_text("")
    assert "is" not in open_compiled(path, cache).entities
