"""Splits the words of a command line into command, options and positional arguments."""

from collections.abc import Sequence

from tui.cli.parsers import COMMANDS, options_of


class Arguments:
    """The words of a command line, by what they are.

    Options are recognised anywhere, but only in their exact form: any other word with one hyphen may be a word of a
    query (`-china`). If the first word is not a command, the command is `open`.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.command = ""
        # Creating a parser takes time: do without that of the common options if the command is known.
        self.known = options_of(words[0] if words and words[0] in COMMANDS else "")
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

    @property
    def asks_for_help(self) -> bool:
        """Whether help or the version of lode itself is asked for, without a command."""
        return not self.command and any(name in ("-h", "--help", "--version") for name, _ in self.options)

    def _add(self, word: str) -> None:
        name, equals, value = word.partition("=")
        if self.pending:
            self.options.append((self.pending, word))
            self.pending = ""
        elif self.rest is not None:
            self.rest.append(word)
        elif option := self.known.get(name):
            if equals or option.nargs == 0:
                self.options.append((name, value if equals else None))
            else:
                self.pending = name
        elif not self.command:
            self.command = word if word in COMMANDS else "open"
            self.known = options_of(self.command)
            if self.command != word:
                self.implied_by = word
                self._add(word)
        elif word == "--":
            self.rest = []
        else:
            self.words.append(word)
