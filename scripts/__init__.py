"""Programs for working on lode; they are not installed.

Most write the part of a page that is taken from the program, and tests check that the page is what they write.
"""
