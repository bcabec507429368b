"""The catalog: its schema, its YAML with the place of each value, and the problems in it.

Nothing here reads the articles: `dossier` compares the catalog with them.
"""
