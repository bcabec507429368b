"""Writes files that scripts generate, or says that they differ."""

from pathlib import Path


def write_or_check(path: Path, text: str, script: str, check: bool) -> int:
    """Writes what a script generates; with `check` only says whether the file differs, and returns 1 if so."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return 0
    if check:
        print(f"run python -m scripts.{script}: {path.name} would differ")
        return 1
    path.write_text(text, encoding="utf-8")
    return 0
