"""Everything that does not hold is said once, at its place, and taken out; the rest stays."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier

TEXT = """\
A report on ore
March 31, 2025
According to the Survey, Russia holds 3.8 million tons of ore, about 5% of the world’s. Its ore was 4 million tons once.
The Agency, cited by the Courier, puts Russia at 3.8 million tons. Rusal gave 12 tons per year in 2024 to Norway.
Kirill runs the Survey “from afar” in Oslo. The ministry paid in May 2019. Russia waits; Norway does not, nor Russia.
"""

CATALOG = """\
units:
  - id: t
    name: tonne
    written: [tons, ton]
  - id: "%"
    name: percent
measures:
  - id: reserves
    name: reserves
    unit: t
  - id: deliveries
    name: deliveries
    unit: t
    per: yr
relations:
  - is: runs
    inverse: run by
articles:
  - id: a-report
    file: a.txt
    title: A report on ore
    publisher: courier
    publisher_by: Courier
    published: 2025-03-31
    dated_by: March 31, 2025
entities:
  - id: survey
    name: Survey
    kind: organization
  - id: agency
    name: Agency
    kind: organization
  - id: courier
    name: Courier
    kind: publication
  - id: russia
    name: Russia
    kind: country
  - id: norway
    name: Norway
    kind: country
  - id: ore
    name: ore
    kind: material
  - id: rusal
    name: Rusal
    kind: company
    stands_for: russia
  - id: kirill
    name: Kirill
    kind: person
    relations:
      - is: runs
        of: survey
        sources:
          - article: a-report
            quote: Kirill runs the Survey
figures:
  - id: russia-reserves
    measure: reserves
    subject: russia
    material: ore
    claimant: survey
    sources:
      - article: a-report
        quote: Russia holds 3.8 million tons of ore
        number: 3.8 million tons
        said: According to the Survey
  - id: agency-reserves
    measure: reserves
    subject: russia
    claimant: agency
    sources:
      - article: a-report
        quote: puts Russia at 3.8 million tons
        number: 3.8 million tons
        said: The Agency, cited by the Courier
  - id: rusal-deliveries
    measure: deliveries
    subject: rusal
    period: 2024
    sources:
      - article: a-report
        quote: Rusal gave 12 tons per year in 2024
        number: 12 tons per year
        when: in 2024
events:
  - id: ministry-paid
    date: 2019-05
    what: The ministry pays
    entities: [russia]
    sources:
      - article: a-report
        quote: The ministry paid in May 2019
        when: in May 2019
ignored:
  - article: a-report
    quote: about 5% of
    number: 5%
    why: common word
  - name: Oslo
    why: common word
"""

RECORDS = {"russia-reserves", "agency-reserves", "rusal-deliveries", "ministry-paid", "kirill runs survey"}


def test_the_catalog_that_is_broken_below_holds(folder: Callable[..., Path]) -> None:
    dossier = open_dossier(folder(CATALOG, a=TEXT))
    assert [str(problem) for problem in dossier.problems] == []
    assert _held(dossier) == RECORDS


def _held(dossier: Dossier) -> set[str]:
    relations = {f"{entity.id} {r.name} {r.of}" for entity in dossier.entities.values() for r in entity.relations}
    return {*dossier.figures, *dossier.events, *relations}


class Case(NamedTuple):
    """A change of CATALOG, with § where the problem is to be said, and what is."""

    old: str
    new: str
    code: str
    says: str
    hint: str | None = None
    gone: str | None = None
    severity: str = "error"


FIGURE = "    quote: Russia holds 3.8 million tons of ore\n        number: 3.8 million tons\n"
SAID = "        said: According to the Survey\n"

CASES = {
    "a quote that is not there": Case(
        "quote: Russia holds 3.8 million tons of ore",
        "quote: §Russia holds 3.9 million tons of ore",
        "not-found",
        "“Russia holds 3.9 million tons of ore” is not in a.txt; copy the words as they are printed",
        "Russia holds 3.8 million tons of ore,",
        "russia-reserves",
    ),
    "a quote that is like nothing there": Case(
        "quote: Kirill runs the Survey",
        "quote: §Zzzz xxxx",
        "not-found",
        "“Zzzz xxxx” is not in a.txt",
        None,
        "kirill runs survey",
    ),
    "a quote that stands more than once": Case(
        "quote: Kirill runs the Survey",
        "quote: §Survey",
        "ambiguous",
        "“Survey” stands 2 times in a.txt (lines 3, 5); give prefix or suffix to settle which",
        None,
        "kirill runs survey",
    ),
    "a quote in part of a word": Case(
        "quote: Kirill runs the Survey",
        "quote: §irill runs the Survey",
        "not-found",
        "is not in a.txt",
        "Kirill runs the Survey",
        "kirill runs survey",
    ),
    "a quote in part of a number": Case(
        "quote: Russia holds 3.8 million tons of ore",
        "quote: §8 million tons of ore",
        "not-found",
        "is not in a.txt",
        "3.8 million tons of ore,",
        "russia-reserves",
    ),
    "a quote with other marks": Case(
        "quote: Kirill runs the Survey",
        'quote: §Kirill runs the Survey "from afar"',
        "folded",
        "is found only with quotes or dashes made alike; copy it as printed",
        "Kirill runs the Survey “from afar”",
        severity="warning",
    ),
    "a quote with a suffix that does not follow": Case(
        "quote: Kirill runs the Survey",
        "quote: §Kirill runs the Survey\n            prefix: The\n            suffix: in Oslo",
        "context-changed",
        "“Kirill runs the Survey” is in a.txt, but no longer after “The” and before “in Oslo”; read whether it still",
        None,
        "kirill runs survey",
    ),
    "a number outside its quote": Case(
        "        number: 3.8 million tons\n" + SAID,
        "        number: §12 tons per year\n" + SAID,
        "not-found",
        "“12 tons per year” is not in the quote (a.txt), but on line 4; make the quote longer to hold it",
        gone="russia-reserves",
    ),
    "a number that stands twice in its quote": Case(
        "quote: puts Russia at 3.8 million tons\n        number: 3.8 million tons",
        "quote: Russia waits; Norway does not, nor Russia\n        number: §Russia",
        "ambiguous",
        "“Russia” stands 2 times in the quote (a.txt) (line 5); give longer words to settle which",
        gone="agency-reserves",
    ),
    "a number without its unit": Case(
        "        number: 3.8 million tons\n" + SAID,
        "        number: §3.8 million\n" + SAID,
        "number",
        "the number is cut short: “ tons” follows it; give the whole “3.8 million tons”",
        gone="russia-reserves",
    ),
    "a number without its scale word": Case(
        "        number: 3.8 million tons\n" + SAID,
        '        number: §"3.8"\n' + SAID,
        "number",
        "the number is cut short: “ million tons” follows it",
        gone="russia-reserves",
    ),
    "a number that begins with its hedge": Case(
        FIGURE,
        "    quote: about 5% of the world’s\n        number: §about 5%\n",
        "number",
        "“about 5%” does not begin with a number; leave the words before it out",
        gone="russia-reserves",
    ),
    "a number with more words": Case(
        "        number: 3.8 million tons\n" + SAID,
        "        number: §3.8 million tons of ore\n" + SAID,
        "number",
        "“of ore” after the unit is not part of the number; leave it out",
        gone="russia-reserves",
    ),
    "a number in a unit of another kind": Case(
        FIGURE,
        "    quote: about 5% of the world’s\n        number: §5%\n",
        "number",
        "percent cannot be read as tonne",
        gone="russia-reserves",
    ),
    "a rate for a measure that is none": Case(
        "    measure: deliveries\n    subject: rusal\n    period: 2024\n    sources:\n      - article: a-report\n"
        "        quote: Rusal gave 12 tons per year in 2024\n        number: 12 tons per year",
        "    measure: reserves\n    subject: rusal\n    period: 2024\n    sources:\n      - article: a-report\n"
        "        quote: Rusal gave 12 tons per year in 2024\n        number: §12 tons per year",
        "number",
        "printed as a rate, per year, and its measure is none; use a measure with “per: yr”",
        gone="rusal-deliveries",
    ),
    "a claim that nothing attributes": Case(
        "      - article: a-report\n        quote: Russia holds 3.8 million tons of ore\n"
        "        number: 3.8 million tons\n" + SAID,
        "      - §article: a-report\n        quote: Russia holds 3.8 million tons of ore\n"
        "        number: 3.8 million tons\n",
        "unattributed",
        "it is given to survey, and nothing says so; give the words in `said`",
        gone="russia-reserves",
    ),
    "words that attribute a claim to nobody": Case(
        "    claimant: survey\n    sources:\n      - article: a-report\n    " + FIGURE + "        said: According",
        "    sources:\n      - article: a-report\n    " + FIGURE + "        said: §According",
        "unattributed",
        "the words attribute it, and `claimant` is empty",
        gone="russia-reserves",
    ),
    "a claim given to another": Case(
        "    claimant: survey",
        "    claimant: agency",
        "misattributed",
        "the words “According to the Survey” do not name agency",
        "survey",
        "russia-reserves",
    ),
    "a claim given to none of two": Case(
        "    claimant: agency",
        "    claimant: rusal",
        "misattributed",
        "the words “The Agency, cited by the Courier” do not name rusal",
        "agency, courier",
        "agency-reserves",
    ),
    "words that name nobody": Case(
        "said: According to the Survey",
        "said: §According to",
        "misattributed",
        "the words “According to” do not name survey",
        None,
        "russia-reserves",
    ),
    "words that attribute it only afterwards": Case(
        "said: According to the Survey",
        "said: §Kirill runs the Survey",
        "not-found",
        "“Kirill runs the Survey” is not in the paragraph of the quote or before it (a.txt), but on line 5; make",
        gone="russia-reserves",
    ),
    "one who is not said to pass it on": Case(
        "said: According to the Survey",
        "said: §According to the Survey\n        via: courier",
        "misattributed",
        "the words “According to the Survey” do not name courier",
        "survey",
        "russia-reserves",
    ),
    "one who passes it on and is no record": Case(
        "said: According to the Survey",
        "said: According to the Survey\n        via: [survey, §currier]",
        "unknown-id",
        "no entity has the id “currier”",
        "courier",
        "russia-reserves",
    ),
    "two values in one figure": Case(
        SAID,
        SAID
        + "      - article: a-report\n        quote: Its ore was 4 million tons once\n        number: §4 million tons\n"
        + SAID,
        "sources-disagree",
        "“4 million tons” is not the value of “3.8 million tons”; make it a figure of its own",
        gone="russia-reserves",
    ),
    "a measure that is no record": Case(
        "measure: reserves\n    subject: russia\n    material",
        "measure: §reserve\n    subject: russia\n    material",
        "unknown-id",
        "no measure has the id “reserve”",
        "reserves",
        "russia-reserves",
    ),
    "a subject that is no record": Case(
        "subject: russia\n    material",
        "subject: §rusia\n    material",
        "unknown-id",
        "no entity has the id “rusia”",
        "russia",
        "russia-reserves",
    ),
    "a material that is no record": Case(
        "material: ore", "material: §zinc", "unknown-id", "no entity has the id “zinc”", None, "russia-reserves"
    ),
    "a claimant that is no record": Case(
        "    claimant: survey",
        "    claimant: §servey",
        "unknown-id",
        "no entity has the id “servey”",
        "survey",
        "russia-reserves",
    ),
    "an article that is no record": Case(
        "      - article: a-report\n        quote: Russia holds",
        "      - article: §a-raport\n        quote: Russia holds",
        "unknown-id",
        "no article has the id “a-raport”",
        "a-report",
        "russia-reserves",
    ),
    "an entity of an event that is no record": Case(
        "entities: [russia]", "entities: [russia, §norwai]", "unknown-id", "no entity has the id “norwai”", "norway"
    ),
    "another side of a relation that is no record": Case(
        "of: survey", "of: §servey", "unknown-id", "no entity has the id “servey”", "survey", "kirill runs survey"
    ),
    "a publisher that is no record": Case(
        "publisher: courier", "publisher: §courir", "unknown-id", "no entity has the id “courir”", "courier"
    ),
    "what a metonym stands for and is no record": Case(
        "stands_for: russia", "stands_for: §rusia", "unknown-id", "no entity has the id “rusia”", "russia"
    ),
    "a relation that the catalog does not list": Case(
        "      - is: runs\n        of",
        "      - is: §ruins\n        of",
        "unknown-relation",
        "“ruins” is not in the catalog's `relations`; add it there with its inverse",
        "runs",
        "kirill runs survey",
    ),
    "a period that the words do not print": Case(
        "period: 2024",
        "period: §2023",
        "date-not-printed",
        "“2023” of the date 2023 is not in the words “in 2024”",
        gone="rusal-deliveries",
    ),
    "a period that nothing dates": Case(
        "      - article: a-report\n        quote: Rusal gave 12 tons per year in 2024\n"
        "        number: 12 tons per year\n        when: in 2024\n",
        "      - §article: a-report\n        quote: Rusal gave 12 tons per year in 2024\n"
        "        number: 12 tons per year\n",
        "undated",
        "nothing dates it to 2024; give the words in `when`, or infer it in `resolved`",
        gone="rusal-deliveries",
    ),
    "words that date a figure and are not there": Case(
        "when: in 2024",
        "when: §in 2042",
        "not-found",
        "“in 2042” is not in the paragraph of the quote or before it (a.txt)",
        "year in 2024",
        "rusal-deliveries",
    ),
    "words that date a figure in a later paragraph": Case(
        "when: in 2024",
        "when: §in May 2019",
        "not-found",
        "“in May 2019” is not in the paragraph of the quote or before it (a.txt), but on line 5; make the quote longer",
        gone="rusal-deliveries",
    ),
    "a month that the words do not print": Case(
        "date: 2019-05",
        "date: §2019-06",
        "date-not-printed",
        "“June” of the date 2019-06 is not in the words",
        gone="ministry-paid",
    ),
    "a day that the words do not print": Case(
        "date: 2019-05",
        "date: §2019-05-07",
        "date-not-printed",
        "“7” of the date 2019-05-07 is not in the words",
        gone="ministry-paid",
    ),
    "an end of an interval that the words do not print": Case(
        "date: 2019-05",
        "date: §2019-05/2020",
        "date-not-printed",
        "“2020” of the date 2019-05/2020 is not in",
        gone="ministry-paid",
    ),
    "an event that nothing dates": Case(
        "date: 2019-05\n    what: The ministry pays\n    entities: [russia]\n    sources:\n      - article: a-report\n"
        "        quote: The ministry paid in May 2019\n        when: in May 2019\n",
        "date: §2019-05\n    what: The ministry pays\n    entities: [russia]\n    sources:\n      - article: a-report\n"
        "        quote: The ministry paid in May 2019\n",
        "undated",
        "nothing dates it; give the words in a source's `when`, or leave the date to `resolved`",
        gone="ministry-paid",
    ),
    "a date of an article that its words do not print": Case(
        "published: 2025-03-31", "published: §2025-03-30", "date-not-printed", "“30” of the date 2025-03-30 is not in"
    ),
    "a date of an article that no words give": Case(
        "    published: 2025-03-31\n    dated_by: March 31, 2025\n",
        "    published: §2025-03-31\n",
        "undated",
        "nothing says so; give the words of the text in `dated_by`, or leave the date to `resolved`",
    ),
    "words that date an article and are not there": Case(
        "dated_by: March 31, 2025",
        "dated_by:\n      - March 31, 2025\n      - §March 32, 2025",
        "not-found",
        "“March 32, 2025” is not in the article (a.txt)",
        "March 31, 2025",
    ),
    "a publisher that no words give": Case(
        "publisher: courier\n    publisher_by: Courier\n",
        "publisher: §courier\n",
        "unattributed",
        "nothing says so; give the words of the text in `publisher_by`, or leave it empty",
        severity="warning",
    ),
    "words that name a publisher and are not there": Case(
        "publisher_by: Courier", "publisher_by: §The Messenger", "not-found", "“The Messenger” is not in the article"
    ),
    "an address that is not there": Case(
        "    published: 2025-03-31\n",
        "    published: 2025-03-31\n    url: §https://example.com\n",
        "not-found",
        "the address is not in the text",
        severity="warning",
    ),
    "a title that is not there": Case(
        "title: A report on ore",
        "title: §A report on oil",
        "title-not-found",
        "the title is not in the text; set it in square brackets if you supply it",
        severity="warning",
    ),
    "a leftover that is not there": Case(
        "    published: 2025-03-31\n",
        "    published: 2025-03-31\n    artefacts: [§Read more]\n",
        "not-found",
        "the leftover “Read more” is not in a.txt; take it out",
    ),
    "an alias that names another": Case(
        "name: Agency\n    kind: organization\n",
        "name: Agency\n    kind: organization\n    aliases: [Bureau, §Survey]\n",
        "shared-alias",
        "“Survey” already names survey; one form belongs to one entity",
    ),
    "a name that names another": Case(
        "  - id: courier\n    name: Courier\n",
        "  - id: poll\n    name: §Survey\n    kind: product\n    aliases: [afar]\n  - id: courier\n    name: Courier\n",
        "shared-alias",
        "“Survey” already names survey; one form belongs to one entity",
    ),
    "a subject that its paragraph does not name": Case(
        "subject: russia\n    claimant: agency\n    sources:\n      - article: a-report\n        quote: puts",
        "subject: kirill\n    claimant: agency\n    sources:\n      - article: a-report\n        quote: §puts",
        "unnamed",
        "kirill is not named in the paragraph of this source; is it the subject?",
        severity="warning",
    ),
    "a material that its paragraph does not name": Case(
        "    period: 2024\n    sources:\n      - article: a-report\n        quote: Rusal",
        "    period: 2024\n    material: ore\n    sources:\n      - article: a-report\n        quote: §Rusal",
        "unnamed",
        "ore is not named in the paragraph of this source; is it the material?",
        severity="warning",
    ),
    "an article that is no longer what was read": Case(
        "    publisher: courier\n",
        f"    sha256: §{64 * '0'}\n    publisher: courier\n",
        "changed",
        "a.txt is no longer the text that `sha256` was taken of; "
        "read the text again, and renew the hash with `lode check --fix`",
    ),
    "a date whose words stand more than once": Case(
        "dated_by: March 31, 2025",
        "dated_by: §Russia",
        "ambiguous",
        "“Russia” stands 4 times in the article (a.txt) (lines 3, 4, 5); give longer words to settle which",
    ),
    "a form of a unit that multiplies the number": Case(
        "written: [tons, ton]",
        "written: [tons, ton, §bn]",
        "scale-word",
        "“bn” is read with the number, as 1,000,000,000, before any unit; leave “bn” out",
        severity="warning",
    ),
    "a form of a unit that begins with such a word": Case(
        "written: [tons, ton]",
        "written: [tons, ton, §million tons]",
        "scale-word",
        "“million” is read with the number, as 1,000,000, before any unit; leave “million tons” out",
        severity="warning",
    ),
    "an entity that nothing names": Case(
        "  - id: agency\n",
        "  - §id: bureau\n    name: Bureau\n    kind: organization\n  - id: agency\n",
        "unused",
        "Bureau is named in no article, and by no record",
        severity="warning",
    ),
    "an ignored number that is not there": Case(
        "number: 5%", "number: §6%", "not-found", "“6%” is not in the quote (a.txt)"
    ),
    "an ignored quote that is not there": Case(
        "quote: about 5% of", "quote: §about 6% of", "not-found", "“about 6% of” is not in a.txt", "about 5% of"
    ),
    "an ignored name that is nowhere": Case(
        "name: Oslo", "name: §Bergen", "not-found", "“Bergen” is in no article; take it out"
    ),
    "an ignored entry without number and name": Case(
        "  - name: Oslo\n    why", "  - §why", "schema", "an ignored entry has a `number` or a `name`, one of them"
    ),
    "an ignored entry with both": Case(
        "  - name: Oslo\n", '  - §name: Oslo\n    number: "5"\n', "schema", "has a `number` or a `name`, one of them"
    ),
    "an ignored name with half its place": Case(
        "  - name: Oslo\n",
        "  - §name: Oslo\n    article: a-report\n",
        "schema",
        "`article` and `quote` say where it stands; give both, or neither to ignore it everywhere",
    ),
    "an ignored name with the other half": Case(
        "  - name: Oslo\n",
        "  - §name: Oslo\n    quote: in Oslo\n",
        "schema",
        "`article` and `quote` say where it stands; give both, or neither to ignore it everywhere",
    ),
    "an ignored number that is in no article": Case(
        "  - name: Oslo\n", '  - number: §"577"\n', "not-found", "“577” is in no article; take it out"
    ),
}


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in CASES.items()])
def test_a_problem_is_said_at_its_place(folder: Callable[..., Path], case: Case) -> None:
    assert CATALOG.count(case.old) == 1, "the case must change one place"
    marked = CATALOG.replace(case.old, case.new)
    path = folder(marked.replace("§", ""), a=TEXT)
    dossier = open_dossier(path)
    assert [(problem.code, problem.severity) for problem in dossier.problems] == [(case.code, case.severity)]
    problem = dossier.problems[0]
    assert case.says in problem.message
    assert problem.hint == case.hint
    assert (problem.file, problem.mark[1:]) == ("catalog.yaml", _place(marked) or problem.mark[1:])
    assert RECORDS - _held(dossier) == ({case.gone} if case.gone else set())


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "ignored" not in name])
def test_a_problem_of_a_draft_is_a_warning(folder: Callable[..., Path], name: str) -> None:
    case = CASES[name]
    text = CATALOG.replace(case.old, case.new).replace("§", "")
    head, articles, rest = text.partition("articles:\n")
    dossier = open_dossier(
        folder(head + articles + re.sub(r"(?m)^  - id: .*\n", r"\g<0>    draft: true\n", rest), a=TEXT)
    )
    assert [(problem.code, problem.severity) for problem in dossier.problems] == [(case.code, "warning")]
    assert RECORDS - _held(dossier) == ({case.gone} if case.gone else set())


def _place(marked: str) -> tuple[int, int] | None:
    """Line and column of the § in the catalog as written, below the two lines that the fixture adds."""
    before, mark, _ = marked.partition("§")
    return (before.count("\n") + 3, len(before) - before.rfind("\n")) if mark else None
