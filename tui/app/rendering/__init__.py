"""What widgets draw, computed without them: styles, layout, list rows, and details."""
