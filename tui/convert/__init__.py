"""Turning sources in other formats into texts: web pages, PDF, Word and EPUB files, without changing a number."""
