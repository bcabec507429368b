"""Dates: as the catalog writes them, and as texts print them."""
