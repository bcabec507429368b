"""The text of an article: reading files, folding similar characters, spans, sentences, finding quotes.

Nothing here depends on catalogs or records.
"""
