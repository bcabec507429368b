"""After any edits, a dossier that takes over parts of an earlier version is the same as one that is linked anew."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.dossier.edited import EditedDossier
from tui.catalog.problem import CatalogError
from tui.dossier.compiled import open_compiled
from tui.dossier.dossier import Dossier
from tui.dossier.link import open_dossier
from tui.quantity.unit import Units

EDITS = 25


def content(dossier: Dossier) -> dict[str, object]:
    """Everything in a dossier, in its order."""
    plain = vars(replace(dossier, units=Units(()))) | {"units": dossier.units.by_id, "snapshot": None, "keys": None}
    return {key: [*value.items()] if isinstance(value, dict) else value for key, value in plain.items()} | {
        "mentions": [*dossier.mentions.items()]
    }


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(6, 60))])
@pytest.mark.parametrize("kept", ["in the cache", "in memory"])
def test_after_edits_it_is_the_same_as_linked_anew(tmp_path: Path, seed: int, kept: str) -> None:
    edited, cache = EditedDossier(seed), tmp_path / "cache" if kept == "in the cache" else None
    done, before = ["written"], None
    for _ in range(EDITS):
        path = edited.write(tmp_path)
        try:
            anew = open_dossier(path)
        except CatalogError as error:
            with pytest.raises(CatalogError) as found:
                open_compiled(path, cache, before=before)
            assert [*map(str, found.value.problems)] == [*map(str, error.problems)], done
        else:
            dossier = open_compiled(path, cache, before=before)
            assert content(dossier) == content(anew), done
            assert dossier.keys == anew.keys, done
            if cache is None:
                before = dossier
        done.append(edited.edit())
