"""`lode check` notes texts that have no entry, and finds the file of an article that was renamed."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from tui.curate.unlisted import notes
from tui.linking.link import open_dossier

ENTRY = "articles:\n  - id: a\n    file: {file}\n    title: '[A]'\n    sha256: {digest}\n    original: a.md\n"
DIGEST = sha256(b"It is.\n").hexdigest()


def said(path: Path) -> list[str]:
    return [str(note) for note in notes(open_dossier(path))]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (
            {
                "a.txt": "It is.\n",
                "a.md": "",
                "README.md": "",
                "lode-b-2.md": "",
                ".b.txt": "",
                "other/b.txt": "",
                "b.png": "",
            },
            [],
        ),
        (
            {"a.txt": "It is.\n", "it's new.txt": ""},
            ["""catalog.yaml:1:1: note: it's new.txt has no entry; `lode add 'it'"'"'s new.txt'` makes one"""],
        ),
        (
            {"sub/b.txt": "It is.\n"},
            [
                "catalog.yaml:5:11: note: sub/b.txt has the text that `sha256` was taken of; if a.txt was renamed, "
                "write `file: sub/b.txt`"
            ],
        ),
        ({"sub/b.txt": "It was.\n"}, []),
        (
            {"a.txt": "It is.\n", **{f"b{each:02}.txt": "" for each in range(21)}},
            [
                "catalog.yaml:1:1: note: 21 files have no entry: b00.txt, b01.txt, b02.txt, b03.txt, b04.txt and 16 "
                "more; `lode add` makes one for each file that it is given"
            ],
        ),
    ],
)
def test_files_without_an_entry(folder: Callable[..., Path], files: dict[str, str], found: list[str]) -> None:
    path = folder(ENTRY.format(file="a.txt", digest=DIGEST))
    for name, text in files.items():
        (path.parent / name).parent.mkdir(exist_ok=True)
        (path.parent / name).write_text(text)
    assert said(path) == found


def test_a_renamed_file_is_named_as_the_included_file_names_it(folder: Callable[..., Path]) -> None:
    path = folder("include: sub/more.yaml\n")
    (path.parent / "sub").mkdir()
    (path.parent / "sub" / "more.yaml").write_text(ENTRY.format(file="a.txt", digest=DIGEST))
    (path.parent / "b.txt").write_text("It is.\n")
    assert said(path) == [
        "sub/more.yaml:3:11: note: b.txt has the text that `sha256` was taken of; if sub/a.txt was renamed, "
        "write `file: ../b.txt`"
    ]
    (path.parent / "sub" / "more.yaml").write_text(ENTRY.format(file="../b.txt", digest=DIGEST))
    assert said(path) == []
