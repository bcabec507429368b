"""What lode keeps in a cache folder."""

from pathlib import Path

from tui.store.cache import SUBFOLDER, TAG


def kept_files(cache: Path) -> list[Path]:
    """Everything in lode's own folder but its tag."""
    return sorted(file for file in (cache / SUBFOLDER).iterdir() if file.name != TAG)
