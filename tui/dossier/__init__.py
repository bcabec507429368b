"""Catalog and text linked: every quote found, every value computed, every mention located. Immutable.

All else reads a dossier; what belongs here answers "where does it stand", not "how does it look".
"""
