"""Looks at the private record for what a clerk must mend. Each rule is a small generator of findings."""

from public_record.checks.run import Checked, check_shelf, compare

__all__ = ["Checked", "check_shelf", "compare"]
