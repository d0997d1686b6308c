"""Composes the pages: each a pure function of the public record, its links, the settings and the day."""
