"""The widgets of the app: lists of rows, the reader, the lines above and below. They show state and post messages."""
