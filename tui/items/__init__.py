"""The items of a text: its quantities, dates, quotations and names, and what is none of these.

Coverage, drafts of records and the verification of drafts all read the same items.
"""
