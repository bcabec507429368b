"""An article's text: reading a file, folding look-alike characters, spans, sentences, finding a quote.

What belongs here knows nothing of catalogs or records: text in, spans out. So does writing a file whole or not at all.
"""
