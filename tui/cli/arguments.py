"""Reads the words of a command line as a command, its options and its positional arguments."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, NoReturn

from tui.cli.commands import COMMANDS, COMMON, Argument, Command
from tui.cli.context import CommandError

Options = SimpleNamespace
"""The values of all arguments of a command, by their keys."""


class Arguments:
    """The words of a command line, by what they are.

    Options are recognised anywhere, but only in their exact form: any other word with one hyphen may be a word of a
    query (`-china`). If the first word is not a command, the command is `open`.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.command = ""
        self.known = Command("").options
        """The options of the command, by name."""
        self.options: list[tuple[str, str | None]] = []
        """The options with their values; None for an option without a value."""
        self.words: list[str] = []
        """The other words before `--`."""
        self.rest: list[str] | None = None
        """The words after `--`; None if there is no `--`."""
        self.pending = ""
        """The last option if its value is to follow, else ""."""
        self.implied_by = ""
        """The first word if it is not a command."""
        for word in words:
            self._add(word)

    def asks_for(self, key: str) -> bool:
        """Whether there is an option that has no value."""
        return any(self.known[name].key == key for name, _ in self.options)

    def read(self) -> Options:
        """The values of all arguments. Raises CommandError if the command line is not valid."""
        command = COMMANDS[self.command or "open"]
        arguments = (*COMMON, *command.arguments)
        values = {each.key: [] if each.takes == "*" else each.default for each in arguments}
        for word in self.words:
            self._refuse_option(word, command)
        for name, value in self.options:
            option = self.known[name]
            values[option.key] = self._value(option, value)
        if self.pending:
            self._refuse(f"{self.known[self.pending].label} needs a value: {self.known[self.pending].placeholder}")
        words = [*self.words, *(self.rest or [])]
        for each in command.positionals:
            taken = words if each.takes_many else words[:1]
            words = words[len(taken) :]
            if not taken and each.takes in ("", "+"):
                self._refuse(f"{each.placeholder} is missing")
            if taken:
                values[each.key] = taken if each.takes_many else taken[0]
        if words:
            self._refuse(f"unrecognized arguments: {' '.join(words)}")
        return Options(**values)

    def _add(self, word: str) -> None:
        name, equals, value = word.partition("=")
        if self.pending:
            self.options.append((self.pending, word))
            self.pending = ""
        elif self.rest is not None:
            self.rest.append(word)
        elif option := self.known.get(name):
            if equals or not option.placeholder:
                self.options.append((name, value if equals else None))
            else:
                self.pending = name
        elif not self.command:
            self.command = word if word in COMMANDS else "open"
            self.known = COMMANDS[self.command].options
            if self.command != word:
                self.implied_by = word
                self._add(word)
        elif word == "--":
            self.rest = []
        else:
            self.words.append(word)

    def _value(self, option: Argument, typed: str | None) -> Any:
        if typed is None:
            return True
        if not option.placeholder:
            self._refuse(f"{option.label} takes no value")
        if option.choices and typed not in option.choices:
            self._refuse(f"{option.label} cannot be “{typed}”; choose from {', '.join(option.choices)}")
        try:
            return option.read(typed)
        except CommandError as error:
            self._refuse(f"{option.label}: {error}")

    def _refuse_option(self, word: str, command: Command) -> None:
        """Raises CommandError for a word that looks like an option; with one hyphen, it may be a word of a query."""
        if word.startswith("--"):
            from tui.catalog.problem import nearest_of

            near = nearest_of(word, [option for option in self.known if option.startswith("--")])
            advice = "; put it after -- to search for it" if command.takes_query else ""
            raise CommandError(f"lode {self.command} has no option {word}{near}{advice}")
        if word.startswith("-") and word != "-" and not command.takes_query:
            self._refuse(f"unrecognized arguments: {word}")

    def _refuse(self, message: str) -> NoReturn:
        raise CommandError(f"{message}; see lode {self.command or 'open'} --help")
