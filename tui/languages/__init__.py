"""How languages write: marks, words and their forms, and which language a text is in."""
