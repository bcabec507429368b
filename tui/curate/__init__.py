"""Help for who curates a dossier: drafts of what a catalog misses, a first catalog, the schema for editors.

What belongs here writes YAML for a person to paste and decide on; nothing in it changes a file that is there.
"""
