"""The Textual app: places and history, the table of actions, screens, widgets, styles.

State lives at the screen and goes down by `data_bind`; widgets report up by messages; a pane never reaches into
another. What belongs here decides how it looks and moves; what a record says is `view`'s.
"""
