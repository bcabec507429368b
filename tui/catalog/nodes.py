"""Parses YAML into mappings, lists and texts with their places.

Each plain scalar stays a text; the schema decides its type. An empty value is None. The nodes are built in one loop
over the parser's events: nesting is limited, and aliases and tags are refused, so that nothing expands and nothing
executes.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, cast

import yaml
from yaml.reader import Reader

from tui.catalog.problem import START, CatalogError, Mark, Problem, start_of

MAX_DEPTH = 64
_TOO_DEEP = f"lists and mappings are nested deeper than {MAX_DEPTH} levels, which is the limit; take some levels out"

# Characters that YAML does not allow, and those that it takes as a line end but editors do not: after one of them,
# every line number would be too high.
_REFUSED = re.compile(Reader.NON_PRINTABLE.pattern + "|[\x85\u2028\u2029]")

# Half of a surrogate pair, which the parser written in Python accepts as an escape.
_SURROGATE = re.compile("[\ud800-\udfff]")

# The parser written in C if PyYAML was built with it; both give the same events.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mapping(dict[str, Any]):
    """A YAML mapping; `keys_at` and `values_at` give the place of each key and of its value."""

    def __init__(self, mark: Mark, in_braces: bool) -> None:
        super().__init__()
        self.mark = mark
        self.in_braces = in_braces
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class Sequence(list[Any]):
    """A YAML sequence; `items_at` gives the place of each item."""

    def __init__(self, mark: Mark, items: Iterable[Any] = (), items_at: Iterable[Mark] = ()) -> None:
        super().__init__(items)
        self.mark = mark
        self.items_at = [*items_at]


class BrokenError(CatalogError):
    """YAML cannot be parsed to its end; the last problem says why.

    `suspects` are places in records, or values at the top, that may be the cause; the likeliest first.
    """

    def __init__(self, problems: Iterable[Problem], suspects: Iterable[Mark]) -> None:
        super().__init__(problems)
        self.suspects = tuple(suspects)


class Scalar(NamedTuple):
    """A text or number in a YAML text, as it is written from `start` to `end`."""

    value: str
    start: int
    end: int


def scalars(text: str, file: str) -> dict[Mark, Scalar]:
    """Every scalar of a file's text that can be parsed, by its place; line ends after it do not belong to it."""
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", text))]
    found = {}
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.ScalarEvent):
            # Without types in PyYAML.
            at, last = cast("Any", event.start_mark), cast("Any", event.end_mark)
            start, end = starts[at.line] + at.column, starts[last.line] + last.column
            end = start + len(text[start:end].rstrip())
            found[Mark(file, at.line + 1, at.column + 1)] = Scalar(event.value, start, end)
    return found


def mark_of(node: Any, path: "tuple[str | int, ...]") -> Mark:
    """The place of the value at `path` below a node, or of the deepest part of the path that exists."""
    mark: Mark = getattr(node, "mark", START)
    for part in path:
        if isinstance(node, Mapping) and part in node.values_at:
            mark, node = node.values_at[str(part)], node[str(part)]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node):
            mark, node = node.items_at[part], node[part]
        else:
            break
    return mark


def parse(text: str, file: str) -> Mapping:
    """The top-level mapping of a catalog's YAML. Raises CatalogError with everything that is wrong with it."""
    root = read(text, file)
    if not isinstance(root, Mapping):
        raise CatalogError([no_mapping(file)])
    return root


def no_mapping(file: str) -> Problem:
    """The problem of a text that is YAML, but has no keys."""
    message = "this is not a catalog, which begins with `lode: 1` and lists articles, entities and figures"
    return Problem(start_of(file), "yaml", message)


def read(text: str, file: str) -> Any:
    """Parses a YAML text; None if it is empty.

    Raises CatalogError with all problems; duplicate keys are all reported.
    """
    root, problems = read_all(text, file)
    if problems:
        raise CatalogError(problems)
    return root


_CLOSE = "; close the bracket, or put a text that begins with one in quotation marks"
_REMEDIES = {
    "mapping values are not allowed": "; put a text that has a colon in quotation marks",
    "expected ',' or": _CLOSE,
}
"""What to do about some problems, by what the parsers say of them."""


def read_all(text: str, file: str) -> tuple[Any, list[Problem]]:
    """Parses a YAML text, and reports keys that are duplicated or are not words; the last duplicate counts.

    Raises BrokenError if it cannot be parsed to its end.
    """
    refused = _REFUSED.search(text)
    if refused:
        line = text.count("\n", 0, refused.start()) + 1
        column = refused.start() - (text.rfind("\n", 0, refused.start()) + 1) + 1
        mark, message = (
            Mark(file, line, column),
            f"the character U+{ord(refused[0]):04X} is not allowed here; take it out",
        )
        raise BrokenError([Problem(mark, "yaml", message)], [mark])
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        places = [at for at in (error.problem_mark, error.context_mark) if at]
        marks = [Mark(file, at.line + 1, at.column + 1) for at in places] or [start_of(file)]
        builder.look_ahead(text[: error.problem_mark.index] if error.problem_mark else text)
        from_line = f"that begins on line {places[-1].line + 1}" if len({at.line for at in places}) > 1 else ""
        remedy = next((do for said, do in _REMEDIES.items() if said in (error.problem or "")), "")
        brackets = [mark for mark in builder.brackets[-1:] if mark and mark.line < marks[0].line]
        if brackets and not from_line:
            from_line, remedy = f"in the bracket that begins on line {brackets[0].line}", _CLOSE
        what = " ".join(filter(None, [error.problem, error.context, from_line]))
        problem = Problem(marks[0], "yaml", f"this is not YAML: {what}{remedy}")
        # The parser often stops far after an open quotation mark: the cause may be what was begun last.
        suspects = [*brackets, *marks[1:], *builder.begun, marks[0]]
        raise BrokenError([*builder.problems, problem], suspects) from None
    return builder.root, builder.problems


class _Builder:
    """Builds nodes from the events of the parser."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Any = None
        self.problems: list[Problem] = []
        self._open: list[Mapping | Sequence] = []
        self._keys: list[tuple[str, Mark] | None] = []
        self.brackets: list[Mark | None] = []
        """Where each collection that is open begins, if it does with a bracket."""
        self._documents = 0
        self._end: Any = yaml.Mark(file, 0, 0, 0, None, 0)

    def take(self, event: Any) -> None:
        self._end = event.end_mark
        mark = Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(mark, "a second YAML document begins here; one is read")
        elif isinstance(event, yaml.AliasEvent):
            self._stop(mark, f"aliases (*{event.anchor}) are not used here; write the value out")
        elif isinstance(event, yaml.NodeEvent):
            self._node(event, mark)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
            self.brackets.pop()

    def look_ahead(self, text: str) -> None:
        """Raises BrokenError if the text before a syntax error is nested too deeply.

        The parser reads ahead of its events. A parser that limits nesting itself, such as libyaml since PyYAML 6.0.4,
        can fail before this builder has seen the event at which it would stop.
        """
        line, column, depth = self._end.line, self._end.column - 1, len(self._open) - 1
        try:
            # The rest may begin inside brackets, where scanning differs from outside.
            for token in yaml.scan("[" + text[self._end.index :], Loader=yaml.SafeLoader):
                if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                    depth += 1
                elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken):
                    depth -= 1
                if depth > MAX_DEPTH:
                    at = token.start_mark
                    across = at.column + 1 + (0 if at.line else column)
                    self._stop(Mark(self.file, line + at.line + 1, across), _TOO_DEEP)
        except yaml.YAMLError:
            return

    def _node(self, event: Any, mark: Mark) -> None:
        if event.tag not in (None, "!"):
            self._stop(mark, f"tags ({event.tag}) are not used here; take it out")
        if isinstance(event, yaml.ScalarEvent):
            if event.style == '"' and (half := _SURROGATE.search(event.value)):
                code = ord(half[0])
                self._stop(mark, f"this is not YAML: \\u{code:04x} is half of a character; write the character itself")
            # Quoted, an empty text is a text; plain, it is null.
            self._place(event.value or (None if event.style in (None, "") else ""), mark)
            return
        node = Mapping(mark, bool(event.flow_style)) if isinstance(event, yaml.MappingStartEvent) else Sequence(mark)
        self._place(node, mark)
        if len(self._open) >= MAX_DEPTH:
            self._stop(mark, _TOO_DEEP)
        self._open.append(node)
        self._keys.append(None)
        self.brackets.append(mark if event.flow_style else None)

    def _place(self, value: Any, mark: Mark) -> None:
        if not self._open:
            self.root = value
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, Sequence):
            parent.append(value)
            parent.items_at.append(mark)
        elif key is None:
            self._keys[-1] = self._key(parent, value, mark)
        else:
            self._keys[-1] = None
            parent[key[0]], parent.values_at[key[0]] = value, mark
            parent.keys_at.setdefault(*key)

    def _key(self, parent: Mapping, value: Any, mark: Mark) -> tuple[str, Mark]:
        if value is not None and not isinstance(value, str):
            self.problems.append(Problem(mark, "yaml", "a key is one word, not a list or a mapping"))
        key = value if isinstance(value, str) else ""
        if key in parent:
            first = parent.keys_at[key]
            message = f"the key “{key}” is here twice, first on line {first.line}; keep one"
            self.problems.append(Problem(mark, "duplicate-key", message))
        return key, mark

    def _stop(self, mark: Mark, message: str) -> None:
        raise BrokenError([*self.problems, Problem(mark, "yaml", message)], [mark])

    @property
    def begun(self) -> list[Mark]:
        """The start of the record, or of the value at the top, that was begun last."""
        if self._keys and self._keys[0]:
            return [self._keys[0][1]]
        if not isinstance(self.root, Mapping) or not self.root:
            return []
        key, value = next(reversed(self.root.items()))
        return [value.items_at[-1] if isinstance(value, Sequence) and value else self.root.keys_at[key]]
