"""Who is named with whom."""

from tests.conftest import Linked
from tui.dossier.dossier import Dossier

CATALOG = """\
entities:
  - {id: ada, name: Ada, kind: person}
  - {id: bo, name: Bo, kind: person}
  - {id: cy, name: Cy, kind: person}
  - {id: salt, name: salt, kind: material}
"""
TEXT = """Ada met Bo. Cy saw Ada and Bo, and Bo saw salt.
Ada sold salt.

Cy was alone. Bo too.
"""


def test_sentences_that_are_shared_are_counted_once(linked: Linked) -> None:
    dossier = linked(CATALOG, a=TEXT)
    assert [(id, count, first.span.start) for id, count, first in dossier.named_with("ada")] == [
        ("bo", 2, TEXT.index("Bo")),
        ("cy", 1, TEXT.index("Cy")),
    ]
    assert [(id, count) for id, count, _ in dossier.named_with("cy")] == [("ada", 1), ("bo", 1)]


def test_what_is_named_everywhere_is_left_out(linked: Linked) -> None:
    dossier = linked(CATALOG, a=TEXT)
    assert dossier.background == {"salt"}
    assert {id: count for id, count, _ in dossier.named_with("salt")} == {"ada": 2, "bo": 1, "cy": 1}


def test_of_the_built_in_dossier(dossier: Dossier) -> None:
    named = {id: count for id, count, _ in dossier.named_with("tomtor")}
    assert named["vladimir-putin"] == named["yakutia"] == 2
    assert "russia" not in named
    for entity in dossier.entities:
        for other, count, _ in dossier.named_with(entity):
            if entity not in dossier.background:
                assert (entity, count) in [(id, n) for id, n, _ in dossier.named_with(other)]
