"""Actions and their keys, and what carries them out."""
