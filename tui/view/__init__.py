"""A record as lines of plain text in styled pieces: value, page, citation. Used by the command line and the app alike.

What belongs here decides the words; colours and terminals are `cli`'s and the app's business.
"""
