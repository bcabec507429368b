"""Exports to the formats of other tools, with one module for each format."""
