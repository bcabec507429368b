"""Finding records and passages: the query language, the index, the ranking.

What belongs here turns a person's words into hits; how a hit looks is `view`.
"""
