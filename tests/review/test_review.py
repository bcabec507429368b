"""A curator goes through the drafts of a text: fills them in, accepts, ignores and undoes; and files may change."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.extract.suggesting import read
from tui.catalog.load import load
from tui.curate.drafts import Proposed, Suggestion
from tui.curate.insert import InsertError
from tui.dossier.dossier import Dossier
from tui.extract.suggest import chosen_draft, drafts_of
from tui.linking.link import open_dossier
from tui.review import draft_reading
from tui.review.choice import Choice, numbered
from tui.review.draft_reading import read_one
from tui.review.journal import ReviewJournal
from tui.review.review import Review, ReviewItem
from tui.text.span import Span

CATALOG = """measures:
  - id: capacity
    name: capacity
    unit: MW
articles:
  - id: a
    file: a.txt
    title: "[A]"
  - id: b
    file: b.txt
    title: "[B]"
entities:
  - id: skarn
    name: Skarn Dam
    kind: facility
  - id: agency
    name: Energy Agency
    kind: government
"""
A = """Skarn Dam has 250 MW.

Skarn Dam will reach 300 MW by 2030, the Energy Agency said on 3 May 2024.

The new part has 120 MW, 40 turbines and 12 gates, said Ada Moss.
"""
B = "Skarn Dam has 12 gates, and 12 gates work.\n"

Folder = Callable[..., Path]


def opened(
    folder: Folder, *articles: str, catalog: str = CATALOG, a: str = A, journal: ReviewJournal | None = None
) -> Review:
    return Review(read(open_dossier(folder(catalog, a=a, b=B)), articles or ["a"]), journal)


def reread(review: Review) -> None:
    """Takes over the files as they are now, as the app does after each change."""
    review.refresh(read(open_dossier(review.dossier.catalog), ["a"]))


def at(review: Review, exact: str) -> ReviewItem:
    """Goes to the draft of some words."""
    review.position = next(i for i, item in enumerate(review.items) if item.form.draft.exact == exact)
    item = review.current
    assert item is not None
    return item


def choose(review: Review, key: str, typed: str = "", nth: int = 0) -> Choice:
    """Chooses a value of the current draft's field, as found for what is typed."""
    item = review.current
    assert item is not None
    choice = review.choices.of(item.form, key, typed)[nth]
    review.fill(item.form.with_values(choice.values, choice.created))
    return choice


def labels(review: Review, key: str, typed: str = "") -> list[str]:
    item = review.current
    assert item is not None
    return [choice.label for choice in review.choices.of(item.form, key, typed)]


def text(review: Review) -> str:
    return review.dossier.catalog.read_text()


@pytest.mark.parametrize(
    ("sentence", "certain"),
    [
        ("Skarn Dam has 250 MW.", True),
        ("Skarn Dam has 250 MW, the agency said.", False),
        ("According to a map, Skarn Dam has 250 MW.", False),
        ("“Skarn Dam has 250 MW.”", False),
        ("Skarn Dam has 250 MW for the Energy Agency.", False),
        ("Skarn Dam has 250 MW in Northland.", False),
        ("Skarn Dam has 250 MW. It will last, he added.", False),
        ("Skarn Dam hat laut Behörde 250 MW.", False),
        ("Skarn Dam a 250 MW, selon elle.", False),
        ("Skarn Dam tiene 250 MW, según la agencia.", False),
        ("The poll asked those who know.\n\nSkarn Dam has 250 MW.", False),
        ("The poll asked those who know.\n\nIt is old.\n\nSkarn Dam has 250 MW.", True),
    ],
)
def test_no_number_is_given_to_the_article_if_its_paragraph_may_give_it_to_someone(
    folder: Folder, sentence: str, certain: bool
) -> None:
    review = opened(folder, a=sentence + "\n")
    assert ("claimant" not in at(review, "250 MW").form.missing) == certain


@pytest.mark.parametrize(
    ("sentence", "said", "doubt"),
    [
        ("Skarn Dam has 250 MW, the Energy Agency said.", "Energy Agency said", False),
        ("According to the Energy Agency, Skarn Dam has 250 MW.", "According to the Energy Agency", False),
        ("The Energy Agency’s report gives Skarn Dam 250 MW.", "Energy Agency’s report", False),
        ("Skarn Dam’s 250 MW came from the Energy Agency.", "came from the Energy Agency", True),
        ("The minister said the Energy Agency has 250 MW.", "minister said the Energy Agency", True),
        ("Skarn Dam’s 250 MW came from the Energy Agency, said Ada Moss.", "came from the Energy Agency", True),
        ("Skarn Dam has 250 MW, they told the Energy Agency.", "they told the Energy Agency", True),
        ("The Energy Agency said little.\n\nSkarn Dam has 250 MW.", "Energy Agency said", True),
        ("The Energy Agency said that\nSkarn Dam has 250 MW.", "Energy Agency said", False),
        ("The Energy Agency said little. " + "It is far. " * 60 + "Skarn Dam has 250 MW.", "Energy Agency said", True),
    ],
)
def test_a_claimant_whom_no_words_make_the_source_is_doubted(
    folder: Folder, sentence: str, said: str, doubt: bool
) -> None:
    review = opened(folder, a=sentence + "\n")
    item = at(review, "250 MW")
    choose(review, "claimant", "energy")
    assert (item.form.text("said") == "") == doubt
    assert ("said" in item.form.missing) == doubt
    choose(review, "said", said)
    assert item.form.text("said") == said
    assert bool(review.choices.doubt(item.form)) == doubt
    assert not doubt or said in review.choices.doubt(item.form)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("work", ["workforce", "work"]), ("workforce", ["workforce"]), ("daily work", ["daily work"])],
)
def test_of_the_name_of_a_new_measure_the_beginning_is_enough(folder: Folder, typed: str, offered: list[str]) -> None:
    review = opened(folder, a="Ada Moss has a workforce of 250 people. Workmen came.\n")
    at(review, "250")
    # Each is offered once more as a measure of a change.
    assert labels(review, "measure", typed) == [*offered, *offered]


def test_digits_choose_only_what_fits_and_the_article_names(folder: Folder) -> None:
    review = opened(folder, a="The new part has 120 MW, and 40 percent of it works. Skarn Dam is near.\n")
    at(review, "40 percent")
    # Nothing that is measured in MW is a share, whatever is typed.
    assert "capacity" not in [*labels(review, "measure"), *labels(review, "measure", "cap")]
    at(review, "120 MW")
    assert labels(review, "measure")[0] == "capacity"
    assert labels(review, "subject") == ["The new part", "Skarn Dam"]
    assert labels(review, "subject", "energy")[0] == "Energy Agency"


def test_a_new_country_is_known_by_its_name(folder: Folder) -> None:
    review = opened(folder)
    at(review, "250 MW")
    assert [choose(review, "subject", name).asks for name in ("Norway", "Northland")] == ["", "northland"]
    choice = choose(review, "subject", "Norway")
    assert choice.created[0][1]["kind"] == "country"


def test_who_cannot_speak_is_offered_as_a_claimant_only_for_what_is_typed(folder: Folder) -> None:
    steel = "  - id: steel\n    name: Skarn Steel\n    kind: material\n"
    report = "  - id: report\n    name: Skarn Report\n    kind: publication\n"
    review = opened(
        folder, catalog=CATALOG + steel + report, a="Skarn Dam has 250 MW of Skarn Steel and Skarn Report.\n"
    )
    item = at(review, "250 MW")
    assert labels(review, "claimant") == ["the article itself", "Skarn Report"]
    assert labels(review, "claimant", "energy")[0] == "Energy Agency"
    typed = review.choices.of(item.form, "claimant", "skarn")
    assert [(each.label, "cannot speak" in each.about) for each in typed] == [
        ("Skarn Report", False),
        ("Skarn Dam", True),
        ("Skarn Steel", True),
    ]


def test_a_figure_is_filled_in_and_is_in_the_catalog(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "300 MW")
    assert [item.form.text(key) for key in ("measure", "subject", "claimant")] == ["capacity", "skarn", "agency"]
    review.fill(replace(item.form, values={"measure": "capacity", "nature": "reported"}))
    with pytest.raises(InsertError, match="Fill in first: "):
        review.accept()
    choose(review, "subject", "ska")
    assert labels(review, "claimant")[:2] == ["Energy Agency", "the article itself"]
    choose(review, "claimant", "en")
    assert "Energy Agency said" in item.form.text("said")
    choose(review, "period", "2030")
    choose(review, "nature", "fore")
    assert review.accept() == "skarn-capacity-agency is in the catalog."
    figure = open_dossier(review.dossier.catalog).figures["skarn-capacity-agency"]
    assert (figure.subject, figure.claimant, figure.period, figure.nature) == ("skarn", "agency", "2030", "forecast")
    assert not figure.draft


def test_new_records_are_written_with_the_one_that_refers_to_them(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "12")
    # The text proposes them, and her own draft says what she is.
    assert [(entry["name"], entry.get("kind")) for _, entry in item.form.created] == [
        ("count", None),
        ("gates", None),
        ("Ada Moss", "person"),
    ]
    assert item.form.missing == ["subject"]
    assert item.form.text("said") == "said Ada Moss"
    choose(review, "subject", "ska")
    gates = choose(review, "material", "gates")
    assert gates.asks == "gates-2"
    review.fill(item.form.with_kind("gates-2", "product"))
    review.accept()
    catalog = load(review.dossier.catalog)
    assert [(unit.id, unit.exact) for unit in catalog.units] == [("count", True)]
    assert [(measure.id, measure.unit) for measure in catalog.measures][-1] == ("gates", "count")
    assert [(each.id, each.type) for each in catalog.entities][-2:] == [("ada-moss", "person"), ("gates-2", "product")]
    assert catalog.figures[0].claimant == "ada-moss"
    reread(review)
    assert review.dossier.figures[catalog.figures[0].id].value.value == 12


def test_a_record_that_was_just_written_is_not_created_again(folder: Folder) -> None:
    review = opened(folder)
    for exact in ("120 MW", "40", "12"):
        item = at(review, exact)
        review.fill(item.form.with_values({"measure": None} if exact == "120 MW" else {}))
        choose(review, "subject", "ska")
        if exact == "120 MW":
            choose(review, "measure", "output")
        review.accept()
    catalog = load(review.dossier.catalog)
    assert [measure.name for measure in catalog.measures] == ["capacity", "output", "turbines", "gates"]
    assert [entity.name for entity in catalog.entities] == ["Skarn Dam", "Energy Agency", "Ada Moss"]
    assert len(catalog.figures) == 3


def test_a_measure_in_another_unit_gets_a_name_of_its_own(folder: Folder) -> None:
    review = opened(folder, a="Output of Skarn Dam was 300 GWh.\n\nOutput of Skarn Dam was 20 tons in 2020.\n")
    at(review, "300 GWh")
    choose(review, "measure", "output")
    choose(review, "subject", "ska")
    choose(review, "claimant", "itself")
    review.accept()
    item = at(review, "20 tons")
    assert [entry["name"] for _, entry in item.form.created] == ["Output (t)"]


def test_what_was_created_and_given_up_again_is_not_written(folder: Folder) -> None:
    review = opened(folder)
    at(review, "300 MW")
    choose(review, "measure", "power")
    choose(review, "measure", "capacity")
    choose(review, "subject", "New Dam", -1)
    choose(review, "subject", "ska")
    choose(review, "claimant", "en")
    choose(review, "nature", "target")
    review.accept()
    catalog = load(review.dossier.catalog)
    assert len(catalog.measures) == 1
    assert len(catalog.entities) == 2


@pytest.mark.parametrize(
    ("words", "nature"),
    [
        ("Skarn Dam has 300 MW.", "reported"),
        ("Skarn Dam is likely to have 300 MW.", None),
        ("Skarn Dam is forecast to have 300 MW.", None),
        ("The agency expects Skarn Dam to have 300 MW.", None),
    ],
)
def test_the_nature_is_open_where_a_clause_says_that_it_is_not_so_yet(
    folder: Folder, words: str, nature: str | None
) -> None:
    review = opened(folder, a=f"{words}\n")
    assert at(review, "300 MW").form.values.get("nature") == nature


def test_a_record_that_lode_check_refuses_is_not_written(folder: Folder) -> None:
    review = opened(folder)
    before = text(review)
    item = at(review, "300 MW")
    review.fill(
        item.form.with_values({"subject": "skarn", "claimant": "agency", "said": "Skarn Dam will", "nature": "target"})
    )
    with pytest.raises(InsertError, match="“Skarn Dam will” do not name agency"):
        review.accept()
    assert text(review) == before
    assert (item.status, review.current) == ("open", item)


def test_the_quote_reaches_to_what_the_figure_is_about(folder: Folder) -> None:
    review = opened(folder, a="In all, the 3 MW, which nobody has ever seen, are those of Skarn Dam.\n")
    at(review, "3 MW")
    choose(review, "subject", "ska")
    choose(review, "claimant", "the art")
    assert review.accept() == "skarn-capacity is in the catalog."
    [source] = load(review.dossier.catalog).figures[0].sources
    assert source.quote.endswith("are those of Skarn Dam")


@pytest.mark.parametrize("everywhere", [False, True])
def test_words_are_ignored_here_or_everywhere(folder: Folder, everywhere: bool) -> None:
    review = opened(folder, "a", "b")
    at(review, "12")
    twelve = [item for item in review.items if item.form.draft.exact == "12"]
    assert len(twelve) == 3
    # One that was skipped is still to be decided.
    twelve[2].status = "skipped"
    review.ignore("page furniture", everywhere=everywhere)
    assert [item.status for item in twelve] == ["ignored", *(["ignored"] * 2 if everywhere else ["open", "skipped"])]
    dossier = open_dossier(review.dossier.catalog)
    assert [problem.message for problem in dossier.problems if problem.severity == "error"] == []
    assert len(dossier.ignored) == (3 if everywhere else 1)
    review.undo()
    assert [item.status for item in twelve] == ["open", "open", "skipped"]
    assert load(review.dossier.catalog).ignored == []


def test_a_name_is_ignored_wherever_it_stands(folder: Folder) -> None:
    review = opened(folder)
    at(review, "Ada Moss")
    review.ignore("user name", everywhere=True)
    [entry] = load(review.dossier.catalog).ignored
    assert (entry.name, entry.article) == ("Ada Moss", None)


def test_steps_are_undone_one_by_one_as_long_as_nobody_changed_them(folder: Folder) -> None:
    review = opened(folder)
    first = text(review)
    at(review, "Ada Moss")
    choose(review, "kind", "pers")
    review.accept()
    second = text(review)
    item = at(review, "250 MW")
    choose(review, "subject", "ska")
    choose(review, "claimant", "the art")
    review.accept()
    reread(review)
    assert review.undo() == "Undone: skarn-capacity."
    assert text(review) == second
    assert (review.current, item.status, item.record) == (item, "open", "")
    review.dossier.catalog.write_text(second.replace('"person"', '"company"'))
    with pytest.raises(InsertError, match="ada-moss has been changed in the catalog since"):
        review.undo()
    review.dossier.catalog.write_text(second)
    review.undo()
    assert text(review) == first
    with pytest.raises(InsertError, match="Nothing to undo"):
        review.undo()


def test_what_stays_does_not_keep_what_was_written_before_it_from_being_undone(folder: Folder) -> None:
    review = opened(folder)
    first = text(review)
    at(review, "12")
    review.ignore("other")
    at(review, "40")
    review.ignore("other")
    changed = text(review).replace('number: "40"\n    why: "other"', 'number: "40"\n    why: "time"')
    assert changed != text(review)
    review.dossier.catalog.write_text(changed)
    with pytest.raises(InsertError, match="what was ignored has been changed in the catalog since"):
        review.undo()
    assert review.undo() == "Undone: “12” is no longer ignored."
    with pytest.raises(InsertError, match="Nothing to undo"):
        review.undo()
    assert '"time"' in text(review) and text(review).startswith(first)


def test_what_an_earlier_queue_wrote_is_undone_and_its_draft_comes_next(folder: Folder) -> None:
    journal = ReviewJournal()
    review = opened(folder, journal=journal)
    first = text(review)
    item = at(review, "12")
    review.ignore("other")
    later = Review(read(open_dossier(review.dossier.catalog), ["a"]), journal)
    assert item.key not in {each.key for each in later.items}
    current = later.current
    assert later.undo() == "Undone: “12” is no longer ignored."
    assert text(later) == first
    reread(later)
    assert later.current is current
    later.skip()
    assert later.current is not None and later.current.key == item.key


def test_progress_and_ways_through_the_queue(folder: Folder) -> None:
    review = opened(folder)
    kinds = [item.form.draft.kind for item in review.items]
    assert kinds == sorted(kinds, key=["entity", "figure", "event"].index)
    many = len(kinds)
    assert review.progress == f"1 of {many}, 0 accepted"
    assert not review.back()
    review.skip()
    assert review.back()
    assert review.next_group()
    assert review.current is not None and review.current.form.draft.kind == "figure"
    two = opened(folder, "a", "b")
    groups = []
    while two.next_group() and two.current and two.position:
        groups.append((two.current.form.draft.article, two.current.form.draft.kind))
    assert groups == [("a", "figure"), ("a", "event"), ("b", "figure")]
    at(review, "Ada Moss")
    choose(review, "kind", "pers")
    review.accept()
    assert review.progress.endswith(f"of {many}, 1 accepted")
    while review.current:
        review.skip()
    assert review.progress == f"{many} of {many}, 1 accepted"
    assert "1 accepted" in review.summary


def test_the_place_and_what_was_filled_in_outlast_changes_of_the_files(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "120 MW")
    choose(review, "subject", "ska")
    # Another program captures a name and moves the text down.
    catalog = review.dossier.catalog
    catalog.write_text(text(review).replace("entities:\n", "entities:\n  - {id: ada, name: Ada Moss, kind: person}\n"))
    (catalog.parent / "a.txt").write_text("A line more, of 7 MW.\n\n" + A)
    reread(review)
    assert review.current is item
    assert item.form.text("subject") == "skarn"
    exacts = [each.form.draft.exact for each in review.items]
    assert "Ada Moss" not in exacts
    assert exacts[-1] == "7 MW"
    choose(review, "claimant", "ada")
    assert item.form.text("said") == "said Ada Moss"
    review.accept()
    reread(review)
    [figure] = review.dossier.figures.values()
    assert review.dossier.documents["a"][figure.sources[0].number or figure.sources[0].quote] == "120 MW"


def test_what_others_write_between_reading_and_accepting_is_kept(folder: Folder) -> None:
    review = opened(folder)
    at(review, "250 MW")
    choose(review, "subject", "ska")
    choose(review, "claimant", "the art")
    review.dossier.catalog.write_text(text(review) + "# Kept.\n")
    review.accept()
    assert "# Kept.\n" in text(review)
    at(review, "Ada Moss")
    choose(review, "kind", "pers")
    broken = text(review) + "figures: [\n"
    review.dossier.catalog.write_text(broken)
    with pytest.raises(InsertError, match="is broken on line"):
        review.accept()
    assert text(review) == broken


def test_a_subject_that_another_program_removed_is_noticed(folder: Folder) -> None:
    review = opened(folder)
    at(review, "250 MW")
    choose(review, "subject", "ska")
    choose(review, "claimant", "the art")
    review.dossier.catalog.write_text(text(review).replace("id: skarn", "id: dam"))
    with pytest.raises(InsertError, match="no entity has the id “skarn”"):
        review.accept()


def test_a_draft_is_left_to_the_editor(folder: Folder) -> None:
    review = opened(folder)
    at(review, "120 MW")
    id = review.write_draft()
    [figure] = load(review.dossier.catalog).figures
    assert (figure.id, figure.draft, figure.measure, figure.subject) == (id, True, "capacity", None)


def test_an_event_with_those_who_take_part(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "3 May 2024")
    assert item.form.listed("entities") == ("agency",)
    choose(review, "entities", "ska")
    choose(review, "entities", "ener")
    choose(review, "what", "The agency speaks of the dam")
    assert item.form.listed("entities") == ("skarn",)
    review.accept()
    reread(review)
    [event] = review.dossier.events.values()
    assert (event.id, event.date, event.entities) == ("the-agency-speaks-of-the-dam", "2024-05-03", ("skarn",))


@pytest.mark.parametrize(
    ("key", "typed", "found"),
    [
        ("subject", "energy", "Energy Agency"),
        ("subject", "agen", "Energy Agency"),
        ("subject", "AGENCY", "Energy Agency"),
        ("subject", "skarn", "Skarn Dam"),
        ("claimant", "it", "the article itself"),
        ("claimant", "artic", "the article itself"),
        ("measure", "capa", "capacity"),
        ("period", "2030", "2030"),
        ("period", "may", "2024-05-03"),
        ("nature", "est", "estimate"),
        ("said", "agency", "“Agency”"),
        ("subject", "Skarn", "Skarn Dam"),
        ("subject", "ene", "Energy Agency"),
        ("subject", "reac", "reach"),
    ],
)
def test_a_few_letters_find_a_value(folder: Folder, key: str, typed: str, found: str) -> None:
    review = opened(folder)
    item = at(review, "300 MW")
    review.fill(item.form.with_values({"claimant": "agency"}))
    assert labels(review, key, typed)[0] == found


def test_names_that_are_drafts_are_offered_with_what_they_are(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "120 MW")
    review.fill(replace(item.form, values={}, created=()))
    assert "Ada Moss" in labels(review, "subject")
    choice = review.choices.of(item.form, "claimant", "ada")[0]
    assert (choice.label, choice.asks) == ("Ada Moss", "")
    assert choice.created[0][1]["kind"] == "person"
    # What the article does not print is not taken by Enter alone: it may be mistyped.
    assert review.choices.cursor(item.form, "claimant", "ada") == 0
    assert review.choices.cursor(item.form, "subject", "Qqqq") is None
    choose(review, "nature", "target")
    # What never changes keeps its place, and its digit.
    assert labels(review, "nature")[:3] == ["reported", "estimate", "target"]
    assert review.choices.cursor(item.form, "nature", "") == 2


def test_that_an_event_has_no_date_is_a_decision(folder: Folder) -> None:
    text = "The dam broke in the spring, long ago.\n\nIt was repaired last year.\n"
    dossier = open_dossier(folder(CATALOG, a=text, b=B))
    start = text.index("last year")
    review = Review(read_one(dossier, *chosen_draft(dossier, "a", Span(start, start + len("last year")))))
    assert review.current is not None
    assert review.current.form.missing == ["date"]
    choose(review, "date", nth=-1)
    assert review.accept().endswith("is in the catalog.")
    assert load(review.dossier.catalog).events[0].date is None


def test_names_that_are_drafts_are_offered_for_words_that_are_chosen(folder: Folder) -> None:
    dossier = open_dossier(folder(CATALOG, a=A, b=B))
    start = A.index("120 MW")
    review = Review(read_one(dossier, *chosen_draft(dossier, "a", Span(start, start + len("120 MW")))))
    assert [item.form.draft.kind for item in review.items] == ["figure"]
    assert labels(review, "claimant")[0] == "Ada Moss"


def test_a_date_that_no_words_print_is_inferred(folder: Folder) -> None:
    text = "The dam broke.\n\nIt was repaired last year.\n"
    dossier = open_dossier(folder(CATALOG, a=text, b=B))
    start = text.index("last year")
    review = Review(read_one(dossier, *chosen_draft(dossier, "a", Span(start, start + len("last year")))))
    assert labels(review, "date", "2023") == ["[2023]"]
    assert labels(review, "date", "May 2023") == ["[2023-05]"]
    assert labels(review, "date", "in May") == []
    choose(review, "date", "2023")
    assert review.accept().endswith("is in the catalog.")
    [event] = load(review.dossier.catalog).events
    assert (event.date, event.resolved, event.sources[0].when) == (None, "2023", "last year")
    review = opened(folder)
    at(review, "300 MW")
    choose(review, "period", "2031")
    choose(review, "nature", "target")
    assert review.accept() == "skarn-capacity-agency is in the catalog."
    figure = open_dossier(review.dossier.catalog).figures["skarn-capacity-agency"]
    assert (figure.period, figure.resolved) == (None, "2031")


@pytest.mark.parametrize(
    ("published", "words", "offered"),
    [
        ("2024-05", "last year", ["[2023]", "none"]),
        ("2024-05", "last month", ["[2024-04]", "none"]),
        ("2024-05", "yesterday", ["none"]),
        ("2024-05-01", "yesterday", ["[2024-04-30]", "none"]),
        ("2024-05-01", "last week", ["none"]),
        ("", "last year", ["none"]),
    ],
)
def test_a_date_that_is_relative_to_the_article_is_offered(
    folder: Folder, published: str, words: str, offered: list[str]
) -> None:
    text = f"The dam broke.\n\nIt was repaired {words}.\n"
    date = f"    resolved: {published}\n" if published else ""
    catalog = CATALOG.replace("    file: a.txt\n", f"    file: a.txt\n{date}")
    dossier = open_dossier(folder(catalog, a=text, b=B))
    start = text.index(words)
    review = Review(read_one(dossier, *chosen_draft(dossier, "a", Span(start, start + len(words)))))
    assert labels(review, "date") == offered
    choose(review, "date", nth=0)
    assert review.accept().endswith("is in the catalog.")
    assert load(review.dossier.catalog).events[0].sources[0].when == words


def test_a_name_that_only_holds_a_known_one_is_a_new_one(folder: Folder) -> None:
    review = opened(folder)
    at(review, "300 MW")
    assert labels(review, "claimant", "Association of the Friends of Skarn Dam")[0].startswith("Association of")
    assert labels(review, "subject", "Skarn Dams and Lakes Company")[0].startswith("Skarn Dams")


def test_nothing_that_is_doubtful_is_taken_by_enter_alone(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "300 MW")
    review.fill(replace(item.form, values={"measure": "capacity", "nature": "reported"}))
    cursor = review.choices.cursor
    assert cursor(item.form, "subject", "") is None
    assert cursor(item.form, "claimant", "") is None
    assert cursor(item.form, "claimant", "en") == 0
    assert cursor(item.form, "measure", "") == 0


def test_a_broken_catalog_is_not_reviewed(folder: Folder) -> None:
    review = opened(folder)
    review.dossier.catalog.write_text("lode: 1\ntitle: a: b\n")
    with pytest.raises(InsertError, match="broken on line 2"):
        read(review.dossier, ["a"])


def test_what_only_resembles_a_value_is_not_taken_by_enter_alone(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "300 MW")
    for key, typed in (
        ("measure", "capacities"),
        ("subject", "Skarm Dam"),
        ("subject", "enrgy agency"),
        ("claimant", "Energy Agencx"),
    ):
        # It is right below what is typed, which may be a new name.
        offered = review.choices.of(item.form, key, typed)
        assert [choice.alike for choice in offered[:2]] == [False, True]
        assert offered[0].label == typed
        assert review.choices.cursor(item.form, key, typed) is None
    assert review.choices.cursor(item.form, "measure", "capacity") == 0


def test_what_the_figure_before_holds_comes_first(folder: Folder) -> None:
    review = opened(folder)
    at(review, "120 MW")
    for key, typed in (("measure", "capacity"), ("subject", "Energy"), ("claimant", "itself")):
        choose(review, key, typed)
    review.accept()
    at(review, "40")
    assert labels(review, "subject")[:2] == ["The new part", "Energy Agency"]  # the sentence comes before it


REPEATED = """figures:
  - id: skarn-capacity   # the old part
    measure: capacity
    subject: skarn
    claimant: agency
    sources:
      - article: b
        quote: has 300 MW
        said: the Energy Agency says
        number: 300 MW
        # checked

  - id: skarn-120
    measure: capacity
    subject: skarn
    sources:
      - {article: b, quote: and 120 MW, number: 120 MW}
"""
PRINTED = "Skarn Dam has 300 MW and 120 MW, the Energy Agency says.\n"


def repeating(folder: Folder, a: str) -> Review:
    return Review(read(open_dossier(folder(CATALOG + REPEATED, a=a, b=PRINTED)), ["a"]))


def test_a_number_that_repeats_a_figure_is_another_source_of_it(folder: Folder) -> None:
    review = repeating(folder, "Skarn Dam has 300 MW by the Energy Agency’s count.\n")
    before = text(review)
    # No verb says whose number it is: a person does.
    assert at(review, "300 MW").form.text("figure") == ""
    assert labels(review, "figure") == [review.dossier.figures["skarn-capacity"].title]
    choose(review, "figure")
    assert review.accept().startswith("skarn-capacity has another source.")
    figure = load(review.dossier.catalog).figures[0]
    assert [source.article for source in figure.sources] == ["b", "a"]
    added = [
        '      - article: "a"',
        '        quote: "Skarn Dam has 300 MW by the Energy"',
        '        said: "by the Energy Agency’s"',
        '        number: "300 MW"',
    ]
    assert text(review) == before.replace("# checked\n\n", "\n".join(["# checked", *added, "", ""]))
    reread(review)
    assert [source.article for source in review.dossier.figures["skarn-capacity"].sources] == ["b", "a"]
    assert review.undo() == "Undone: another source of skarn-capacity."
    assert text(review) == before


def test_a_number_with_the_same_measure_subject_and_claimant_costs_one_key(folder: Folder) -> None:
    review = repeating(folder, "Skarn Dam has 300 MW, the Energy Agency said.\n")
    item = at(review, "300 MW")
    assert item.form.text("figure") == "skarn-capacity"
    review.accept()
    assert load(review.dossier.catalog).figures[0].sources[1].said == "Energy Agency said"
    # With another subject, it is a figure of its own.
    other = item.form.with_values({"subject": "agency"})
    assert other.text("figure") == ""


LENT = """articles:
  - {id: a, file: a.txt, title: "[A]", CURRENCY}
  - {id: b, file: b.txt, title: "[B]"}
entities: [{id: orla, name: Orla, kind: company}]
measures: [{id: loan, name: loan, unit: USD}]
figures:
  - id: lent
    measure: loan
    subject: orla
    sources:
      - {article: b, quote: Orla lent $5 million, number: $5 million}
"""


@pytest.mark.parametrize(("currency", "offered"), [("currency: USD", ["lent"]), ("currency: CAD", [])])
def test_only_a_number_in_the_currency_of_a_figure_repeats_it(
    folder: Folder, currency: str, offered: list[str]
) -> None:
    texts = {"a": "Orla lent $5 million.\n", "b": "Orla lent $5 million.\n"}
    review = Review(read(open_dossier(folder(LENT.replace("CURRENCY", currency), **texts)), ["a"]))
    item = at(review, "$5 million")
    assert [
        each.values["figure"] for each in review.choices.of(item.form, "figure", "") if each.values["figure"]
    ] == offered


def test_a_list_in_braces_takes_no_source(folder: Folder) -> None:
    review = repeating(folder, "Skarn Dam has 120 MW.\n")
    review.dossier.catalog.write_text(
        text(review).replace(
            "sources:\n      - {article: b, quote: and 120 MW, number: 120 MW}",
            "sources: [{article: b, quote: and 120 MW, number: 120 MW}]",
        )
    )
    before = text(review)
    at(review, "120 MW")
    choose(review, "figure")
    with pytest.raises(InsertError, match="sources of skarn-120"):
        review.accept()
    assert text(review) == before


def test_a_digit_takes_a_value_and_0_takes_nothing(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "250 MW")
    by_digit = numbered(review.choices.of(item.form, "claimant", ""))
    assert by_digit[0].label == "the article itself"
    assert [by_digit[1].label, by_digit[1].about] == ["Energy Agency", "not named before this"]
    assert 0 not in numbered(review.choices.of(item.form, "subject", ""))


def test_the_last_figure_of_the_article_fills_in_what_is_wanted(folder: Folder) -> None:
    said = "Skarn Dam has 250 MW, and 9 MW at times, the agency said. It had 7 MW before. It fell by 5 m.\n"
    review = opened(folder, "a", "b", catalog=CATALOG.replace("name: Energy Agency", "name: agency"), a=said)
    item = at(review, "250 MW")
    assert review.choices.like_before(item.form) is None
    for key, typed in (("measure", "cap"), ("subject", "ska"), ("claimant", "agency")):
        choose(review, key, typed)
    review.accept()

    def filled(exact: str) -> list[str]:
        item = at(review, exact)
        form = replace(item.form, values={"nature": "reported"})
        form = review.choices.like_before(form) or form
        return [form.text(key) for key in ("measure", "subject", "claimant", "said")]

    assert filled("9 MW") == ["capacity", "skarn", "agency", "agency said"]
    # Who says so in another sentence is for a person to decide, metres are no capacity, and another article is another.
    assert filled("7 MW") == ["capacity", "skarn", "", ""]
    assert filled("5 m") == ["", "skarn", "", ""]
    assert filled("12") == ["", "", "", ""]


def test_drafts_are_read_lazily_and_again_only_where_something_changed(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def drafts(dossier: Dossier, article: str) -> list[Suggestion]:
        read.append(article)
        return drafts_of(dossier, article)

    monkeypatch.setattr(draft_reading, "drafts_of", drafts)
    catalog = folder(CATALOG, a=A, b=B)
    reader = draft_reading.DraftReader(["a", "b"])
    readings = reader.readings(open_dossier(catalog))
    review = Review(next(readings))
    assert (read, review.complete, review.progress) == (["a"], False, f"1 of {len(review.items)}+, 0 accepted")
    first = review.current
    review.refresh(next(readings))
    assert (read, review.complete, review.current) == (["a", "b"], True, first)
    assert next(readings, None) is None

    def reread() -> list[str]:
        read.clear()
        for reading in reader.readings(open_dossier(catalog)):
            review.refresh(reading)
        return read

    last = at(review, "12")
    review.position = len(review.items) - 1
    assert reread() == []
    assert (review.current, review.position) == (review.items[-1], len(review.items) - 1)
    assert last in review.items
    at(review, "250 MW")
    choose(review, "claimant", "the art")
    review.accept()
    assert reread() == ["a"]
    # A new measure in MW concerns no number of the other article, and one of gates does.
    catalog.write_text(catalog.read_text().replace("measures:\n", "measures:\n  - {id: loss, name: loss, unit: MW}\n"))
    assert reread() == ["a"]
    catalog.write_text(
        catalog.read_text().replace("measures:\n", "units:\n  - {id: n, name: n, exact: true}\nmeasures:\n", 1)
    )
    assert reread() == ["a", "b"]
    catalog.write_text(catalog.read_text().replace("measures:\n", "measures:\n  - {id: gates, name: gates, unit: n}\n"))
    assert reread() == ["a", "b"]
    (catalog.parent / "b.txt").write_text(B + "More.\n")
    assert reread() == ["a", "b"]


def test_nothing_is_filled_into_the_form_on_screen_when_files_change(folder: Folder) -> None:
    review = opened(folder, a="The dam has 250 MW.\n")
    item = at(review, "250 MW")
    assert item.form.missing == ["subject"]
    catalog = review.dossier.catalog
    catalog.write_text(catalog.read_text().replace('title: "[A]"', 'title: "[A]"\n    about: skarn'))
    reread(review)
    assert review.current is item
    assert item.form.missing == ["subject"]


def test_a_record_that_another_draft_wrote_meanwhile_is_not_created_again(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "120 MW")
    choose(review, "measure", "output")
    choose(review, "subject", "ska")
    at(review, "300 MW")
    choose(review, "measure", "output")
    choose(review, "nature", "target")
    review.accept()
    at(review, "120 MW")
    assert review.try_out(item.form).errors == []
    review.accept()
    assert [measure.name for measure in load(review.dossier.catalog).measures] == ["capacity", "output"]
    review.undo()
    review.undo()
    # What is undone with the other draft is new for this one.
    at(review, "120 MW")
    review.accept()
    assert [measure.name for measure in load(review.dossier.catalog).measures] == ["capacity", "output"]


def test_what_was_filled_in_outlasts_leaving_the_queue(folder: Folder) -> None:
    journal = ReviewJournal()
    review = opened(folder, journal=journal)
    at(review, "120 MW")
    choose(review, "subject", "ska")
    review = opened(folder, journal=journal)
    assert at(review, "120 MW").form.text("subject") == "skarn"
    review.accept()
    assert not journal.unfinished
    # Also what the last figure has.
    review = opened(folder, journal=journal)
    form = review.choices.like_before(at(review, "250 MW").form.with_values({"subject": None}))
    assert form is not None and form.text("subject") == "skarn"


SAID_LATER = """Skarn Dam has 250 MW. It has not been said where. The Energy Agency said so yesterday.

It is old, the Energy Agency added.
"""


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "Energy Agency said"), ("said so", "said so"), ("energy agency add", "Energy Agency added")],
)
def test_words_that_attribute_a_number_later_can_be_chosen(folder: Folder, typed: str, words: str) -> None:
    review = opened(folder, a=SAID_LATER)
    item = at(review, "250 MW")
    choose(review, "subject", "ska")
    assert choose(review, "claimant", "energy").about == "said after this number · “Energy Agency said”"
    # Nobody is taken for the source because of words in a later sentence: a person says so.
    assert item.form.missing == ["said"]
    said = labels(review, "said", typed)
    assert len(said) == len({*said})
    choose(review, "said", typed, next(i for i, each in enumerate(said) if words in each))
    if typed != "said so":
        doubt = review.choices.doubt(item.form)
        assert doubt.endswith("comes only after this number; does Energy Agency speak of it there?")
        review.accept()
        [figure] = open_dossier(review.dossier.catalog).figures.values()
        assert figure.claimant == "agency"
        # The quote holds words that are in another paragraph.
        assert load(review.dossier.catalog).figures[0].sources[0].quote.endswith(words) == bool(typed)


def test_words_that_are_printed_twice_are_taken_with_more(folder: Folder) -> None:
    text = "Skarn Dam had 9 MW in 2021. The Energy Agency said so. The Energy Agency said it doubts 2021.\n\n"
    journal = ReviewJournal()
    review = opened(folder, a=f"{text}Skarn Dam has 250 MW now.\n", journal=journal)
    at(review, "250 MW")
    choose(review, "claimant", "energy")
    assert labels(review, "said")[0] == "“Energy Agency said it”"
    journal.last_figures["a"] = {"period": "2021", "when": "in 2021"}
    item = at(review, "250 MW")
    form = review.choices.like_before(item.form)
    assert form is not None
    assert (form.text("period"), form.text("when")) == ("2021", "in 2021")
    journal.last_figures["a"] = {"period": "2021", "when": "2021"}
    choose(review, "period", "2021")
    assert item.form.text("when") in ("in 2021", "doubts 2021")


def test_a_new_name_is_offered_in_one_spelling(folder: Folder) -> None:
    review = opened(folder, a="Scientists doubt a dam\n\nSkarn Dam has 250 MW, scientists found.\n")
    at(review, "250 MW")
    assert labels(review, "claimant", "scien") == ["scientists", "scientists found"]


def test_whether_a_new_measure_is_of_a_change_is_seen_and_chosen(folder: Folder) -> None:
    review = opened(folder, a="Output of Skarn Dam rose by 20 GWh.\n")
    item = at(review, "20 GWh")
    offered = [(each.label, each.about) for each in review.choices.of(item.form, "measure", "yield")]
    assert offered == [("yield", "new, change in GWh"), ("yield", "new, GWh")]
    choose(review, "measure", "yield", 1)
    assert "changes" not in item.form.created[-1][1]
    # What is new in the form can be turned as well.
    about = [each.about for each in review.choices.of(item.form, "measure", "")]
    assert about[:2] == ["GWh · this number is a change", "new, change in GWh"]
    choose(review, "measure", nth=1)
    assert [entry["changes"] for _, entry in item.form.created] == [True]
    choose(review, "measure", nth=1)
    assert [entry.get("changes") for _, entry in item.form.created] == [None]
    # What is in the catalog in another unit is not offered for it; its name is taken.
    assert labels(review, "measure", "capacity") == ["capacity", "capacity"]
    choice = choose(review, "measure", "capacity")
    assert choice.created[-1][1]["name"] == "capacity (change in GWh)"


def test_enter_takes_no_change_for_a_level(folder: Folder) -> None:
    growth = "  - {id: jobless, name: jobless people, unit: count, changes: true}\n"
    units = "units:\n  - {id: count, name: count, exact: true}\n"
    catalog = units + CATALOG.replace("articles:\n", f"{growth}articles:\n", 1)
    review = opened(folder, catalog=catalog, a="Skarn Dam has 250 gates. It rose by 30 gates.\n")
    item = at(review, "250")
    offered = [(each.label, each.about) for each in review.choices.of(item.form, "measure", "jobl")]
    assert offered == [
        ("jobless people", "new, count"),
        ("jobl", "new, count"),
        ("jobless people", "change in count · this number is no change"),
        ("jobl", "new, change in count"),
    ]
    assert choose(review, "measure", "jobl").created[-1][1]["name"] == "jobless people (count)"
    choose(review, "subject", "ska")
    choose(review, "claimant", "the art")
    review.accept()
    reread(review)
    item = at(review, "30")
    assert labels(review, "measure", "jobl")[0] == "jobless people"
    assert "jobless people (count)" not in [
        each.label for each in review.choices.of(item.form, "measure", "jobl") if each.created
    ]


def test_the_digits_of_what_an_entity_is_stay(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "Ada Moss")
    digits = {digit: choice.label for digit, choice in numbered(review.choices.of(item.form, "kind", "")).items()}
    choose(review, "kind", "company")
    again = numbered(review.choices.of(item.form, "kind", ""))
    assert digits == {digit: choice.label for digit, choice in again.items()}
    assert (digits[0], digits[1], digits[2]) == ("unnamed", "person", "organization")
    assert again[review.choices.cursor(item.form, "kind", "") or 0].label == "company"


DATED = """Skarn Dam in 2023

Skarn Dam had 250 MW in 2021. There were 300 MW in May. It then lost 20 MW. On 3 March it broke.
"""


def test_the_likeliest_periods_come_first(folder: Folder) -> None:
    dated = CATALOG.replace("    file: a.txt\n", "    file: a.txt\n    resolved: 2024-05-20\n")
    review = opened(folder, catalog=dated, a=DATED)
    item = at(review, "250 MW")
    assert labels(review, "period")[0] == "2021"
    assert review.choices.cursor(item.form, "period", "") == 0
    for key, typed in (("measure", "cap"), ("subject", "ska"), ("claimant", "the art"), ("period", "2021")):
        choose(review, key, typed)
    review.accept()
    item = at(review, "300 MW")
    assert labels(review, "period") == ["[2024-05]", "2021", "[2024-03-03]", "2023", "[2024]", "none"]
    # A sentence with a date of its own does not take over that of the figure before.
    form = review.choices.like_before(item.form)
    assert form is not None
    assert (form.text("subject"), form.text("period"), form.text("claimant")) == ("skarn", "", "")
    item = at(review, "20 MW")
    form = review.choices.like_before(item.form)
    assert form is not None
    assert (form.text("subject"), form.text("period"), form.text("when")) == ("skarn", "2021", "2021")
    review.fill(form)
    for key, typed in (("measure", "loss"), ("claimant", "the art")):
        choose(review, key, typed)
    review.accept()
    figures = open_dossier(review.dossier.catalog).figures
    assert {figure.period for figure in figures.values()} == {"2021"}


def test_the_year_of_an_event_is_that_of_the_article(folder: Folder) -> None:
    dated = CATALOG.replace("    file: a.txt\n", "    file: a.txt\n    resolved: 2024-01-20\n")
    review = opened(folder, catalog=dated, a="Skarn Dam was repaired by the Energy Agency on 3 December.\n")
    item = at(review, "3 December")
    # It is filled in, and a person may leave it open.
    assert item.form.text("resolved") == "2023-12-03"
    assert labels(review, "date") == ["[2023-12-03]", "XXXX-12-03", "none"]
    choose(review, "date", nth=1)
    assert item.form.text("resolved") == ""
    assert labels(review, "date") == ["[2023-12-03]", "XXXX-12-03", "none"]
    choose(review, "date")
    review.accept()
    [event] = load(review.dossier.catalog).events
    assert (event.date, event.resolved) == ("XXXX-12-03", "2023-12-03")


def test_figures_come_in_the_order_of_the_text(folder: Folder) -> None:
    review = opened(folder, a="It has 9. Of 40 percent of it, nothing is known. Skarn Dam has 250 MW.\n")
    figures = [item.form.draft.span.start for item in review.items if item.form.draft.kind == "figure"]
    assert figures == sorted(figures)


def test_the_way_back_from_the_next_kind(folder: Folder) -> None:
    review = opened(folder, "a", "b")
    assert review.next_group()
    figure = review.current
    assert figure is not None and figure.form.draft.kind == "figure"
    review.skip()
    assert review.next_group(-1)
    assert review.current is not None and review.current.form.draft.kind == "entity"
    assert review.next_group()
    assert review.current is review.items[review.items.index(figure) + 1]


def test_a_unit_that_the_number_needs_is_listed_with_its_figure(folder: Folder) -> None:
    review = opened(folder, a="Skarn Dam has 250 MW.\n\nSkarn Dam has 4.2GW.\n\nSkarn Dam has 0.3 GW in 2020.\n")
    before = text(review)
    for exact in ("4.2GW", "0.3 GW"):
        item = at(review, exact)
        for key, typed in (("measure", "capacity"), ("subject", "ska"), ("claimant", "the art")):
            choose(review, key, typed)
        assert not review.try_out(item.form).errors
        review.accept()
        reread(review)
    assert [unit.id for unit in load(review.dossier.catalog).units] == ["GW"]
    assert sorted(figure.value.value for figure in review.dossier.figures.values()) == [300, 4200]
    review.undo()
    review.undo()
    assert text(review) == before


def test_no_unit_is_listed_for_a_measure_that_it_does_not_convert_into(folder: Folder) -> None:
    review = opened(folder, a="Skarn Dam has 250 MW.\n\nSkarn Dam has 4.2 GWh.\n")
    item = at(review, "4.2 GWh")
    assert all(listing != "units" for listing, _ in review.additions(item.form.with_values({"measure": "capacity"})))


@pytest.mark.parametrize(
    ("tag", "words", "number"),
    [
        ("it", "nel 2020 (+19,8 per cento)", "+19,8 per cento"),
        ("de", "im Jahr 2020 (+19,8 Prozent)", "+19,8 Prozent"),
        ("ja", "生産(+19.8%)", "+19.8%"),
        ("en", "in 2020 by (−3.5 percent)", "−3.5 percent"),
        ("en", "in Disney+ 19 percent", "19 percent"),
    ],
)
def test_the_sign_of_a_number_is_part_of_its_draft(folder: Folder, tag: str, words: str, number: str) -> None:
    review = opened(folder, catalog=f"language: {tag}\n{CATALOG}", a=f"Skarn Dam {words}.\n")
    assert [item.form.draft.exact for item in review.items if item.form.draft.kind == "figure"] == [number]


def test_the_level_is_offered_beside_a_change_that_fits(folder: Folder) -> None:
    growth = "  - {id: growth, name: gates, unit: count, changes: true}\n"
    units = "units:\n  - {id: count, name: count, exact: true}\n"
    catalog = units + CATALOG.replace("articles:\n", f"{growth}articles:\n", 1)
    review = opened(folder, catalog=catalog, a="Skarn Dam rose by 440 gates.\n")
    item = at(review, "440")
    offered = [(each.label, each.about) for each in review.choices.of(item.form, "measure", "gates")]
    assert offered == [("gates", "change in count"), ("gates", "new, count")]
    assert choose(review, "measure", "gates", 1).created[-1][1]["name"] == "gates (count)"
    offered = [(each.label, each.about) for each in review.choices.of(item.form, "measure", "gates")]
    assert [about for _, about in offered].count("change in count") == 1


QUAKE = "Skarn Dam broke.\n\nIn June 2022, a flood of 250 MW struck Skarn Dam.\n"


def test_the_draft_on_screen_stays_when_a_new_record_covers_its_words(folder: Folder) -> None:
    review = opened(folder, a=QUAKE)
    item = at(review, "250 MW")
    choose(review, "subject", "ska")
    choose(review, "claimant", "the art")
    choose(review, "period", "2022-06")
    assert item.form.text("when")
    review.accept()
    shown = review.current
    assert shown is not None and shown.form.draft.kind == "event"
    reread(review)
    assert review.current is shown and shown.covered
    # It is still the event that is written.
    review.accept()
    assert load(review.dossier.catalog).events[0].date == "2022-06"


def test_a_covered_draft_is_left_out_once_another_is_shown(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "Ada Moss")
    catalog = review.dossier.catalog
    catalog.write_text(text(review).replace("entities:\n", "entities:\n  - {id: ada, name: Ada Moss, kind: person}\n"))
    reread(review)
    assert review.current is item and item.covered
    review.skip()
    following = review.current
    reread(review)
    assert review.current is following and item not in review.items


def test_a_number_that_another_program_captured_is_not_written_again(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "250 MW")
    choose(review, "subject", "ska")
    choose(review, "claimant", "the art")
    # The same record, written by another review.
    other = opened(folder)
    written = at(other, "250 MW")
    other.fill(item.form)
    other.accept()
    assert written.record
    before = text(review)
    reread(review)
    assert review.current is item and item.covered
    for decide in (review.accept, review.write_draft, lambda: review.ignore("no figure")):
        with pytest.raises(InsertError, match="has this number by now"):
            decide()
    assert text(review) == before


def test_a_draft_goes_with_its_words(folder: Folder) -> None:
    review = opened(folder)
    item = at(review, "250 MW")
    (review.dossier.catalog.parent / "a.txt").write_text(A.replace("250 MW", "many gates"))
    reread(review)
    assert review.current is not item and item not in review.items


def test_to_the_next_kind_and_back_are_the_reverse_of_each_other(folder: Folder) -> None:
    review = opened(folder, "a", "b")

    def way(by: int) -> list[tuple[str, str]]:
        passed = []
        for _ in range(4):
            assert review.current and review.next_group(by)
            passed.append((review.current.form.draft.article, review.current.form.draft.kind))
        return passed

    forth = [("a", "figure"), ("a", "event"), ("b", "figure"), ("a", "entity")]
    assert way(1) == forth
    for status in ("open", "skipped"):
        # What was skipped is left as well.
        for item in review.items:
            item.status = status
        assert way(-1) == [*forth[2::-1], forth[3]]
        assert way(1) == forth
    # One kind of one article that is decided is passed over on both ways.
    for item in review.items:
        item.status = "ignored" if item.form.draft.kind == "event" else "open"
    review.position = 0
    assert way(1) == [forth[0], forth[2], forth[3], forth[0]]
    assert way(-1) == [forth[3], forth[2], forth[0], forth[3]]


def test_what_the_form_proposes_is_the_first_value(folder: Folder) -> None:
    review = opened(folder, a="Ada Moss met Dun Hill.\n\nAda Moss is at Dun Hill near Skarn Dam, which has 250 MW.\n")
    item = at(review, "250 MW")
    for name in ("Ada Moss", "Dun Hill", "Skarn Dam"):
        draft = replace(item.form.draft, fields={**item.form.draft.fields, "subject": Proposed(name)})
        form = replace(item.form, draft=draft, values={"nature": "reported"})
        assert review.choices.of(form, "subject", "")[0].label == name
