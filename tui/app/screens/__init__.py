"""The app's screens: the main one, on one that keeps up with the catalog; search, compare, and what opens over them.

A screen owns its state; what widgets tell it, it decides.
"""
