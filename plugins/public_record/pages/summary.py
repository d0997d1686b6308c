"""What a build made, in a line."""

from __future__ import annotations

from public_record.links.links import decisions, minutes_at
from public_record.links.withheld import all_withheld
from public_record.model.record import Record


def summary(record: Record) -> str:
    """Count what is public, notices included: the line is the same whatever stands behind them."""
    meetings = record.meetings
    counts = {
        "meeting": len(meetings),
        "agenda item": sum(len(meeting.items) for meeting in meetings),
        "paper": sum(1 for meeting in meetings for _, paper in meeting.all_papers() if not paper.withheld),
        "minute": sum(1 for meeting in meetings for at in minutes_at(meeting) if at.minute.number),
        "resolution": sum(1 for _ in decisions(record)),
    }
    named = [f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items()]
    return f"Built {', '.join(named)}; {sum(1 for _ in all_withheld(record))} withheld."
