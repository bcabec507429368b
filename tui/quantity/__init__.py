"""A number as written, its unit, and the interval that its writing covers. Exact decimals throughout."""
