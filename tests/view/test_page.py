"""Pages: all that a record says, linear, and nothing that a terminal could obey."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Linked
from tests.view.hostile import raw, write
from tui.dossier.dossier import Dossier
from tui.dossier.records import Figure
from tui.linking.link import open_dossier
from tui.text.span import Span
from tui.view.excerpt import excerpt
from tui.view.linear import record_lines
from tui.view.styled_text import FAMILIES, STYLES, plain
from tui.view.wording import attribution_text


def read(id: str, dossier: Dossier) -> str:
    """A record's page as text."""
    record = dossier.get(id)
    assert record
    return "\n".join(plain(line) for line in record_lines(record, dossier)).replace("\N{NO-BREAK SPACE}", " ")


def place(article: str, span: Span, dossier: Dossier) -> str:
    """How a page names a place."""
    line, column = dossier.documents[article].position(span.start)
    return f"line {line}, column {column}\n"


def sentence(article: str, span: Span, dossier: Dossier) -> str:
    """How a page shows the sentence of a place."""
    return plain(excerpt(dossier, article, dossier.documents[article].sentence_around(span)))


def test_a_long_label_is_parted_from_its_value(dossier: Dossier) -> None:
    assert "\nSearch also finds Росатом, " in read("rosatom", dossier)


def test_a_figures_page_is_this(folder: Callable[..., Path]) -> None:
    dossier = open_dossier(
        folder(
            """
units: [{id: t, name: tonne, written: [tons]}]
measures: [{id: output, name: output, unit: t, per: yr}]
articles:
  - {id: a, file: a.txt, title: "[First]", resolved: 2025-03}
  - {id: b, file: b.txt, title: "[Second]"}
entities:
  - {id: mine, name: Mine, kind: facility}
  - {id: ore, name: ore, kind: material}
  - {id: post, name: The Post, kind: publication}
  - {id: wire, name: Wire, kind: publication}
  - {id: bureau, name: Bureau, kind: government}
figures:
  - id: f
    measure: output
    subject: mine
    material: ore
    scope: in the north
    claimant: bureau
    nature: potential
    condition: if it rains
    period: 2024
    note: A note.
    sources:
      - article: a
        quote: the Mine could yield up to 5 tons of ore in 2024
        number: 5 tons
        said: The Post, citing Wire and the Bureau
        when: in 2024
        via: [post, wire]
      - article: b
        quote: yield up to 5 tons
        number: 5 tons
        said: the Bureau
        when: "2024"
""",
            a="Intro.\nThe Post, citing Wire and the Bureau, says the Mine could yield up to 5 tons of ore in 2024.",
            b="Less.\nIn 2024, says the Bureau,  the Mine's ore may\tyield up to 5 tons.\n",
        )
    )
    assert not dossier.problems
    assert read("f", dossier) == (
        """\
≤5 t/yr · output, ore, Mine, in the north
A note.

Said by       Bureau
Nature        potential, if it rains
Period        2024
Written       “5 tons”  a bound: up to 5 t/yr
About         output · Mine · ore

Printed (2 times in 2 articles)
   1. [First] · [March 2025] · line 2, column 71
      The Post, citing Wire and the Bureau, says the Mine could yield up to 5 tons of ore in 2024.
      said: “The Post, citing Wire and the Bureau”
      dated: “in 2024”
      via The Post, Wire
   2. [Second] · no date · line 2, column 59
      In 2024, says the Bureau, the Mine's ore may yield up to 5 tons.
      said: “the Bureau”
      dated: “2024”

Nothing to compare: the only figure for Mine’s output of ore (in the north)."""
    )


def test_a_figures_page_has_what_others_say(dossier: Dossier) -> None:
    text = read("russia-reserves-usgs", dossier)
    assert "\n\nConflict\n       28.5 Mt  Ministry  28.5 Mt is 7.5 times as much\n" in text
    assert "\n\nThe curator: The survey counts known reserves." in text


def test_every_figure_says_what_it_is(dossier: Dossier) -> None:
    for figure in dossier.figures.values():
        text = read(figure.id, dossier)
        assert figure.label in text and f"“{figure.written}”" in text and figure.nature in text
        claimant = dossier.entities[figure.claimant].name if figure.claimant else "the article itself"
        assert f"Said by       {claimant}\n" in text
        assert (figure.condition or "") in text and (figure.note or "") in text
        assert not figure.period or re.search(rf"Period +{figure.period}\n", text)
        assert text.count("line ") >= len(figure.sources)
        for source in figure.sources:
            assert place(source.article, source.number, dossier) in text
            assert sentence(source.article, source.quote, dossier) in text
            for words in (source.said, source.when):
                assert words is None or f"“{dossier.documents[source.article][words]}”" in text


def test_every_entity_says_what_it_is(dossier: Dossier) -> None:
    for entity in dossier.entities.values():
        text = read(entity.id, dossier)
        assert text.startswith(f"{entity.name} · {entity.type}\n")
        assert all(words in text for words in [entity.note or "", *entity.aliases, *entity.also])
        assert not entity.stands_for or f"Stands for    {dossier.entities[entity.stands_for].name}" in text
        for relation in entity.relations:
            said = attribution_text(relation, dossier)
            attributed = f"{dossier.entities[relation.of].name}{f' · {said}' if said else ''}"
            assert f"\n  {relation.name} {attributed}\n" in text
            assert all(sentence(source.article, source.quote, dossier) in text for source in relation.sources)
        for other, relation in dossier.index.relations_to(entity.id):
            assert f"\n  {dossier.inverse(relation.name)} {other.name}" in text
        mentions = dossier.occurrences_of(entity.id)
        articles = len({mention.article for mention in mentions})
        assert not mentions or f"Mentions ({len(mentions)} in {articles} article{'s' * (articles > 1)})" in text
        for mention in mentions:
            assert place(mention.article, mention.span, dossier) in text
            assert sentence(mention.article, mention.span, dossier) in text
        about = [f for f in dossier.figures.values() if entity.id in (f.subject, f.material, f.claimant)]
        assert not about or f"Figures ({len(about)})" in text


def test_an_entity_that_no_text_names_says_so(dossier: Dossier) -> None:
    assert "not in the text" in read("moscow-times", dossier)


def test_every_article_says_what_it_is(dossier: Dossier) -> None:
    for article in dossier.articles.values():
        text = read(article.id, dossier)
        assert text.startswith(f"{article.title} · article\n")
        publisher = dossier.entities[article.publisher].name if article.publisher else "not stated"
        assert re.search(rf"Publisher +{publisher}\n", text)
        assert (article.note or "") in text and (article.published or "") in text
        assert (article.resolved_by or "") in text
        assert f"Address       {article.url or 'none'}\n" in text
        assert f"File          {article.file}\n" in text
        assert all(f"“{dossier.documents[article.id][span]}”" in text for span in article.dated_by)
        figures = dossier.index.in_article(article.id, Figure)
        assert f"Figures ({len(figures)})" in text
        assert all(figure.label in text for figure in figures)
        for entity in {mention.record for mention in dossier.mentions[article.id]}:
            count = sum(mention.record == entity for mention in dossier.mentions[article.id])
            assert re.search(rf"\n +{count}  {re.escape(dossier.entities[entity].name)} · ", text)


def test_every_event_says_what_it_is(dossier: Dossier) -> None:
    for event in dossier.events.values():
        text = read(event.id, dossier)
        assert text.startswith(f"{event.what} · event\n")
        assert ("not printed" in text) == (event.date is None)
        assert (event.resolved_by or "") in text
        assert all(f"With          {dossier.entities[id].name}\n" in text for id in event.entities)
        for source in event.sources:
            assert place(source.article, source.quote, dossier) in text
            assert sentence(source.article, source.quote, dossier) in text
            assert not source.when or f"dated: “{dossier.documents[source.article][source.when]}”" in text


def test_events_are_listed_with_those_who_take_part_and_the_articles_that_tell(dossier: Dossier) -> None:
    for event in dossier.events.values():
        for id in (*event.entities, *(source.article for source in event.sources)):
            assert re.search(rf"\nEvents \(\d+\)\n(?:  .*\n)*.*  {re.escape(event.what)}\n", read(id, dossier))


def test_who_is_named_in_the_same_sentence(dossier: Dossier) -> None:
    text = read("tomtor", dossier)
    assert "\nNamed in the same sentence\n     2  Vladimir Putin · person\n     2  Yakutia · place\n" in text


@pytest.mark.parametrize(
    ("event", "lines"),
    [
        ("kommersant-founded", ["Date          1989"]),
        ("roadmap-due", ["Date          1 December", "  inferred    1 December 2025  (the first December 1 after"]),
        ("talks-started", ["Date          not printed", "  inferred    31 March 2025  ("]),
    ],
)
def test_an_event_tells_the_printed_date_from_the_inferred(dossier: Dossier, event: str, lines: list[str]) -> None:
    assert all(f"\n{line}" in read(event, dossier) for line in lines)


def test_every_measure_lists_its_figures(dossier: Dossier) -> None:
    for measure in dossier.measures.values():
        text = read(measure.id, dossier)
        unit = dossier.units.by_id[measure.unit].name
        assert text.startswith(f"{measure.name} · measure in {unit}{' a year' if measure.per else ''}\n")
        assert len(text.splitlines()) == 2 + sum(f.measure == measure.id for f in dossier.figures.values())


def test_a_draft_is_shown_as_one(linked: Linked) -> None:
    dossier = linked("entities: [{id: x, name: Xen, kind: unnamed, draft: true}]", a="Xen.")
    assert read("x", dossier).startswith("Xen · unnamed · draft\n")


def test_the_number_is_marked_in_its_sentence(dossier: Dossier) -> None:
    figure = dossier.figures["russia-reserves-industry"]
    assert isinstance(figure, Figure)
    matches = [piece.text for line in record_lines(figure, dossier) for piece in line if piece.style == "match"]
    assert matches == ["28.7 million metric tons"]


def test_pages_use_known_styles_only(dossier: Dossier) -> None:
    styles = {piece.style for record in dossier.records for line in record_lines(record, dossier) for piece in line}
    assert styles <= {"", *STYLES, *FAMILIES.values()}


def test_no_page_holds_what_a_terminal_obeys(dossier: Dossier, tmp_path: Path) -> None:
    hostile = open_dossier(write(tmp_path))
    for one in (dossier, hostile):
        for record in one.records:
            for line in record_lines(record, one):
                assert not raw(plain(line)), (record.id, plain(line))
    everything = "\n".join(read(record.id, hostile) for record in hostile.records)
    for word in ("Mine", "M", "said", "Pit", "Other", "note", "owns", "owned by", "scope", "condition", "guess", "Dug"):
        assert f"{word}␛[31m" in everything, word
