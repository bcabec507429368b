"""lode: takes every number in a dossier of articles back to its sentence.

The way through the house: YAML and files -> `catalog` -> `dossier` -> `search` -> `cli`. Nothing flows back.
"""

__version__ = "0.1.0"
