"""What the app needs from the system: editor, browser, clipboard, terminal, and signals."""
