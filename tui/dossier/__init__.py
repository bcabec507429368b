"""The dossier: a catalog linked to its texts, with every quote found, every value computed, every mention located.

A dossier does not change. Everything above reads it.
"""
