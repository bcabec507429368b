"""Breaks the built-in dossier in one place at a time, and asks whether linking or the tables notice.

`python tests/builtin/mutate.py` makes every break, counts by what it was noticed, and prints each that was not.
Breaks are made in the lines of the catalog and of the articles, in memory, always the same ones.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple, get_args

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.builtin import golden
from tui.catalog import nodes, schema, types
from tui.catalog.find import builtin
from tui.catalog.load import parse
from tui.catalog.nodes import Mapping, Sequence
from tui.dates import edtf
from tui.dossier.dossier import Dossier
from tui.dossier.occurrence import Occurrence
from tui.dossier.records import Source
from tui.linking.link import link, open_dossier
from tui.text.document import Document
from tui.text.quote import find
from tui.text.span import Span


class Break(NamedTuple):
    """One break: where, and the text of the catalog or of one article with it."""

    where: str
    text: str
    article: str | None = None


def noticed_by(broken: Break) -> str | None:
    """What notices a break first: a problem's code, a table, or coverage; None where nothing does."""
    documents = dict(original().documents)
    if broken.article:
        documents[broken.article] = Document(documents[broken.article].file, broken.text)
    catalog = catalog_as_it_is() if broken.article else parse(broken.text)
    dossier = link(catalog, builtin(), documents)
    if problem := next((problem for problem in dossier.problems if problem.severity != "note"), None):
        return f"link ({problem.code})"
    if difference := next(golden.differences(dossier), None):
        return difference.partition(":")[0]
    if not all(dossier.coverage(article).complete for article in dossier.articles):
        return "coverage"
    return None


# The dossier as it is


@cache
def original() -> Dossier:
    return open_dossier(builtin())


@cache
def text_as_it_is() -> str:
    return builtin().read_text(encoding="utf-8")


@cache
def catalog_as_it_is() -> schema.Catalog:
    return parse(text_as_it_is())


@cache
def _root() -> Mapping:
    return nodes.parse(text_as_it_is(), "catalog.yaml")


def _records(section: str) -> Iterator[tuple[str, Mapping]]:
    yield from ((node["id"], node) for node in _root()[section])


def _figures() -> Iterator[tuple[str, Mapping]]:
    return _records("figures")


def _relations() -> Iterator[tuple[str, Mapping]]:
    for id, entity in _records("entities"):
        relations = enumerate(entity.get("relations", ()), 1)
        yield from ((f"{id} {node['is']} {node['of']} ({n})", node) for n, node in relations)


def _sources(*of: Iterator[tuple[str, Mapping]]) -> Iterator[tuple[str, Mapping]]:
    for records in of:
        for name, record in records:
            yield from ((f"{name}, source {n}", source) for n, source in enumerate(record["sources"], 1))


def _quotes() -> Iterator[tuple[str, Mapping]]:
    yield from _sources(_figures(), _records("claims"), _records("events"), _relations())
    for id, entity in _records("entities"):
        yield from ((f"{id}, mention {n}", node) for n, node in enumerate(entity.get("mentions", ()), 1))
    yield from ((f"ignored {node['quote']}", node) for node in _root()["ignored"] if "quote" in node)


# Changing the catalog's lines


def _changed(node: Mapping, key: str, value: str) -> str:
    """The catalog with another value for a key."""
    mark, lines = node.values_at[key], text_as_it_is().split("\n")
    before, after = lines[mark.line - 1][: mark.column - 1], lines[mark.line - 1][mark.column - 1 :]
    written = re.match(r'"(?:[^"\\]|\\.)*"', after) or re.match(re.escape(node[key]), after)
    assert written, after
    lines[mark.line - 1] = before + json.dumps(value, ensure_ascii=False) + after[written.end() :]
    return "\n".join(lines)


def _without(node: Mapping, key: str) -> str:
    """The catalog without a key and its value."""
    mark = node.keys_at[key]
    return _without_block(mark.line, mark.column)


def _without_item(items: Sequence, index: int) -> str:
    """The catalog without one item of a list, in brackets or on lines of its own."""
    mark, lines = items.mark, text_as_it_is().split("\n")
    start = lines[mark.line - 1]
    if not start[mark.column - 1 :].startswith("["):
        return _without_block(items.items_at[index].line, start.index("-") + 1)
    left = [item for i, item in enumerate(items) if i != index]
    lines[mark.line - 1] = start[: mark.column - 1] + json.dumps(left, ensure_ascii=False)
    return "\n".join(lines)


def _without_block(line: int, column: int) -> str:
    """The catalog without a line and the deeper ones that follow it."""
    lines = text_as_it_is().split("\n")
    end = line
    while end < len(lines) and lines[end].strip() and len(lines[end]) - len(lines[end].lstrip()) >= column:
        end += 1
    return "\n".join([*lines[: line - 1], *lines[end:]])


def _with(node: Mapping, key: str, value: str) -> str:
    """The catalog with a key more, after the first one."""
    first = min(node.keys_at.values())
    lines = text_as_it_is().split("\n")
    lines.insert(first.line, " " * (first.column - 1) + f"{key}: {json.dumps(value, ensure_ascii=False)}")
    return "\n".join(lines)


# The breaks


def _digit_in_number() -> Iterator[Break]:
    words = {"fifth": "sixth", "seven": "nine", "two": "three", "three": "two", "five": "four"}
    for name, source in _sources(_figures()):
        number = source["number"]
        if not re.search(r"\d", number) and not words.keys() & set(number.split()):
            continue
        other = _next_digit(number, len(number)) or re.sub(r"\w+", lambda word: words.get(word[0], word[0]), number)
        yield Break(f"{name}: {number} as {other}", _changed(source, "number", other))


def _claimant_swapped() -> Iterator[Break]:
    for id, node in _figures():
        if "claimant" in node:
            for other in dict.fromkeys([*_named_in_said(id), _next(node["claimant"], _claimants())]):
                if other != node["claimant"]:
                    yield Break(f"{id}: {node['claimant']} as {other}", _changed(node, "claimant", other))


def _named_in_said(figure: str) -> Iterator[str]:
    """Whom the words that attribute a figure name: the claimants that linking alone would let pass."""
    for source in original().figures[figure].sources:
        for mention in original().mentions[source.article]:
            if source.said and source.said.covers(mention.span):
                yield mention.record


def _claimants() -> list[str]:
    return list(dict.fromkeys(node["claimant"] for _, node in _figures() if "claimant" in node))


def _claimant_dropped() -> Iterator[Break]:
    for id, node in _figures():
        if "claimant" in node:
            yield Break(id, _without(node, "claimant"))


def _claimant_invented() -> Iterator[Break]:
    for id, node in _figures():
        if "claimant" not in node:
            yield Break(id, _with(node, "claimant", "usgs"))


def _entity_swapped(key: str, kinds: str) -> Iterator[Break]:
    """With one that the same line names before it, where there is one: those linking alone would let pass."""
    fitting = [id for id, node in _records("entities") if node["kind"] in kinds.split()]
    for id, node in _figures():
        if key in node:
            source = original().figures[id].sources[0]
            near = [m.record for m in _mentions_before(source) if m.record in fitting]
            other = next(other for other in [*near, _next(node[key], fitting)] if other != node[key])
            yield Break(f"{id}: {node[key]} as {other}", _changed(node, key, other))


def _mentions_before(source: Source) -> list[Occurrence]:
    """The mentions of a source's line up to its end."""
    start = original().documents[source.article].text.rfind("\n", 0, source.quote.start)
    return [m for m in original().mentions[source.article] if start < m.span.start and m.span.end <= source.quote.end]


def _claimant_of_statement_dropped() -> Iterator[Break]:
    for id, node, _ in _attributed():
        if "claimant" in node:
            yield Break(id, _without(node, "claimant"))


def _modality_changed() -> Iterator[Break]:
    for id, node, _ in _attributed():
        other = "states" if "modality" in node else "reportedly"
        change = _changed if "modality" in node else _with
        yield Break(f"{id}: {other}", change(node, "modality", other))


def _relation_of_claim_moved(key: str) -> Iterator[Break]:
    """With the next claim: a contradiction that points elsewhere."""
    ids = [id for id, _ in _records("claims")]
    for id, node in _records("claims"):
        for related in node.get(key, ()):
            other = next(each for each in ids if each not in (id, *node[key]))
            items = node[key]
            left = [other if each == related else each for each in items]
            mark, lines = items.mark, text_as_it_is().split("\n")
            start = lines[mark.line - 1][: mark.column - 1]
            lines[mark.line - 1] = start + json.dumps(left, ensure_ascii=False)
            yield Break(f"{id}: {related} as {other}", "\n".join(lines))


def _attributed() -> Iterator[tuple[str, Mapping, Source]]:
    """The claims, events and relations of the catalog, each with its first source."""
    for id, node in _records("claims"):
        yield id, node, original().claims[id].sources[0]
    for id, node in _records("events"):
        yield id, node, original().events[id].sources[0]
    linked = (relation for entity in original().entities.values() for relation in entity.relations)
    for (name, node), relation in zip(_relations(), linked, strict=True):
        yield name, node, relation.sources[0]


def _claimant_of_statement_swapped() -> Iterator[Break]:
    for id, node, source in _attributed():
        if "claimant" in node:
            near = [m.record for m in original().mentions[source.article] if source.said and source.said.covers(m.span)]
            for other in dict.fromkeys([*near, "usgs", "bloomberg"]):
                if other != node["claimant"]:
                    yield Break(f"{id}: {node['claimant']} as {other}", _changed(node, "claimant", other))


def _measure_swapped() -> Iterator[Break]:
    units = {id: node["unit"] for id, node in _records("measures")}
    for id, node in _figures():
        for other in units:
            if other != node["measure"] and units[other] == units[node["measure"]]:
                yield Break(f"{id}: {node['measure']} as {other}", _changed(node, "measure", other))


def _nature_changed() -> Iterator[Break]:
    for id, node in _figures():
        other = _next(node.get("nature", "reported"), get_args(types.Nature))
        change = _changed if "nature" in node else _with
        yield Break(f"{id}: {other}", change(node, "nature", other))


def _bound_changed() -> Iterator[Break]:
    for id, node in _figures():
        if "bound" in node:
            yield Break(f"{id}: none", _without(node, "bound"))
        other = "≥" if original().figures[id].value.modifier != "≥" else "≤"
        yield Break(f"{id}: {other}", (_changed if "bound" in node else _with)(node, "bound", other))


def _quote_moved() -> Iterator[Break]:
    """To an article that has the same words once, where there is one."""
    ids = list(original().articles)
    for name, node in _quotes():
        others = [id for id in ids if id != node["article"]]
        other = next((id for id in others if len(_found(id, node)) == 1), _next(node["article"], ids))
        yield Break(f"{name}: {node['article']} as {other}", _changed(node, "article", other))


def _found(article: str, node: Mapping) -> tuple[Span, ...]:
    return find(original().documents[article].text, node["quote"]).spans


def _context_changed() -> Iterator[Break]:
    for name, node in _quotes():
        for key in ("prefix", "suffix"):
            if key in node:
                yield Break(f"{name}: {key}", _changed(node, key, "nowhere"))


def _alias_dropped() -> Iterator[Break]:
    for id, node in _records("entities"):
        aliases = node.get("aliases") or Sequence(node.mark)
        yield from (Break(f"{id}: {alias}", _without_item(aliases, i)) for i, alias in enumerate(aliases))


def _mention_dropped() -> Iterator[Break]:
    for id, node in _records("entities"):
        mentions = node.get("mentions") or Sequence(node.mark)
        if len(mentions) > 1:
            for i, mention in enumerate(mentions):
                yield Break(f"{id}: {mention['quote']} ({i + 1})", _without_item(mentions, i))
        elif mentions:
            yield Break(f"{id}: {mentions[0]['quote']}", _without(node, "mentions"))


def _kind_changed() -> Iterator[Break]:
    for id, node in _records("entities"):
        other = _next(node["kind"], get_args(types.EntityKind))
        yield Break(f"{id}: {node['kind']} as {other}", _changed(node, "kind", other))


def _date_moved() -> Iterator[Break]:
    """By one: each of its days, or months or years where it has no days."""
    for section in ("articles", "events"):
        for id, node in _records(section):
            for key in ("published", "date", "resolved"):
                date = node.get(key) or ""
                for part in re.finditer(r"\d\d(?=T|/|$)", date):
                    beside = [f"{date[: part.start()]}{int(part[0]) + i:02}{date[part.end() :]}" for i in (1, -1)]
                    other = next(filter(_is_date, beside))
                    yield Break(f"{id}: {key} {date} as {other}", _changed(node, key, other))


def _is_date(text: str) -> bool:
    try:
        edtf.parse(text)
    except edtf.EdtfError:
        return False
    return True


def _period_changed() -> Iterator[Break]:
    for id, node in _figures():
        if "period" in node:
            later = str(int(node["period"]) + 1)
            yield Break(f"{id}: {node['period']} as {later}", _changed(node, "period", later))


def _words_swapped(key: str) -> Iterator[Break]:
    """With all other words of the same article that say when or who: some of those linking alone lets pass."""
    nodes = [
        (name, node)
        for name, node in _sources(_figures(), _records("claims"), _records("events"), _relations())
        if key in node
    ]
    for name, node in nodes:
        others = dict.fromkeys(other[key] for _, other in nodes if other["article"] == node["article"])
        for other in others:
            if other != node[key]:
                yield Break(f"{name}: {node[key]} as {other}", _changed(node, key, other))


def _source_key_dropped(key: str) -> Iterator[Break]:
    for name, node in _sources(_figures(), _records("claims"), _records("events"), _relations()):
        if key in node:
            yield Break(name, _without(node, key))


def _key_dropped(section: str, key: str) -> Iterator[Break]:
    for id, node in _records(section):
        if key in node:
            yield Break(id, _without(node, key))


def _reference_swapped(key: str, nodes: Callable[[], Iterator[tuple[str, Mapping]]]) -> Iterator[Break]:
    """With the next entity of the same kind."""
    kinds = {id: node["kind"] for id, node in _records("entities")}
    for name, node in nodes():
        if key in node:
            alike = [id for id in kinds if kinds[id] == kinds[node[key]]]
            other = _next(node[key], alike if len(alike) > 1 else list(kinds))
            yield Break(f"{name} as {other}", _changed(node, key, other))


def _relation_renamed() -> Iterator[Break]:
    names = [node["is"] for node in _root()["relations"]]
    for name, node in _relations():
        other = _next(node["is"], names)
        yield Break(f"{name} as {other}", _changed(node, "is", other))


def _source_dropped() -> Iterator[Break]:
    for records in (_figures(), _records("events"), _relations()):
        for name, node in records:
            if len(node["sources"]) > 1:
                for i in range(len(node["sources"])):
                    yield Break(f"{name}, source {i + 1}", _without_item(node["sources"], i))


def _event_entity_dropped() -> Iterator[Break]:
    for id, node in _records("events"):
        for i, entity in enumerate(node["entities"]):
            yield Break(f"{id}: {entity}", _without_item(node["entities"], i))


def _item_dropped(section: str) -> Iterator[Break]:
    items = _root()[section]
    for i, node in enumerate(items):
        name = node.get("id") or node.get("number") or node.get("name")
        yield Break(name if "id" in node else f"{name}, {node.get('quote', 'everywhere')}", _without_item(items, i))


def _artefact_dropped() -> Iterator[Break]:
    for id, node in _records("articles"):
        artefacts = node.get("artefacts") or Sequence(node.mark)
        for i, artefact in enumerate(artefacts):
            words = artefact if isinstance(artefact, str) else artefact["text"]
            yield Break(f"{id}: {words}", _without_item(artefacts, i))


def _digit_in_text() -> Iterator[Break]:
    for id, document in original().documents.items():
        for match in re.finditer(r"\d+", document.text):
            other = _next_digit(document.text, match.end())
            assert other
            yield Break(f"{_place(document, match.start())}: {match[0]}", other, id)


def _sentence_doubled() -> Iterator[Break]:
    for id, document in original().documents.items():
        for span in document.sentences:
            text = f"{document.text[: span.end]} {document[span]}{document.text[span.end :]}"
            yield Break(f"{_place(document, span.start)}: {document[span]}", text, id)


def _sentence_dropped() -> Iterator[Break]:
    for id, document in original().documents.items():
        for span in document.sentences:
            text = document.text[: span.start] + document.text[span.end :]
            yield Break(f"{_place(document, span.start)}: {document[span]}", text, id)


def _place(document: Document, offset: int) -> str:
    line, column = document.position(offset)
    return f"{Path(document.file).name}:{line}:{column}"


def _next(item: str, items: "list[str] | tuple[str, ...]") -> str:
    return items[(items.index(item) + 1) % len(items)]


def _next_digit(text: str, end: int) -> str | None:
    """The text with the last digit before `end` one higher, 9 one lower; None where there is none."""
    for i in range(end - 1, -1, -1):
        if text[i].isdigit():
            return text[:i] + ("8" if text[i] == "9" else str(int(text[i]) + 1)) + text[i + 1 :]
    return None


BREAKS: dict[str, Callable[[], Iterator[Break]]] = {
    "digit in a number": _digit_in_number,
    "claimant swapped": _claimant_swapped,
    "claimant dropped": _claimant_dropped,
    "claimant invented": _claimant_invented,
    "subject swapped": partial(_entity_swapped, "subject", "country place facility"),
    "material swapped": partial(_entity_swapped, "material", "material"),
    "measure swapped": _measure_swapped,
    "nature changed": _nature_changed,
    "bound changed": _bound_changed,
    "period changed": _period_changed,
    "period dropped": partial(_key_dropped, "figures", "period"),
    "scope dropped": partial(_key_dropped, "figures", "scope"),
    "condition dropped": partial(_key_dropped, "figures", "condition"),
    "quote moved to another article": _quote_moved,
    "prefix or suffix changed": _context_changed,
    "said swapped": partial(_words_swapped, "said"),
    "said dropped": partial(_source_key_dropped, "said"),
    "via dropped": partial(_source_key_dropped, "via"),
    "when swapped": partial(_words_swapped, "when"),
    "when dropped": partial(_source_key_dropped, "when"),
    "date moved by one": _date_moved,
    "alias dropped": _alias_dropped,
    "mention dropped": _mention_dropped,
    "exception dropped": partial(_key_dropped, "entities", "except"),
    "kind changed": _kind_changed,
    "stands for another": partial(_reference_swapped, "stands_for", partial(_records, "entities")),
    "publisher swapped": partial(_reference_swapped, "publisher", partial(_records, "articles")),
    "relation's other side swapped": partial(_reference_swapped, "of", _relations),
    "relation renamed": _relation_renamed,
    "source dropped": _source_dropped,
    "event's entity dropped": _event_entity_dropped,
    "figure dropped": partial(_item_dropped, "figures"),
    "claim dropped": partial(_item_dropped, "claims"),
    "claimant of a statement swapped": _claimant_of_statement_swapped,
    "claimant of a statement dropped": _claimant_of_statement_dropped,
    "modality changed": _modality_changed,
    "contradiction moved": partial(_relation_of_claim_moved, "contradicts"),
    "support moved": partial(_relation_of_claim_moved, "supports"),
    "event dropped": partial(_item_dropped, "events"),
    "ignored entry dropped": partial(_item_dropped, "ignored"),
    "artefact dropped": _artefact_dropped,
    "digit in a text": _digit_in_text,
    "sentence doubled": _sentence_doubled,
    "sentence dropped": _sentence_dropped,
}
"""Every kind of break, and how each of its kind is made."""


def main() -> None:
    """Makes every break; prints the counts and each that is not noticed."""
    started, total = time.perf_counter(), 0
    unnoticed = []
    for kind, breaks in BREAKS.items():
        noticed: Counter[str] = Counter()
        for broken in breaks():
            by = noticed_by(broken)
            noticed[by or "nothing"] += 1
            if by is None:
                unnoticed.append((kind, broken.where))
        total += noticed.total()
        print(f"{noticed.total():4} {kind}: " + ", ".join(f"{n} {by}" for by, n in noticed.most_common()))
    print(f"{total:4} breaks in {time.perf_counter() - started:.0f} s, {len(unnoticed)} not noticed")
    for row in unnoticed:
        print("\t".join(row))


if __name__ == "__main__":
    main()
