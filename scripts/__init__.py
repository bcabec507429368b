"""What the pages of the project take from the program: a module a page, which is run to write it anew.

What belongs here is for who builds lode, and is not installed. Tests hold that each page is what its module writes.
"""
