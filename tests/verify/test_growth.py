"""How many characters of the articles are read for one draft, and how many records its items are compared with."""

from pathlib import Path

import pytest

from tests.growth import Steps, assert_nearly_linear, steps
from tui.dossier.dossier import Dossier
from tui.linking.link import open_dossier
from tui.verify.context import VerificationContext
from tui.verify.dates import DateJudge
from tui.verify.numbers import NumberJudge
from tui.verify.verify import read_draft, verify

SENTENCE = "The harbour of Sund was opened again after the storm, said the mayor, and every berth is taken. "
QUOTED = "“The harbour of Sund was opened again {}”, he said. "


def read(folder: Path, articles: int, quotations: int) -> int:
    """The characters that are read for a draft with quotations that no article has."""
    folder.mkdir()
    lines = ["lode: 1", "title: Harbours", "articles:"]
    for number in range(articles):
        (folder / f"{number}.txt").write_text(SENTENCE * 20, encoding="utf-8")
        lines += [f"  - {{id: a{number}, file: {number}.txt, title: A{number}}}"]
    (folder / "catalog.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    dossier = open_dossier(folder / "catalog.yaml")
    text = "".join(QUOTED.format(f"on day {number} of Vandelay") for number in range(quotations))

    def work(count: Steps) -> None:
        found = verify(dossier, read_draft(dossier, "draft.md", text), count)
        assert [each.status for each in found if each.kind == "quotation"] == ["differs"] * quotations

    return steps(work)


def test_the_articles_are_read_once(tmp_path: Path) -> None:
    one, many = (read(tmp_path / str(quotations), 5, quotations) for quotations in (1, 20))
    # The words of the nearest article are looked up for each of them, and no other text is read again.
    assert many <= 3 * one


def test_reading_grows_with_the_articles(tmp_path: Path) -> None:
    assert_nearly_linear(lambda articles: read(tmp_path / f"of {articles}", articles, 3), 10)


def test_misspellings_are_looked_for_until_that_was_a_lot_of_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = ports(tmp_path / "ports", 20)
    text = "Then Borbeea was opened. Then Borbeea was closed. Then Dordeea was opened."
    found = verify(dossier, read_draft(dossier, "draft.md", text, "en"))
    assert [each.record for each in found if each.kind == "name"] == [
        port(0).lower(),
        port(0).lower(),
        port(11).lower(),
    ]
    monkeypatch.setattr("tui.verify.misspelt._COMPARED", 20)
    found = verify(dossier, read_draft(dossier, "draft.md", text, "en"))
    assert [each.record for each in found if each.kind == "name"] == [port(0).lower()] * 2


def test_the_words_around_a_number_are_bounded(tmp_path: Path) -> None:
    """A sentence may be as long as a file: its numbers, names and dates are compared with those near them."""
    dossier = ports(tmp_path / "ports", 20)

    def looked_at(number: int) -> int:
        one = ", ".join(f"{port(each % 20)} said it holds {3000 + 10 * (each % 20)} tons" for each in range(number))
        draft = read_draft(dossier, "draft.md", f"The depots: {one}", "en")
        return sum(place.end - place.start for item in draft.numbers for place in (draft.sentence(item.span),))

    assert_nearly_linear(looked_at, 100)


def ports(folder: Path, number: int) -> Dossier:
    """A dossier with so many ports, each with a figure and an event of its own."""
    folder.mkdir()
    lines = ["lode: 1", "title: Ports", "articles: [{id: a, file: a.txt, title: A}]"]
    lines += ["measures: [{id: depots, name: depots, unit: t}]", "entities:"]
    names = [port(each) for each in range(number)]
    lines += [f"  - {{id: {name.lower()}, name: {name}, kind: country}}" for name in names]
    figures, events, text = ["figures:"], ["events:"], []
    for each, name in enumerate(names):
        holds, opens = (
            f"The depots of {name} hold {3000 + 10 * each} tons.",
            f"{name} opened a depot on 3 May {1700 + each}.",
        )
        source = f'{{article: a, quote: "{holds}", number: {3000 + 10 * each} tons}}'
        figures.append(f"  - {{id: f{each}, subject: {name.lower()}, measure: depots, sources: [{source}]}}")
        source = f'{{article: a, quote: "{opens}", when: 3 May {1700 + each}}}'
        told = f"entities: [{name.lower()}], sources: [{source}]"
        events.append(f'  - {{id: v{each}, what: {name} opened a depot, date: "{1700 + each}-05-03", {told}}}')
        text += [holds, opens]
    (folder / "a.txt").write_text("\n\n".join(text), encoding="utf-8")
    (folder / "catalog.yaml").write_text("\n".join([*lines, *figures, *events]), encoding="utf-8")
    return open_dossier(folder / "catalog.yaml")


def port(number: int) -> str:
    return f"{'BDFGKLMNPR'[number // 10]}or{'bdfgklmnpr'[number % 10]}ea"


@pytest.mark.sample(2)
@pytest.mark.parametrize(
    ("sentence", "numbers", "dates"),
    [
        ("The depots of {name} hold {right} tons. {name} opened a depot on 3 May {year}.", "backed", "backed"),
        ("The depots of {name} hold {wrong} tons. {name} opened a depot on 3 May 1512.", "differs", "differs"),
        ("The depots hold {right} tons. A depot opened on 3 May {year}.", "possible", "possible"),
        ("## {name}\n\nThe depots hold {right} tons. A depot opened on 3 May {year}.", "backed", "possible"),
    ],
)
def test_records_are_compared_that_are_near(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sentence: str, numbers: str, dates: str
) -> None:
    for limit in ("figures._MOST", "events._MOST"):
        monkeypatch.setattr(f"tui.verify.{limit}", 4)

    def compared(number: int) -> int:
        dossier = ports(tmp_path / str(number), number)
        parts = (
            sentence.format(name=port(each), right=3000 + 10 * each, wrong=5003 + 10 * each, year=1700 + each)
            for each in range(number)
        )
        draft = read_draft(dossier, "draft.md", "\n\n".join(parts), "en")
        context = VerificationContext(dossier, draft)

        def work(count: Steps) -> None:
            context.count = count
            figures = NumberJudge(context).findings()
            events = list(DateJudge(context, figures).findings())
            for found, status, letter in ((figures, numbers, "f"), (events, dates, "v")):
                assert {each.status for each in found} == {status}, found
                if status != "possible":
                    assert [each.record for each in found] == [f"{letter}{each}" for each in range(number)]

        return steps(work)

    assert_nearly_linear(compared, 20)
