"""Help for who curates a dossier: drafts of what a catalog misses, a first catalog, the schema for editors.

What belongs here writes YAML for a person to decide on. To a file that is there it only ever adds a draft, where the
person asks for that; every other byte stays.
"""
