"""Numbers as texts print them, in digits and words of many languages."""
