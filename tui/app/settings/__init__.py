"""What the app keeps between sessions: configuration, session, and state files."""
