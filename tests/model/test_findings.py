from __future__ import annotations

from public_record.model.findings import Finding, Place, Severity, in_order, stops
from public_record.model.rules import Rule


def _finding(line: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(Place("content/a.md", line, 2), Rule.TITLE, "wrong.", "Mend it.", severity)


def test_a_finding_reads_as_file_line_column_rule_and_cure() -> None:
    """The first line is what editors jump to."""
    assert str(_finding(3)) == "content/a.md:3:2: error [title] wrong.\n    Mend it."


def test_findings_come_in_order_and_once() -> None:
    """The same finding of two readers is one finding."""
    assert in_order([_finding(3), _finding(1), _finding(3)]) == [_finding(1), _finding(3)]


def test_errors_stop_and_warnings_do_not() -> None:
    """A warning alone lets a build go on."""
    assert stops([_finding(1)])
    assert not stops([_finding(1, Severity.WARNING)])
