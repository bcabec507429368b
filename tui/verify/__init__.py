"""Checks each number, date, quotation and name of a draft against the dossier that it is written from.

A finding never says more than was found: what cannot be decided is possible, or not found.
"""
