"""Findings for people: place, rule, message, the key or heading that is meant, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from public_record.model.findings import Excerpt, Finding, Place, Severity


def as_text(findings: Sequence[Finding], excerpt_of: Callable[[Place], Excerpt | None]) -> str:
    """List findings, and count them."""
    return "\n".join([*(_told(finding, excerpt_of(finding.place)) for finding in findings), counted(findings)])


def counted(findings: Iterable[Finding]) -> str:
    """Say how many errors and warnings there are."""
    severities = [finding.severity for finding in findings]
    numbers = ", ".join(_number(severities.count(severity), severity) for severity in Severity)
    return f"{numbers}.{' `explain RULE` says more about a rule.' if severities else ''}"


def _told(finding: Finding, excerpt: Excerpt | None) -> str:
    return "\n".join(_lines(finding, excerpt))


def _lines(finding: Finding, excerpt: Excerpt | None) -> Iterator[str]:
    first, cure = str(finding).split("\n", 1)
    yield first
    if excerpt:
        yield f"    {excerpt.line} | {excerpt.shown}"
    yield cure


def _number(count: int, severity: Severity) -> str:
    return f"{count} {severity}{'' if count == 1 else 's'}"
