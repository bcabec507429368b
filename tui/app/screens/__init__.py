"""The screens of the app: the main screen, and those that open over it."""
