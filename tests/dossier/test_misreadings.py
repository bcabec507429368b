"""Numbers and names that could be taken for others are refused."""

import pytest

from tests.conftest import Linked

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


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_the_end_of_a_range_is_no_number_of_its_own(linked: Linked, dash: str) -> None:
    catalog = f"""{UNITS}entities:
  - id: russia
    name: Russia
    kind: country
figures:
  - id: russia-demand
    measure: demand
    subject: russia
    sources:
      - article: a
        quote: Russia needs 2,500{dash}3,000 tons
        number: 3,000 tons
"""
    dossier = linked(catalog, a=f"Russia needs 2,500{dash}3,000 tons a year.\n")
    assert not dossier.figures
    assert [problem.code for problem in dossier.problems] == ["number"]
    assert "“3,000 tons” is the end of a range" in str(dossier.problems[0])


@pytest.mark.parametrize(("first", "second"), [("material", "company"), ("company", "material")])
def test_a_materials_name_is_shared_in_any_case(linked: Linked, first: str, second: str) -> None:
    catalog = f"""entities:
  - id: one
    name: gallium
    kind: {first}
  - id: two
    name: Gallium
    kind: {second}
"""
    dossier = linked(catalog, a="Gallium and gallium.\n")
    assert [problem.code for problem in dossier.problems if problem.severity == "error"] == ["shared-alias"]


def test_names_that_differ_by_case_alone_are_two_where_neither_is_a_material(linked: Linked) -> None:
    catalog = """entities:
  - id: country
    name: Turkey
    kind: country
  - id: bird
    name: turkey
    kind: product
"""
    dossier = linked(catalog, a="Turkey exports turkey.\n")
    assert not dossier.problems
    assert {id: len(dossier.mentions_of(id)) for id in dossier.entities} == {"country": 1, "bird": 1}
