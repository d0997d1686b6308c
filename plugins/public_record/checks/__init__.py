"""Looks at the private record for what a clerk must mend. Each rule is a small generator of findings."""

from public_record.checks.run import check

__all__ = ["check"]
