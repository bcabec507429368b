"""The types of values in a catalog: texts, ids, dates and words from a list, with their limits."""

from decimal import Decimal
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BeforeValidator, StringConstraints
from pydantic_core import PydanticCustomError

from tui.dates import edtf

EntityKind = Literal[
    "person", "organization", "company", "publication", "government", "country", "place", "deposit", "facility",
    "material", "agreement", "law", "policy", "war", "product", "industry", "unnamed",
]  # fmt: skip

Nature = Literal["reported", "estimate", "target", "forecast", "potential"]

Modality = Literal["states", "estimates", "reportedly", "believes", "proposes", "denies"]

Known = Literal["value", "none", "unknown"]

Status = Literal["checked", "wrong", "open"]

Bound = Literal["=", "≈", "<", "≤", ">", "≥"]

IgnoredWhy = Literal[
    "page furniture", "user name", "part of a name", "part of an address", "time of day", "pronoun", "common word",
    "title of office", "identifier", "citation", "list number", "time", "other",
]  # fmt: skip

IGNORED_WHY: tuple[str, ...] = get_args(IgnoredWhy)
"""The reasons for leaving something out."""

RULE, DATE = "rule", "date"
"""The types of the errors of our own rules, and of dates; their context gives the `rule` that is broken."""


def broken(rule: str, kind: str = RULE) -> PydanticCustomError:
    """The error of a value that breaks a rule of our own."""
    return PydanticCustomError(kind, "{rule}", {"rule": rule})


def _date(text: str) -> str:
    try:
        edtf.parse(text)
    except edtf.EdtfError as error:
        # Loaded when needed: few catalogs have such dates.
        from tui.dates.meant import meant

        what = meant(text)
        raise broken(f"“{text}” is not a date; {what}" if what else str(error), DATE) from None
    return text


MAX_POWER = 30
"""A unit is at most ten to this power of its base unit, and at least ten to minus this power."""

MAX_DIGITS = 50
"""The maximum number of digits of a factor."""


def _checked_factor(factor: Decimal) -> Decimal:
    if len(factor.as_tuple().digits) > MAX_DIGITS or abs(factor.adjusted()) > MAX_POWER:
        limits = f"between 1E-{MAX_POWER} and 1E+{MAX_POWER} and have at most {MAX_DIGITS} digits"
        raise broken(f"a factor must be {limits}")
    return factor


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _name(text: str) -> str:
    if not text[:1].isalnum():
        raise broken("a name must begin with a letter or a digit")
    return text


Text = Annotated[str, StringConstraints(min_length=1)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=80)]
"""A reference to a record."""
ID_PATTERN = r"^[^\W_]+(-[^\W_]+)*$"
NewId = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
UNIT_PATTERN = r"^\S+$"
UnitId = Annotated[str, StringConstraints(pattern=UNIT_PATTERN, max_length=20)]
SHA256_PATTERN = r"^[0-9a-fA-F]{64}$"
MAX_LISTED = 1_000
"""The maximum number of units, and of exceptions of an entity: each is tried at each number or name."""
MAX_NAME = 500
"""The longest name or other form that is looked for in the texts, in characters."""
Form = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME)]
Forms = Annotated[list[Form], BeforeValidator(_listed, json_schema_input_type=Form | list[Form])]
Name = Annotated[Form, AfterValidator(_name)]
LANGUAGE_PATTERN = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
LanguageTag = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN, max_length=35)]
Edtf = Annotated[Text, AfterValidator(_date)]
Texts = Annotated[list[Text], BeforeValidator(_listed, json_schema_input_type=Text | list[Text])]
Ids = Annotated[list[Id], BeforeValidator(_listed, json_schema_input_type=Id | list[Id])]
Factor = Annotated[Decimal, AfterValidator(_checked_factor)]
_PER_PART = r"([1-9][0-9]{0,2}([,_ ]?[0-9]{3}){0,4}( ?[^\W\d_][^/\n]{0,39})?|[°]?[^\W\d_][^/\n]{0,39})"
PER_PATTERN = rf"^{_PER_PART}(/{_PER_PART}){{0,2}}$"
Per = Annotated[
    str,
    BeforeValidator(_as_text, json_schema_input_type=str | int),
    StringConstraints(pattern=PER_PATTERN, max_length=60),
]
"""What a rate is of: `tui.quantity.rates.rate_named` reads it."""
Sha256 = Annotated[str, StringConstraints(pattern=SHA256_PATTERN)]
