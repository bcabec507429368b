"""Numbers as printed: their value, their unit, and the interval that they cover. All arithmetic is exact."""
