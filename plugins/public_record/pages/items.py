"""Pages of agenda items, papers and appendices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from public_record.links.links import Asked
from public_record.links.requests import Tracked
from public_record.model.record import Appendix, Item, Meeting, NextMeeting, Paper
from public_record.pages.addresses import relative
from public_record.pages.corrections import by_place
from public_record.pages.library import Library, template
from public_record.pages.meetings import crumbs_to
from public_record.pages.outcomes import blocks_of, outcomes
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import Rendered, TocEntry, contents, render_blocks
from public_record.pages.written import clock, long_date


@dataclass(frozen=True, slots=True)
class Question:
    """A request as it is shown away from its minute."""

    asked: Asked
    html: Markup


@dataclass(frozen=True, slots=True)
class Owner:
    """What an appendix belongs to, or a paper: where a reader goes back to."""

    title: str
    address: str
    crumbs: tuple[Crumb, ...]
    citation: str
    papers: tuple[Paper, ...] = ()
    """The papers that stand beside this one."""


def pages_of(library: Library, meeting: Meeting) -> Iterator[PageSource]:
    """Yield the pages of a meeting's items, of their papers, and of the appendices."""
    way = crumbs_to(library, meeting)
    for item in meeting.items:
        yield _item_page(library, meeting, item)
        name = f"item {item.ref}" if item.ref else item.title
        crumbs = (*way, Crumb(item.ref or item.title, item.id))
        owner = Owner(name, item.id, crumbs, _citation(library, meeting, item), item.papers)
        for paper in item.papers:
            yield from _paper_pages(library, meeting, paper, owner)
    owner = Owner(long_date(meeting.date), meeting.id, way, library.citation(meeting), meeting.papers)
    for paper in meeting.papers:
        yield from _paper_pages(library, meeting, paper, owner)


def _citation(library: Library, meeting: Meeting, item: Item) -> str:
    return f"{library.citation(meeting)}, {f'item {item.ref}' if item.ref else item.title}"


def _cited(paper: Paper, owner: Owner) -> str:
    """Cite a paper: the first of an item as the item, any other by its number, and where there is no agenda by its title."""
    if paper.id == owner.address:
        return owner.citation
    of_item = paper.id.removeprefix(owner.address).startswith("paper-") and paper.number > 1
    return f"{owner.citation}, {f'paper {paper.number}' if of_item else paper.title}"


def _paper_pages(library: Library, meeting: Meeting, paper: Paper, owner: Owner) -> Iterator[PageSource]:
    if paper.id != owner.address:
        yield _paper_page(library, meeting, paper, owner)
    above = Owner(paper.title, paper.id, owner.crumbs, _cited(paper, owner))
    for appendix in paper.appendices:
        yield _appendix_page(library, meeting, paper, appendix, above)


def _page(library: Library, meeting: Meeting, page: PageSource) -> PageSource:
    """Give a page of a meeting what search wants to know of it."""
    year, day = str(meeting.date.year), meeting.date.isoformat()
    return replace(page, body=library.bodies[meeting.body].short, year=year, date=day)


def _item_page(library: Library, meeting: Meeting, item: Item) -> PageSource:
    def render() -> Content:
        return _render_item(library, meeting, item, page)

    page = _page(
        library,
        meeting,
        PageSource(
            address=item.id,
            title=f"{item.ref} {item.title}" if item.ref else item.title,
            description=f"{library.meeting_title(meeting)}, item {item.ref or item.title}: the paper, and what was decided.",
            kind=PageKind.ITEM,
            render=render,
            crumbs=crumbs_to(library, meeting),
            citation=_citation(library, meeting, item),
        ),
    )
    return page


def _render_item(library: Library, meeting: Meeting, item: Item, page: PageSource) -> Content:
    decided = list(library.links.decided_on(item))
    asked = list(library.links.asked_on(item))
    paper = next((paper for paper in item.papers if paper.id == item.id), None)
    (resolved, requested, blocks), footnotes = render_blocks(
        blocks_of(decided),
        [line.request for line in asked],
        paper.body if paper else [],
        linking=library.linking(item.id),
    )
    html = template(
        "item",
        item.id,
        library,
        page=page,
        item=item,
        meeting=meeting,
        facts=list(_facts(library, item)),
        outcomes=outcomes(decided, resolved),
        asked=[Question(line, shown.html) for line, shown in zip(asked, requested, strict=True)],
        answering=_answering(library, item, paper),
        minutes=library.links.minutes.get(item.id, ()),
        exclusion=library.links.exclusions.get(meeting.id),
        paper=paper,
        others=[other for other in item.papers if other.id != item.id],
        siblings=item.papers,
        owner_item=item.id,
        corrected=by_place(paper.details.corrections if paper else ()),
        blocks=blocks,
        footnotes=footnotes,
    )
    return Content(html, tuple(_outline(decided=bool(decided), asked=bool(asked), paper=paper, blocks=blocks)))


def _answering(library: Library, item: Item, paper: Paper | None) -> list[Tracked]:
    """List what an item answers, and the paper that is read on its page."""
    shown = [item.id, *(appendix.id for appendix in (paper.appendices if paper else ()))]
    answered = [tracked for address in shown for tracked in library.requests.answered_by.get(address, ())]
    return list({tracked.id: tracked for tracked in answered}.values())


def _outline(*, decided: bool, asked: bool, paper: Paper | None, blocks: list[Rendered]) -> Iterator[TocEntry]:
    """Yield the headings of an item's page; those of its paper stand a level below the paper's own."""
    if decided:
        yield TocEntry(2, "outcome", Markup("What was decided"))
    if asked:
        yield TocEntry(2, "asked", Markup("What was asked for"))
    if paper:
        yield TocEntry(2, "paper", Markup("The paper"))
    for entry in contents(blocks):
        yield replace(entry, level=entry.level + 1)


def _facts(library: Library, item: Item) -> Iterator[tuple[str, str | Markup]]:
    """Yield the facts of an agenda line that have no place elsewhere on the page."""
    if item.delivery:
        yield "Came as", ", ".join(delivery.label for delivery in item.delivery)
    if item.time:
        yield "Time", clock(item.time)
    if item.speakers:
        yield "Speakers", "; ".join(f"{person.name}, {person.role}" if person.role else person.name for person in item.speakers)
    if item.pages:
        yield "Pages of the pack", item.pages
    if item.note:
        yield "On the agenda", item.note
    yield from _ties(library, item)


def _ties(library: Library, item: Item) -> Iterator[tuple[str, str | Markup]]:
    if earlier := library.links.adopts.get(item.id):
        target = earlier.notes.id if earlier.notes else earlier.id
        yield "Notes put up for adoption", _link(item, target, f"Notes of {long_date(earlier.date)}")
    elif item.notes_of:
        yield "Notes put up for adoption", f"of {long_date(item.notes_of)}, not in this record"
    if item.next_meeting:
        yield "Next meeting", _announced(library, item, item.next_meeting)
    if item.agreement and (agreement := library.links.agreements.get(item.agreement)):
        yield "Document", _link(item, agreement.id, f"{agreement.title}, version {agreement.version}")
    if item.subjects:
        yield "Subjects", Markup(", ").join(_subject(library, item, subject) for subject in item.subjects)


def _announced(library: Library, item: Item, announced: NextMeeting) -> Markup:
    """Lead to the meeting that is announced, or say that the record lacks it once it is past."""
    held = library.links.meetings.get((item.id.split("/", 1)[0], announced.date))
    day = _link(item, held.id, long_date(announced.date)) if held else escape(long_date(announced.date))
    time = f", {clock(announced.time)}" if announced.time else ""
    venue = f", {announced.venue}" if announced.venue else ""
    lacking = "" if held or announced.date >= library.today else "; this record does not hold that meeting"
    return day + escape(time + venue + lacking)


def _subject(library: Library, item: Item, subject: str) -> Markup:
    return _link(item, f"subjects/{subject}/", library.settings.subjects.get(subject, subject))


def _link(item: Item, target: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(relative(item.id, target), text)


def _paper_page(library: Library, meeting: Meeting, paper: Paper, owner: Owner) -> PageSource:
    def render() -> Content:
        (blocks,), footnotes = render_blocks(paper.body, linking=library.linking(paper.id))
        html = template(
            "paper",
            paper.id,
            library,
            page=page,
            paper=paper,
            siblings=owner.papers,
            owner_item=owner.address,
            corrected=by_place(paper.details.corrections),
            blocks=blocks,
            footnotes=footnotes,
        )
        return Content(html, contents(blocks))

    page = _page(
        library,
        meeting,
        PageSource(
            address=paper.id,
            title=paper.title,
            description=f"{library.meeting_title(meeting)}: {paper.title}.",
            kind=PageKind.PAPER,
            render=render,
            crumbs=owner.crumbs,
            citation=_cited(paper, owner),
        ),
    )
    return page


def _appendix_page(library: Library, meeting: Meeting, paper: Paper, appendix: Appendix, owner: Owner) -> PageSource:
    def render() -> Content:
        (blocks,), footnotes = render_blocks(appendix.body, linking=library.linking(appendix.id))
        html = template(
            "appendix",
            appendix.id,
            library,
            page=page,
            paper=paper,
            appendix=appendix,
            owner=owner,
            corrected=by_place(appendix.details.corrections),
            blocks=blocks,
            footnotes=footnotes,
        )
        return Content(html, contents(blocks))

    page = _page(
        library,
        meeting,
        PageSource(
            address=appendix.id,
            title=f"Appendix {appendix.mark}: {appendix.title}",
            description=f"{library.meeting_title(meeting)}: appendix {appendix.mark} to {owner.title}.",
            kind=PageKind.APPENDIX,
            render=render,
            crumbs=owner.crumbs,
            citation=f"{owner.citation}, appendix {appendix.mark}",
        ),
    )
    return page
