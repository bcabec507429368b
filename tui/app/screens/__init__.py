"""The app's screens: the main one, search, help. A screen owns its state; what widgets tell it, it decides."""
