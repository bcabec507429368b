"""What the curator writes: the schema of a catalog, reading its YAML with line numbers, and problems.

What belongs here knows the catalog's words, but not the articles' text: that is `dossier`.
"""
