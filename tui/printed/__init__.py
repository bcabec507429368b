"""Quantities where a text prints them: read whole or not at all, with the hedge and the direction around them."""
