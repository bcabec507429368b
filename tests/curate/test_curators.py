"""Curators with a file each: what one writes goes where the article is declared, and merges without conflicts."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.extract.suggesting import read
from tui.catalog.load import load
from tui.catalog.problem import CatalogError
from tui.curate.add import NewSource, add
from tui.curate.fix import apply, fixes
from tui.curate.insert import InsertError
from tui.curate.status import set_status
from tui.linking.link import open_dossier
from tui.review.review import Review

MAIN = """lode: 1
title: Dams
language: en
include: [anna/anna.yaml, ben.yaml]
measures:
  - id: capacity
    name: capacity
    unit: MW
entities:
  - id: skarn
    name: Skarn Dam
    kind: facility
"""
ARTICLE = "articles:\n  - id: {0}\n    file: {0}.txt\n    title: '[{0}]'\n"
A = "Skarn Dam has 250 MW. Orla Weir has 30 MW.\n"
B = "Skarn Dam has 260 MW, and 12 gates. Fern Weir has 30 MW.\n"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    (tmp_path / "anna").mkdir()
    for name, text in {
        "catalog.yaml": MAIN,
        "anna/anna.yaml": ARTICLE.format("a"),
        "anna/a.txt": A,
        "ben.yaml": ARTICLE.format("b"),
        "b.txt": B,
    }.items():
        (tmp_path / name).write_text(text)
    return tmp_path / "catalog.yaml"


def reviewed(catalog: Path, article: str) -> Review:
    """Accepts the draft of each name, and then each number of the dam or a weir as a capacity."""
    review = Review(read(open_dossier(catalog), [article]))
    while (item := review.current) is not None and item.form.draft.kind == "entity":
        review.fill(item.form.with_values({"kind": "facility"}))
        review.accept()
    review = Review(read(open_dossier(catalog), [article]))
    while (item := review.current) is not None:
        if not item.form.draft.exact.endswith("MW"):
            review.skip()
            continue
        for key in ("measure", "subject", "claimant"):
            choice = review.choices.of(review.items[review.position].form, key, "")[0]
            review.fill(review.items[review.position].form.with_values(choice.values, choice.created))
        review.accept()
    return review


def texts(catalog: Path) -> dict[str, str]:
    return {file: (catalog.parent / file).read_text() for file in ("catalog.yaml", "anna/anna.yaml", "ben.yaml")}


def test_a_record_goes_into_the_file_that_declares_its_article(catalog: Path) -> None:
    before = texts(catalog)
    review = reviewed(catalog, "b")
    after = texts(catalog)
    assert [file for file in before if before[file] != after[file]] == ["ben.yaml"]
    dossier = open_dossier(catalog)
    assert [problem for problem in dossier.problems if problem.severity == "error"] == []
    assert {each.mark.file for each in (dossier.entities["fern-weir"], *dossier.figures.values())} == {"ben.yaml"}
    for _ in [item for item in review.items if item.status == "accepted"]:
        review.undo()
    assert "figures" not in texts(catalog)["ben.yaml"]


def test_what_another_file_refers_to_is_not_taken_back(catalog: Path) -> None:
    review = Review(read(open_dossier(catalog), ["b"]))
    assert review.current is not None
    review.fill(review.current.form.with_values({"kind": "facility"}))
    review.accept()
    anna = catalog.parent / "anna" / "anna.yaml"
    anna.write_text(anna.read_text() + "    about: fern-weir\n")
    with pytest.raises(InsertError, match="fern-weir is used by other records by now"):
        review.undo()


def test_words_are_ignored_in_the_files_of_their_articles_or_in_none(catalog: Path) -> None:
    review = Review(read(open_dossier(catalog), ["a", "b"]))
    review.position = next(i for i, item in enumerate(review.items) if item.form.draft.exact == "30 MW")
    before = texts(catalog)
    assert "2 times" in review.ignore("other", everywhere=True)
    assert [entry.mark().file for entry in load(catalog).ignored] == ["anna/anna.yaml", "ben.yaml"]
    ben = catalog.parent / "ben.yaml"
    written = ben.read_text()
    ben.write_text(written.replace('"other"', '"list number"'))
    with pytest.raises(InsertError, match="changed in the catalog since"):
        review.undo()
    ben.write_text(written)
    review.undo()
    assert texts(catalog) == before
    ben.chmod(0o400)
    if not os.access(ben, os.W_OK):
        with pytest.raises(InsertError):
            review.ignore("other", everywhere=True)
        assert texts(catalog) == before


def test_new_articles_and_findings_go_into_the_file_that_is_meant(catalog: Path) -> None:
    new = catalog.parent / "anna" / "new.txt"
    new.write_text("Another text\n")
    [added] = add(catalog, [NewSource(name="new.txt", data=new.read_bytes(), path=new)], "anna/anna.yaml")
    assert (added.article, added.file) == ("a-new", "anna/new.txt")
    assert '    file: "new.txt"\n' in texts(catalog)["anna/anna.yaml"]
    [page] = add(catalog, [NewSource(name="p.txt", data="Ünd".encode("utf-16"))], "anna/anna.yaml")
    assert page.file == "anna/p.txt"
    with pytest.raises(InsertError, match=r"carl.yaml is not a file of catalog.yaml; name it in its `include` first"):
        add(catalog, [], "carl.yaml")

    reviewed(catalog, "b")
    ben = catalog.parent / "ben.yaml"
    figure = next(iter(open_dossier(catalog).figures))
    set_status(ben, figure, "checked", "Ben", "2026-01-01")
    assert open_dossier(catalog).figures[figure].mark.file == "ben.yaml"
    assert "status: checked" in ben.read_text()
    (catalog.parent / "b.txt").write_text(B.replace("Skarn Dam has", "Skarn Dam now has"))
    found = fixes(texts(catalog), open_dossier(catalog))
    assert {fix.mark.file for fix in found} == {"ben.yaml"}
    apply(catalog, found)
    assert [str(problem) for problem in open_dossier(catalog).problems if problem.severity == "error"] == []


def test_an_entity_that_both_created_is_one_and_the_rest_opens(catalog: Path) -> None:
    entity = "entities:\n  - {{id: weir, name: Weir, kind: facility, aliases: [{0}]}}\n"
    for file, alias in (("anna/anna.yaml", "Orla Weir"), ("ben.yaml", "Fern Weir")):
        with (catalog.parent / file).open("a") as opened:
            opened.write(entity.format(alias))
    dossier = open_dossier(catalog)
    errors = [str(problem) for problem in dossier.problems if problem.severity == "error"]
    assert errors == ["ben.yaml:6:10: error: “weir” is declared at anna/anna.yaml:6 already; keep one entry"]
    # Both names are known, wherever they occur.
    assert [each.article for each in dossier.occurrences_of("weir")] == ["a", "b"]
    ben = catalog.parent / "ben.yaml"
    ben.write_text(ben.read_text().replace("name: Weir", "name: Weir Company"))
    with pytest.raises(CatalogError, match=r"the id “weir” is taken, at anna/anna\.yaml:6"):
        open_dossier(catalog)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_two_curators_merge_without_conflicts(catalog: Path) -> None:
    names = ("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL")
    own = dict.fromkeys(names, "x") | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}

    def git(*arguments: str) -> None:
        environment = {"PATH": os.environ["PATH"], "HOME": str(catalog.parent), **own}
        subprocess.run(["git", *arguments], cwd=catalog.parent, env=environment, check=True, capture_output=True)

    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "Begin")
    for curator, article in (("anna", "a"), ("ben", "b")):
        git("checkout", "-b", curator, "main")
        reviewed(catalog, article)
        git("commit", "-a", "-m", "Review")
    git("merge", "anna")
    dossier = open_dossier(catalog)
    assert {each.mark.file for each in dossier.figures.values()} == {"anna/anna.yaml", "ben.yaml"}
    assert len(dossier.figures) == 4
    assert [problem for problem in dossier.problems if problem.severity == "error"] == []
