"""Search in records and passages: query language, index, ranking.

docs/architecture.md describes the steps from a query to its results.
"""
