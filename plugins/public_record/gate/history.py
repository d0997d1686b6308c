"""Releases when a document was published and changed: from its front matter first, and from the history of its file second.

The day on which a file was changed tells of everything in it. So the history is asked only for a document that shows itself
whole, which is decided by what is public alone; and should such a file hold something unseen all the same, the build stops,
because leaving the day out would tell of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from public_record.gate.desk import Desk
from public_record.model.findings import Finding
from public_record.model.forms import AnyPaperForm, DocumentForm
from public_record.model.private import Document
from public_record.model.record import Attachment, Block, Change, History, Minute, WithheldPassage
from public_record.model.rules import Rule
from public_record.model.vocabulary import Trace


def history_of(document: Document[DocumentForm], published: date | None, desk: Desk, *, whole: bool) -> History:
    """Release the dates of a public document. `whole` says whether it shows no notice of anything withheld."""
    told = History(published, tuple(Change(change.date, change.what.reveal()) for change in document.form.changes))
    name = document.path.partition("/")[2]
    if told.changes or not _known(name, desk):
        return told
    if not whole:
        return History(published, trace=Trace.WITHHELD)
    desk.dated.add(document.path)
    if name in desk.dates.cut_off:
        return History(published, trace=Trace.SHALLOW)
    changed = desk.dates.changed[name]
    # What was done before the publication was done to something that nobody could read yet.
    return History(published, revised=changed, trace=Trace.GIT) if _later(changed, published) else told


def published_on(form: AnyPaperForm) -> date | None:
    """Say when a paper was published: as it says, or from when on it was to be."""
    return form.published or form.publish_from


def shows_all(blocks: Iterable[Block], attachments: Iterable[Attachment] = (), minutes: Iterable[Minute] = ()) -> bool:
    """Say whether a released document stands there without a notice in it."""
    texts = [*blocks, *(block for minute in minutes for block in minute.body)]
    hidden = any(isinstance(block, WithheldPassage) for block in texts)
    return not (hidden or any(file.withheld for file in attachments) or any(minute.withheld for minute in minutes))


def unseen(desk: Desk) -> Iterator[Finding]:
    """Yield the files that hold something withheld without showing it, and of which the history was told."""
    for path, place in sorted(desk.keeper.files.items()):
        if path in desk.dated:
            yield Finding(
                place,
                Rule.UNSEEN,
                "something here is not published and leaves no notice, while the day of the file's last change is.",
                "Take it out of this file, mark it as a restricted passage, or set `dates_from_git: false` in the policy.",
            )


def _known(name: str, desk: Desk) -> bool:
    return name in desk.dates.changed or name in desk.dates.cut_off


def _later(changed: date, published: date | None) -> bool:
    return published is None or changed > published
