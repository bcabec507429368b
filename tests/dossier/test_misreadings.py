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
def test_the_end_of_a_range_is_not_a_number_of_its_own(linked: Linked, dash: str) -> None:
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


FIGURE = """entities:
  - id: russia
    name: Russia
    kind: country
figures:
  - id: russia-demand
    measure: demand
    subject: russia
"""


@pytest.mark.parametrize(
    ("text", "number", "left_out"),
    [
        ("Russia braucht 44 Millionen tons.", "44", " Millionen"),
        ("Russia needs 5 lakh tons.", "5", " lakh tons"),
        ("Russia needs 12 ± 3 tons.", "12", " ± 3 tons"),
        ("Russia needs **18.4** million tons.", "18.4", " million tons"),
        ("Russia needs 44 pounds of it.", "44", " pounds"),
        ("Russia needs 5 or 6 kilograms of it.", "5", "5 or 6 kilograms"),
    ],
)
def test_a_part_of_a_number_is_a_problem_that_names_the_rest(
    linked: Linked, text: str, number: str, left_out: str
) -> None:
    units = UNITS.replace(
        "measures:", "  - {id: kg, name: kilogram, written: [kilograms], base: t, factor: 0.001}\nmeasures:"
    )
    source = f'    sources: [{{article: a, quote: "{text[:-1]}", number: "{number}"}}]\n'
    dossier = linked(units + FIGURE + source, a=text + "\n")
    assert not dossier.figures
    (problem,) = [problem for problem in dossier.problems if problem.severity == "error"]
    assert problem.code == "number"
    assert f"“{left_out}”" in problem.message


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russia needs an estimated 28 tons."),
        ("de", "Russia braucht geschätzt 28 tons."),
        ("fr", "Russia a une estimation de 28 tons."),
    ],
)
@pytest.mark.parametrize(("nature", "modifier"), [("", "≈"), ("    nature: estimate\n", "=")])
def test_estimated_is_a_hedge_unless_the_figure_is_recorded_as_an_estimate(
    linked: Linked, language: str, text: str, nature: str, modifier: str
) -> None:
    source = f"    sources: [{{article: a, quote: {text.rstrip('.')}, number: 28 tons}}]\n"
    dossier = linked(f"language: {language}\n{UNITS}{FIGURE}{nature}{source}", a=text + "\n")
    assert dossier.figures["russia-demand"].value.modifier == modifier


@pytest.mark.parametrize(
    "text",
    [
        "Russia took over 12 tons.",
        "Russia may not in any case exceed 12 tons.",
        "Russia needs little more than 12 tons.",
        "Russland braucht mindestens 12 tons.",
    ],
)
@pytest.mark.parametrize(("bound", "problems"), [("", 1), ("    bound: '='\n", 0)])
def test_words_that_may_be_a_hedge_want_the_bound_from_the_curator(
    linked: Linked, text: str, bound: str, problems: int
) -> None:
    source = f"    sources: [{{article: a, quote: {text[:-1]}, number: 12 tons}}]\n"
    entities = FIGURE.replace("name: Russia", "name: Russia\n    aliases: [Russland]")
    dossier = linked(UNITS + entities + bound + source, a=text + "\n")
    errors = [problem for problem in dossier.problems if problem.severity == "error"]
    assert len(errors) == problems
    assert all("say so in `bound`" in problem.message for problem in errors)


def test_a_letter_is_the_unit_of_a_measure_that_is_written_so(linked: Linked) -> None:
    catalog = """units:
  - {id: m, name: metre}
  - {id: t, name: tonne, written: [tons]}
measures:
  - {id: height, name: height, unit: m}
  - {id: demand, name: demand, unit: t}
entities:
  - {id: russia, name: Russia, kind: country}
figures:
  - {id: one, measure: height, subject: russia, sources: [{article: a, quote: Russia is 1.8m tall, number: 1.8m}]}
  - {id: two, measure: demand, subject: russia, sources: [{article: a, quote: needs 48m tons, number: 48m tons}]}
"""
    dossier = linked(catalog, a="Russia is 1.8m tall and needs 48m tons.\n")
    assert {id: str(figure.value.value) for id, figure in dossier.figures.items()} == {"one": "1.8", "two": "48000000"}


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
    assert {id: len(dossier.occurrences_of(id)) for id in dossier.entities} == {"country": 1, "bird": 1}


STATED = {
    "claims": "claims:\n  - id: told\n    what: It works\n    about: [russia]\n",
    "events": "events:\n  - id: told\n    what: It works\n",
}
"""How the entry of a claim or event begins."""


@pytest.mark.parametrize("kind", STATED)
@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Russia reportedly mines there", "reportedly"),
        ("Russia allegedly mines there", "allegedly"),
        ("Russia fördert dort angeblich Erz", "angeblich"),
        ("Russia якобы добывает там", "якобы"),
        ("Russia mines there", None),
    ],
)
@pytest.mark.parametrize("modality", ["", "    modality: reportedly\n"])
def test_what_a_text_only_reports_is_not_stated(
    linked: Linked, kind: str, text: str, word: str | None, modality: str
) -> None:
    entities = "entities:\n  - {id: russia, name: Russia, kind: country}\n"
    sources = f"    sources: [{{article: a, quote: {text}}}]\n"
    dossier = linked(UNITS + entities + STATED[kind] + modality + sources, a=text + ".\n")
    assert not [problem for problem in dossier.problems if problem.severity == "error"]
    told = [problem.message for problem in dossier.problems if problem.code == "modality"]
    expected = f"the text says “{word}”, and the catalog states it; give `modality: reportedly`"
    assert told == ([expected] if word and not modality else [])
