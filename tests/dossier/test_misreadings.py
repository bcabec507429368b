"""Numbers and names that could be taken for others are refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.dossier.link import open_dossier

UNITS = """\
units:
  - id: t
    name: tonne
    written: [tons]
measures:
  - id: demand
    name: demand
    unit: t
    per: yr
"""
ARTICLE = "articles:\n  - id: a-one\n    file: one.txt\n    title: Demand\n"


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_the_end_of_a_range_is_no_number_of_its_own(folder: Callable[..., Path], dash: str) -> None:
    catalog = f"""{UNITS}{ARTICLE}entities:
  - id: russia
    name: Russia
    kind: country
figures:
  - id: russia-demand
    measure: demand
    subject: russia
    sources:
      - article: a-one
        quote: Russia needs 2,500{dash}3,000 tons
        number: 3,000 tons
"""
    dossier = open_dossier(folder(catalog, one=f"Demand\nRussia needs 2,500{dash}3,000 tons a year.\n"))
    assert not dossier.figures
    assert [problem.code for problem in dossier.problems] == ["number"]
    assert "“3,000 tons” is the end of a range" in str(dossier.problems[0])


@pytest.mark.parametrize(("first", "second"), [("material", "company"), ("company", "material")])
def test_a_materials_name_is_shared_in_any_case(folder: Callable[..., Path], first: str, second: str) -> None:
    catalog = f"""{ARTICLE}entities:
  - id: one
    name: gallium
    kind: {first}
  - id: two
    name: Gallium
    kind: {second}
"""
    dossier = open_dossier(folder(catalog, one="Demand\nGallium and gallium.\n"))
    assert [problem.code for problem in dossier.problems if problem.severity == "error"] == ["shared-alias"]


def test_names_that_differ_by_case_alone_are_two_where_neither_is_a_material(folder: Callable[..., Path]) -> None:
    catalog = f"""{ARTICLE}entities:
  - id: country
    name: Turkey
    kind: country
  - id: bird
    name: turkey
    kind: product
"""
    dossier = open_dossier(folder(catalog, one="Demand\nTurkey exports turkey.\n"))
    assert not dossier.problems
    assert {id: len(dossier.mentions_of(id)) for id in dossier.entities} == {"country": 1, "bird": 1}
