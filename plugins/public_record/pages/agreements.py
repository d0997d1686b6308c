"""The Community Safety Agreement: its versions, and the page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from public_record.model.record import Agreement
from public_record.pages.library import Library, template
from public_record.pages.page import Content, Crumb, PageKind, PageSource
from public_record.pages.prose import contents, render_blocks

_HOME = Crumb("Home", "")
_AGREEMENTS = Crumb("Agreement", "agreement/")


def agreement_pages(library: Library) -> Iterator[PageSource]:
    """Yield the page of the agreement and one for each version."""
    yield _index(library)
    for agreement in library.record.agreements:
        yield _version(library, agreement)


def _index(library: Library) -> PageSource:
    def render() -> Content:
        newest = list(reversed(library.record.agreements))
        current = next((agreement for agreement in newest if not agreement.withheld and not agreement.withdrawn), None)
        return Content(template("agreements", page.address, library, page=page, agreements=newest, current=current))

    page = PageSource(
        address="agreement/",
        title="The Community Safety Agreement",
        description="The agreement that the meetings serve: its versions, its priorities and who leads on them.",
        kind=PageKind.AGREEMENTS,
        render=render,
        crumbs=(_HOME,),
    )
    return page


def _version(library: Library, agreement: Agreement) -> PageSource:
    def render() -> Content:
        (blocks,), footnotes = render_blocks(agreement.body, linking=library.linking(agreement.id))
        html = template(
            "agreement",
            agreement.id,
            library,
            page=page,
            agreement=agreement,
            laid=library.links.laid_before.get(agreement.version, ()),
            blocks=blocks,
            footnotes=footnotes,
        )
        return Content(html, contents(blocks))

    page = PageSource(
        address=agreement.id,
        title=f"{agreement.title}, version {agreement.version}",
        description=f"Version {agreement.version} of the agreement.",
        kind=PageKind.AGREEMENT,
        render=render,
        citation=f"{agreement.title}, version {agreement.version}",
        crumbs=(_HOME, _AGREEMENTS),
    )
    return page
