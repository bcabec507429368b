"""The review of drafts: a form for each record, the choices for its fields, and the queue that they are in."""
