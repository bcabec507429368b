"""A search in the built-in dossier."""

import pytest

from tui.dossier.dossier import Dossier
from tui.search.open import search_in_memory
from tui.search.search import Search


@pytest.fixture(scope="session")
def search(dossier: Dossier) -> Search:
    """A search in the built-in dossier."""
    return search_in_memory(dossier)
