"""What the form of a draft asks for: a value for a field, what a new entity is, or a reason."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tui.catalog.types import IGNORED_WHY
from tui.review.choice import Choice
from tui.review.choices import Choices
from tui.review.form import RecordForm
from tui.review.named import found


class Question(NamedTuple):
    """A question with its possible answers."""

    title: str
    find: Callable[[str], Sequence[Choice]]
    """Gives the answers for what is typed."""
    cursor: Callable[[str], int | None]
    """The index of the answer that Enter takes for what is typed; None if another key chooses first."""
    take: Callable[[Choice], object]
    """What to do with the answer."""
    typed: str = ""
    """What is there to begin with."""
    has_digits: bool = False
    """Whether what is typed may begin with a digit; else a digit takes an answer."""
    instead: Mapping[str, Callable[[], object]] = MappingProxyType({})
    """What characters do, instead of giving an answer, while nothing is typed."""


def for_field(choices: Choices, form: RecordForm, key: str, take: Callable[[Choice], object]) -> Question:
    """Asks for the value of a field."""
    field = next(field for field in form.fields if field.key == key)
    return Question(
        field.label.capitalize(),
        lambda typed: choices.of(form, key, typed),
        lambda typed: choices.cursor(form, key, typed),
        take,
        choices.typed_at_first(form, key),
        field.has_digits,
    )


def for_kind(choices: Choices, name: str, take: Callable[[str], object]) -> Question:
    """Asks what a new entity is."""
    return Question(f"What is {name}?", choices.kinds, _first_if_typed, lambda kind: take(kind.label))


def for_reason(words: str, last: str, take: Callable[[str], object]) -> Question:
    """Asks why words are ignored; the reason that was given last is the first answer."""
    reasons = dict.fromkeys(filter(None, (last, *IGNORED_WHY)))
    return Question(
        f"Why ignore “{words}”?",
        lambda typed: [Choice(label=each, values={}) for each in found(reasons, typed)],
        lambda typed: 0 if last else _first_if_typed(typed),
        lambda why: take(why.label),
    )


def _first_if_typed(typed: str) -> int | None:
    return 0 if typed.strip() else None
