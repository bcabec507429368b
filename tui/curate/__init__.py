"""Help for curators: drafts of records that a catalog lacks, first catalogs, new sources, the schema for editors.

An existing catalog is changed only by adding drafts and articles on request; every other byte stays.
"""
