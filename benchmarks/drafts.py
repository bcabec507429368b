"""Measures drafts of records against texts that were marked by hand: how many are right, and how many are found.

    python -m benchmarks.drafts [FILE...]     prints the rates; -v also what is wrong

The texts in `drafts.txt` say how they are marked. A figure is right if its number is whole and marked; a field is right
if it holds one of the words that the mark gives; a field that the mark does not give may hold anything.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.curate.drafts import Suggestion
from tui.extract.suggest import drafts_of
from tui.linking.link import open_dossier
from tui.text.span import Span

TEXTS = Path(__file__).parent / "drafts.txt"
_TEXT = re.compile(r"^=== (\S+) (\w\w)\n", re.MULTILINE)
_MARK = re.compile(r"<<([FND])([^|>]*)\|(.+?)>>")
_FIELDS = {"m": "measure", "s": "subject", "c": "claimant"}
_TITLE = re.compile(r"^(?:Captain|Dr\.|Prince)\s")


@dataclass(frozen=True)
class Mark:
    """What a person marked: F a figure with its fields, N a name with its kind, D the date of an event."""

    kind: str
    words: str
    span: Span
    type: str
    fields: dict[str, list[str]]


def read_texts(path: Path) -> Iterator[tuple[str, str, str, list[Mark]]]:
    """The texts of a file: name, language, text without marks, marks."""
    _, *parts = _TEXT.split(path.read_text(encoding="utf-8"))
    for name, language, marked in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        text, marks, position = "", [], 0
        for match in _MARK.finditer(marked):
            text += marked[position : match.start()]
            given = [each.strip() for each in match[2].split(";") if "=" in each]
            fields = {_FIELDS[each[0]]: each.partition("=")[2].split("/") for each in given}
            marks.append(Mark(match[1], match[3], Span(len(text), len(text) + len(match[3])), match[2].strip(), fields))
            text, position = text + match[3], match.end()
        yield name, language, text + marked[position:], marks


def drafted(text: str, language: str) -> list[Suggestion]:
    """The drafts of a text in a catalog that has nothing but its article."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_text(text, encoding="utf-8")
        catalog = Path(folder) / "catalog.yaml"
        article = f"articles:\n  - id: a\n    file: a.txt\n    title: '[A]'\n    language: {language}\n"
        catalog.write_text(f"lode: 1\ntitle: T\n{article}", encoding="utf-8")
        return drafts_of(open_dossier(catalog), "a")


def is_whole(mark: Mark, draft: Suggestion, text: str) -> bool:
    """Whether a draft's number is all of a marked one, but for its hedge and for what it counts."""
    if not mark.span.covers(draft.span):
        return False
    before, after = text[mark.span.start : draft.span.start], text[draft.span.end : mark.span.end]
    # What a number without a unit counts follows it.
    return not re.search(r"\d|[$€£]", before + after) and (not after.strip() or "unit" not in draft.fields)


def measure(paths: list[Path], loud: bool) -> Counter[str]:
    """Counts what is right, wrong, missed and filled."""
    counts: Counter[str] = Counter()

    def say(name: str, *words: object) -> None:
        if loud:
            print(f"{name}:", *words)

    for path in paths:
        for name, language, text, marks in read_texts(path):
            drafts = drafted(text, language)
            figures, names, dates = ([mark for mark in marks if mark.kind == kind] for kind in "FND")
            found: set[Mark | int] = set()
            for draft in (each for each in drafts if each.kind == "figure"):
                counts["figures"] += 1
                place = next((i for i, mark in enumerate(figures) if is_whole(mark, draft, text)), None)
                if place is None:
                    say(name, "no figure", repr(draft.exact), repr(text[draft.span.start - 30 : draft.span.end + 30]))
                    continue
                found.add(place)
                counts["figures right"] += 1
                _count_fields(counts, name, figures[place], draft, say)
            counts["figures marked"] += len(figures)
            counts["figures found"] += len(found)
            for i in set(range(len(figures))) - found:
                say(name, "missed figure", figures[i].words)
            _count_names(counts, name, names, [each for each in drafts if each.kind == "entity"], say)
            events = [each for each in drafts if each.kind == "event" and "date" in each.fields]
            right = [each for each in events if any(mark.span.overlaps(each.span) for mark in dates)]
            counts["events"] += len(events)
            counts["events right"] += len(right)
            counts["events marked"] += len(dates)
            for each in events:
                if each not in right:
                    say(name, "no event", each.exact)
    return counts


def _count_fields(counts: Counter[str], name: str, mark: Mark, draft: Suggestion, say) -> None:  # type: ignore[no-untyped-def]
    for key in _FIELDS.values():
        filled, wanted = draft.text(key), mark.fields.get(key)
        if wanted:
            counts[f"{key} stated"] += 1
        if filled is None:
            continue
        counts[f"{key} filled"] += 1
        folded = filled.casefold()
        good = wanted is not None and any(
            word.casefold() in folded or (len(folded) > 3 and folded in word.casefold()) for word in wanted
        )
        counts[f"{key} right"] += good
        if not good:
            say(name, f"wrong {key} {filled!r} of {mark.words!r}, marked {wanted}")


def _count_names(counts: Counter[str], name: str, marks: list[Mark], drafts: list[Suggestion], say) -> None:  # type: ignore[no-untyped-def]
    kinds = {_TITLE.sub("", mark.words): mark.type for mark in marks}
    counts["names marked"] += len(kinds)
    found: set[str] = set()
    for draft in drafts:
        # A name in the nominative is right where the text has it in another case.
        forms = [form for form in (_TITLE.sub("", draft.exact), *draft.aliases) if form in kinds]
        found.update(forms)
        words = forms[0] if forms else draft.exact
        counts["names"] += 1
        if words not in kinds:
            say(name, "no name", repr(draft.exact))
            continue
        counts["names right"] += 1
        counts["kinds right"] += draft.text("type") == kinds[words]
        if draft.text("type") != kinds[words]:
            say(name, "kind of", draft.exact, draft.text("type"), "marked", kinds[words])
    for words in set(kinds) - found:
        say(name, "missed name", words)


def report(counts: Counter[str]) -> Iterator[str]:
    """The rates, one a line."""
    for title, part, whole in (
        ("figures whole and real", "figures right", "figures"),
        ("figures found", "figures found", "figures marked"),
        *((f"{key} right where filled", f"{key} right", f"{key} filled") for key in _FIELDS.values()),
        *((f"{key} filled where stated", f"{key} right", f"{key} stated") for key in _FIELDS.values()),
        ("entities whole", "names right", "names"),
        ("entities found", "names right", "names marked"),
        ("kinds right", "kinds right", "names right"),
        ("events real", "events right", "events"),
        ("events found", "events right", "events marked"),
    ):
        yield f"{title:<28} {counts[part]:>4} of {counts[whole]:>4}  {counts[part] / max(counts[whole], 1):.0%}"


def main(*arguments: str) -> None:
    """Prints the rates."""
    paths = [Path(each) for each in arguments if each != "-v"] or [TEXTS]
    print("\n".join(report(measure(paths, "-v" in arguments))))


if __name__ == "__main__":
    main(*sys.argv[1:])
