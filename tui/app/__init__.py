"""The Textual app.

`model` has the state without any widget, `rendering` computes what is drawn, `widgets` and `screens` draw it and handle
events, `commands` has the actions, `settings` what is configured and remembered, `system` other programs and the
terminal. State goes down as reactive attributes, messages go up.
"""
