"""The only room that imports MkDocs. It translates, and keeps the host from undoing what the gate did."""
