"""What holds for every test."""

from __future__ import annotations

from hypothesis import settings

# How long an example takes says something of the machine, and nothing of the law that a test guards.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
