"""Linked dossiers in the user's cache folder, so that a dossier is not linked again."""
