"""`lode complete -- WORDS`: prints the completions of the last word, for the scripts of `lode completion`.

Each line is a word, a tab, and its description. Nothing is printed where the shell should complete file names.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from io import StringIO

from tui.cli.arguments import Arguments, Options
from tui.cli.commands import COMMANDS, Argument
from tui.cli.context import Context, Status
from tui.text.safe import visible

Candidates = Iterable[tuple[str, str]]


def run(options: Options, context: Context) -> Status:
    """Prints the candidates. Errors are not shown: they would disturb the line that is typed."""
    *before, word = options.words or [""]
    context.err = StringIO()
    with suppress(Exception):
        for candidate, meaning in _Completion(before, word, context).candidates():
            if candidate.startswith(word) and candidate.isprintable() and visible(candidate) == candidate:
                context.print_text(f"{candidate}\t{visible(meaning)}")
    return Status.DONE


class _Completion:
    """The word that is being typed, after the words of a command line."""

    def __init__(self, before: list[str], word: str, context: Context) -> None:
        self._line, self.word, self._context = Arguments(before), word, context
        for name, value in self._line.options:
            if self._line.known[name].key == "catalog":
                context.catalog = value

    def candidates(self) -> Candidates:
        """What the word can become."""
        line, options = self._line, self._line.known
        if line.pending:
            return self._values(options[line.pending])
        if line.rest is None:
            name, equals, _ = self.word.partition("=")
            if equals and name in options:
                return ((f"{name}={value}", meaning) for value, meaning in self._values(options[name]))
            if self.word.startswith("-") and ":" not in self.word:
                return ((name, option.help) for name, option in options.items())
        if not line.command:
            return ((name, command.help) for name, command in COMMANDS.items() if command.help)
        positionals = COMMANDS[line.command].positionals
        position = len(line.words) + len(line.rest or [])
        if position < len(positionals):
            return self._values(positionals[position])
        return self._values(positionals[-1]) if positionals and positionals[-1].takes_many else ()

    def _values(self, argument: Argument) -> Candidates:
        """The values of an argument, which depend on its placeholder in the help."""
        if argument.choices:
            return ((choice, "") for choice in argument.choices)
        match argument.placeholder:
            case "ID" | "PLACE":
                return ((record.id, f"{record.kind}: {record.title}") for record in self._context.open().records)
            case "ARTICLE":
                return ((article.id, article.title) for article in self._context.open().articles.values())
            case "KIND":
                from tui.cli.list import UNITS
                from tui.dossier.records import KINDS

                return ((kind, "") for kind in (*KINDS, UNITS))
            case "FIELD":
                from tui.cli.list import SORTS

                return ((sign + field, "reversed" if sign else "") for field in SORTS for sign in ("", "-"))
            case "FORMAT":
                return ((format, "") for format in self._formats())
            case "SHELL":
                from tui.cli.completion import SHELLS

                return ((shell, "") for shell in SHELLS)
            case "QUERY" | "FILTER":
                return self._filters()
        return ()

    def _formats(self) -> Iterable[str]:
        if self._line.command == "cite":
            from tui.view.citation import FORMATS

            return FORMATS
        from tui.cli.export import FORMATS as EXPORTS

        return EXPORTS

    def _filters(self) -> Iterator[tuple[str, str]]:
        """The keys of filters; after a key and a colon, its values."""
        from tui.search.query import KEYS

        sign = "-" if self.word.startswith("-") else ""
        key, colon, _ = self.word.removeprefix("-").partition(":")
        if not colon:
            yield from ((f"{name}:", "") for name in KEYS)
        elif key in KEYS:
            yield from ((f"{sign}{key}:{value}", "") for value in sorted(set(self._filter_values(key))))

    def _filter_values(self, key: str) -> Iterator[str]:
        from tui.cli.queries import query_catalog

        if key == "year":
            for date in query_catalog(lambda search: search.index.dates(), self._context):
                yield from (f"{day[0]:04}" for day in (date.earliest, date.latest) if day)
        else:
            yield from query_catalog(lambda search: search.index.ids(key), self._context)
