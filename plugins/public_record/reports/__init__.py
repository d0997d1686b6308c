"""Writes findings down: for people, for programs, for a code host. Whoever runs a check chooses the form."""
