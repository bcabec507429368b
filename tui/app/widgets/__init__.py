"""The app's widgets: lists of rows, the reader, footer and breadcrumb. A widget shows what it is given, and reports."""
