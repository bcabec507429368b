"""Converts web pages, PDF, Word and EPUB files to text, without changing a number."""
