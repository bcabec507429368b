"""The command line, with one module for each command.

Standard output is for data, standard error for messages.
"""
