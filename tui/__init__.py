"""lode: takes every number in a dossier of articles back to its sentence.

docs/architecture.md describes the layers of the package and the main ways through it.
"""

__version__ = "0.1.0"
