"""Publishes a partnership's record and withholds what is restricted; docs/architecture.md shows the rooms."""
