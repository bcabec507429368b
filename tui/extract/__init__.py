"""Extracts from articles what may become records: figures with measure, subject and claimant, events, names."""
