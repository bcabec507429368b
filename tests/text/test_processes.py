"""Work that is spread over processes has the same results as in one, whatever happens to them."""

import subprocess
import sys

import pytest

from tests.lode_process import PATIENCE
from tests.text.spreading import double
from tui.text.processes import MANY, map_in_processes


def test_results_are_the_same_and_in_order() -> None:
    # In a process with a single thread: tests may run in one with several.
    command = [sys.executable, "-c", "from tests.text.spreading import check; check()"]
    subprocess.run(command, check=True, timeout=PATIENCE)


def test_nothing_is_started_where_threads_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert not any(elsewhere for _, elsewhere in map_in_processes(double, range(MANY)))
