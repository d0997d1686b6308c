"""A state of the site that is made file by file, as each is asked for: the same bytes that a build would write.

Every page and every data file is a pure function of the public record, so nothing is lost by making it late; and nothing is
given out before the second line has read it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from public_record.host.finish import SHIPPED, denied, leaking, unreadable
from public_record.host.frame import NOT_FOUND, Frame
from public_record.outputs.phrases import public_phrases
from public_record.outputs.sitemap import sitemap
from public_record.outputs.write import ARCHIVE, SITEMAP, made, packed
from public_record.pages.library import Library
from public_record.publish import Publishable
from public_record.serving.site import HeldBackError
from public_record.verify.denylist import Denylist, struck_in
from public_record.verify.scan import leaks_in, sought_in
from public_record.verify.text import UnreadableError


class Edition:
    """What the site would be if it were built now. Only files that it announces can be had."""

    def __init__(self, frame: Frame, library: Library, publishable: Publishable, denylist: Denylist | None) -> None:
        self.path = frame.path
        self._sought = sought_in(publishable.withheld, public_phrases(library.record, library.settings))
        self._denylist = denylist
        self._lock = threading.RLock()
        self._ready: dict[str, bytes] = {}
        files, nav = frame.gathered(library)
        frame.check_anchors(files)
        self._makers = {
            **_of_the_host(frame, library, files, nav),
            **{address: _given(data) for address, data in publishable.files.items()},
            **self._beside(library, [file.url.removeprefix("./") for file in files.documentation_pages()]),
        }

    @property
    def names(self) -> frozenset[str]:
        """The name of every file."""
        return frozenset(self._makers)

    def read(self, name: str) -> bytes | None:
        """Make a file, once; None if there is none of this name. Raises `HeldBackError` where it must not be given out."""
        with self._lock:
            make = self._makers.get(name)
            if make and name not in self._ready:
                data = make()
                if problems := list(self._problems(name, data)):
                    raise HeldBackError(problems)
                self._ready[name] = data
            return self._ready.get(name)

    def adopt(self, files: Mapping[str, bytes]) -> None:
        """Take files that a whole build of the same record has made: the search index, and the list of all files."""
        with self._lock:
            self._makers |= {name: _given(data) for name, data in files.items()}

    def _problems(self, name: str, data: bytes) -> Iterator[str]:
        try:
            yield from map(leaking, leaks_in(name, data, self._sought, SHIPPED))
            if self._denylist:
                yield from map(denied, struck_in(name, data, self._denylist))
        except UnreadableError as error:
            yield unreadable(error)

    def _beside(self, library: Library, addresses: list[str]) -> dict[str, Callable[[], bytes]]:
        """Name what the site offers beside its pages."""
        listed = {SITEMAP: lambda: sitemap(library, addresses) or b""} if library.site else {}
        return {**made(library), ARCHIVE: lambda: packed(library, self._known), **listed}

    def _known(self, name: str) -> bytes:
        return self.read(name) or b""


def _given(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def _of_the_host(frame: Frame, library: Library, files: Files, nav: Navigation) -> dict[str, Callable[[], bytes]]:
    """Name every file that the host would write, with the function that makes it."""
    makers: dict[str, Callable[[], bytes]] = {NOT_FOUND: lambda: frame.not_found(files, nav)}
    for file in files:
        if not file.inclusion.is_included():  # type: ignore[no-untyped-call]
            continue
        if not file.is_documentation_page():
            makers[file.dest_uri] = lambda file=file: file.content_bytes  # type: ignore[misc]
        elif file.page:
            makers[file.dest_uri] = lambda page=file.page: frame.page(page, files, nav, library)  # type: ignore[misc]
    return makers
