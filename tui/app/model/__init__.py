"""What the app works with, apart from any widget: the dossier, where the reader is in it, and searching it."""
