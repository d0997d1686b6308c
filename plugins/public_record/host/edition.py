"""A state of the site that is made file by file, as each is asked for: the same bytes that a build would write.

Every page and every data file is a pure function of the public record, so nothing is lost by making it late; and nothing is
given out before the second line has read it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from urllib.parse import quote

from mkdocs.structure.pages import Page

from public_record.host.finish import SHIPPED, denied, leaking, unreadable
from public_record.host.frame import NOT_FOUND, Frame
from public_record.host.pages import RecordPage
from public_record.model.fingerprints import Fingerprints
from public_record.outputs.phrases import labels, public_phrases
from public_record.outputs.sitemap import sitemap
from public_record.outputs.write import ARCHIVE, SITEMAP, made, packed
from public_record.pages.compose import Catalogue
from public_record.pages.library import Library
from public_record.publish import Publishable
from public_record.serving.site import HeldBackError
from public_record.verify.denylist import Denylist, struck_in
from public_record.verify.scan import leaks_in, sought_in
from public_record.verify.text import UnreadableError

_PAGE = "index.html"


class Edition:
    """What the site would be if it were built now. Only files that it announces can be had."""

    def __init__(self, frame: Frame, library: Library, publishable: Publishable, denylist: Denylist | None) -> None:
        self.path = frame.path
        self._library = library
        self._withheld = publishable.withheld
        self._denylist = denylist
        self._lock = threading.RLock()
        self._ready: dict[str, bytes] = {}
        self._catalogue = Catalogue(library)
        self._files, self._nav = frame.gathered(self._catalogue, library.settings)
        self._frame = frame
        frame.check_anchors(self._files)
        self._pages = [file for file in self._files.documentation_pages() if not isinstance(file.page, RecordPage)]
        """Those that are written by hand."""
        self._given = {**self._of_the_host(), **{address: _ready(data) for address, data in publishable.files.items()}}

    @property
    def names(self) -> frozenset[str]:
        """The name of every file."""
        with self._lock:
            return frozenset((*self._given, *self._beside, *(f"{address}{_PAGE}" for address in self._catalogue.addresses)))

    def read(self, name: str) -> bytes | None:
        """Make a file, once; None if there is none of this name. Raises `HeldBackError` where it must not be given out."""
        with self._lock:
            if name not in self._ready and (make := self._maker(name)):
                data = make()
                if problems := list(self._problems(name, data)):
                    raise HeldBackError(problems)
                self._ready[name] = data
            return self._ready.get(name)

    def adopt(self, files: Mapping[str, bytes]) -> None:
        """Take files that a whole build of the same record has made: the search index, and the list of all files."""
        with self._lock:
            self._given |= {name: _ready(data) for name, data in files.items()}

    def _maker(self, name: str) -> Callable[[], bytes] | None:
        """Find the function that makes a file: first among the pages of the record, as in a build."""
        if name.endswith(_PAGE) and (source := self._catalogue.get(name.removesuffix(_PAGE))):
            file = self._files.get_file_from_path(f"{source.address}index.md")
            return self._writing(file.page) if file and file.page else None
        # What stands beside the pages is not even named before somebody asks for what is no page.
        return self._given.get(name) or self._beside.get(name)

    def _writing(self, page: Page) -> Callable[[], bytes]:
        return lambda: self._frame.page(page, self._files, self._nav, self._library)

    def _of_the_host(self) -> dict[str, Callable[[], bytes]]:
        """Name every file that the host would write beside the pages of the record, with the function that makes it."""
        makers: dict[str, Callable[[], bytes]] = {NOT_FOUND: lambda: self._frame.not_found(self._files, self._nav)}
        for file in self._files:
            if not file.inclusion.is_included():  # type: ignore[no-untyped-call]
                continue
            if not file.is_documentation_page():
                makers[file.dest_uri] = lambda file=file: file.content_bytes  # type: ignore[misc]
            elif file.page and file in self._pages:
                makers[file.dest_uri] = self._writing(file.page)
        return makers

    @cached_property
    def _beside(self) -> dict[str, Callable[[], bytes]]:
        """Name what the site offers beside its pages."""
        library = self._library
        listed = {SITEMAP: lambda: sitemap(library, self._addresses()) or b""} if library.site else {}
        return {**made(library), ARCHIVE: lambda: packed(library, self._known), **listed}

    def _addresses(self) -> set[str]:
        return {file.url.removeprefix("./") for file in self._pages} | set(map(quote, self._catalogue.addresses))

    def _known(self, name: str) -> bytes:
        return self.read(name) or b""

    def _problems(self, name: str, data: bytes) -> Iterator[str]:
        try:
            # Nearly always nothing is found, and then what may be said in public need not be gone through.
            if leaks_in(name, data, self._withheld, SHIPPED):
                yield from map(leaking, leaks_in(name, data, self._sought, SHIPPED))
            if self._denylist:
                yield from map(denied, struck_in(name, data, self._denylist))
        except UnreadableError as error:
            yield unreadable(error)

    @cached_property
    def _sought(self) -> Fingerprints:
        library = self._library
        return sought_in(self._withheld, chain(public_phrases(library.record, library.settings), labels(library.links)))


def _ready(data: bytes) -> Callable[[], bytes]:
    return lambda: data
