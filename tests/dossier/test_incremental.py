"""A dossier that takes over parts of an earlier version is the same as one linked from scratch."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.dossier.edited import SEEDS, EditedDossier
from tui.catalog.problem import CatalogError
from tui.dossier import article_mentions
from tui.dossier.coverage import CoverageReader
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.quantity.unit import Units
from tui.store.compiled import open_compiled
from tui.store.coverage_store import read_coverage


def quiet(done: int, whole: int) -> None:
    """Shows no progress."""


def content(dossier: Dossier) -> dict[str, object]:
    """Everything in a dossier, in its order."""
    plain = vars(replace(dossier, units=Units(()))) | {
        "units": dossier.units.by_id,
        "snapshot": None,
        "keys": None,
        "parsed": None,
    }
    return {key: [*value.items()] if isinstance(value, dict) else value for key, value in plain.items()} | {
        "mentions": [*dossier.mentions.items()]
    }


@pytest.mark.parametrize(("seed", "edits"), SEEDS)
@pytest.mark.parametrize("kept", ["in the cache", "in memory"])
def test_after_edits_it_is_the_same_as_linked_from_the_start(tmp_path: Path, seed: int, edits: int, kept: str) -> None:
    edited, cache = EditedDossier(seed), tmp_path / "cache" if kept == "in the cache" else None
    done, before = ["written"], None
    for _ in range(edits):
        path = edited.write(tmp_path)
        try:
            whole = open_dossier(path)
        except CatalogError as error:
            with pytest.raises(CatalogError) as found:
                open_compiled(path, cache, before=before)
            assert [*map(str, found.value.problems)] == [*map(str, error.problems)], done
        else:
            dossier = open_compiled(path, cache, before=before)
            assert content(dossier) == content(whole), done
            assert dossier.keys == whole.keys, done
            assert read_coverage(dossier, cache, quiet) == [whole.coverage(id) for id in whole.article_order], done
            if cache is None:
                before = dossier
        done.append(edited.edit())


TEXTS = {"a": "Orla dug 5 tons in May. Silt is sold.", "b": "Orla rose. Bor fell by 3 tons."}
ENTRIES = "".join(f'  - {{id: {id}, file: {id}.txt, title: "[{id}]"}}\n' for id in TEXTS)
HEAD = f"lode: 1\ntitle: Test\narticles:\n{ENTRIES}"


@pytest.mark.parametrize(
    ("file", "text", "read"),
    [
        ("b.txt", "Orla rose. Bor fell by 30 tons.", ["b"]),
        # In “a”, Silt opens a sentence: it may be a name until another article prints it without a capital.
        ("b.txt", "Orla rose. Bor sank in silt.", ["a", "b"]),
        ("b.txt", TEXTS["b"], []),
        ("catalog.yaml", f"{HEAD}# A comment.\n", []),
        ("catalog.yaml", f"{HEAD}ignored:\n  - {{article: a, quote: 5 tons, number: '5', why: other}}\n", ["a"]),
        ("catalog.yaml", f"language: de\n{HEAD}", ["a", "b"]),
    ],
)
def test_only_the_coverage_that_depends_on_an_edit_is_read_again(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, text: str, read: list[str]
) -> None:
    path, cache = folder(f"articles:\n{ENTRIES}", **TEXTS), tmp_path / "cache"
    read_coverage(open_dossier(path), cache, quiet)
    (tmp_path / file).write_text(text, encoding="utf-8")
    dossier, of, done = open_dossier(path), CoverageReader.of, []
    monkeypatch.setattr(CoverageReader, "of", lambda self, id, *more: done.append(id) or of(self, id, *more))
    found = read_coverage(dossier, cache, quiet)
    assert done == read
    monkeypatch.undo()
    assert found == [dossier.coverage(id) for id in TEXTS]


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"x" * 5000])
def test_a_damaged_file_of_coverage_is_not_used(folder: Callable[..., Path], tmp_path: Path, content: bytes) -> None:
    path, cache = folder(f"articles:\n{ENTRIES}", **TEXTS), tmp_path / "cache"
    dossier = open_dossier(path)
    first = read_coverage(dossier, cache, quiet)
    (file,) = cache.rglob("*.sqlite")
    file.write_bytes(content)
    assert read_coverage(dossier, cache, quiet) == first
    assert file.stat().st_size > 5000


def test_linking_says_how_far_it_is(folder: Callable[..., Path]) -> None:
    names = ("A", "B", "C")
    articles = "articles:\n" + "".join(f"  - {{id: {name}, file: {name}.txt, title: '[{name}]'}}\n" for name in names)
    catalog = folder(
        f"{articles}entities:\n  - {{id: moss, name: Moss, kind: person}}\n", **dict.fromkeys(names, "Moss")
    )
    seen: list[tuple[int, int]] = []
    open_dossier(catalog, progress=lambda done, total: seen.append((done, total)))
    assert seen == [*((done, 7) for done in range(1, 8)), (7, 7)]


def test_only_the_mentions_that_an_edit_changes_are_unpacked_again(
    folder: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(f"articles:\n{ENTRIES}entities:\n  - {{id: orla, name: Orla, kind: person}}\n", **TEXTS)
    before = open_dossier(path)
    assert {**before.mentions.counts["orla"]} == {"a": 1, "b": 1}
    (tmp_path / "b.txt").write_text("Orla rose. Orla fell.", encoding="utf-8")
    unpacked: list[str] = []
    loads = article_mentions.json.loads
    monkeypatch.setattr(article_mentions.json, "loads", lambda packed: unpacked.append(packed) or loads(packed))
    after = open_compiled(path, None, before=before)
    assert {**after.mentions.counts["orla"]} == {"a": 1, "b": 2}
    assert unpacked == [after.mentions.packed("b")]
