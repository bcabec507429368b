"""What the records of a catalog are linked with, once its articles are read and its entities found in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tui.dossier.mentions import Mentions
from tui.dossier.references import References
from tui.quantity.unit import Units


@dataclass(frozen=True, kw_only=True)
class LinkContext:
    """What every record of one catalog is linked with."""

    references: References
    mentions: Mentions
    units: Units
    inverses: Mapping[str, str]
    """The inverse of each relation that the catalog lists."""
    comparable: frozenset[str]
    """The ids of all claims and figures in the catalog."""
