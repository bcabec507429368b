"""What all parts of a catalog have in common: their places in the file, and of records an id."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, model_validator

from tui.catalog.nodes import Mapping, mark_of
from tui.catalog.problem import Mark
from tui.catalog.types import NewId

if TYPE_CHECKING:
    from tui.catalog.schema import Quote


def public_name(model: type[BaseModel]) -> str:
    """What the documentation and the JSON Schema call a part of a catalog: Article, not ArticleEntry."""
    return model.__name__.removesuffix("Entry")


def _texts(node: object) -> Iterator[str]:
    """All texts in a part of the catalog."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        # Not `match`, which takes five times as long: each record is read here at each reload.
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part


class Entry(BaseModel):
    """A part of a catalog, with its place in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", model_title_generator=public_name)

    node: ClassVar[Any] = None
    """The YAML that it was read from; None if it was not read from a file."""

    @model_validator(mode="wrap")
    @classmethod
    def _keep_node(cls, node: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(node, Mapping):
            return handler(node)
        # An empty value is null, and null is not given; an unknown key is still reported.
        known = {field.alias or name for name, field in cls.model_fields.items()}
        entry = handler({key: value for key, value in node.items() if value is not None or key not in known})
        # Kept like the value of a cached property: a private attribute takes ten times as long to read.
        entry.__dict__["node"] = node
        return entry

    @cached_property
    def content(self) -> str | None:
        """What the catalog says, without its place; None if it was not read from a file."""
        return None if self.node is None else repr(self.node)

    @cached_property
    def all_texts(self) -> list[str]:
        """All texts in the entry, in order, among them the ids that it refers to."""
        return sorted(set(_texts(self.node)))

    def mark(self, *path: str | int) -> Mark:
        """The place of the value at `path`, or of the entry itself."""
        return mark_of(self.node, path)


class RecordEntry(Entry):
    """An entry with an id of its own."""

    id: NewId = Field(description="Short words joined by hyphens, unique in the catalog. Links use it: keep it.")
    draft: bool = Field(False, description="A person must still decide something: gaps are warnings.")

    @property
    def quotes(self) -> "Sequence[Quote]":
        """Everything that the record quotes from articles: its sources, if it has any."""
        sources: Sequence[Quote] = getattr(self, "sources", ())
        return sources
