"""Records, comparisons and citations as lines of styled text, the same for the command line, the app and exports.

The words are chosen here, the colours by `cli`, `app` and `export`.
"""
