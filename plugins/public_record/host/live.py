"""Keeps a site in step with the record while somebody works on it.

The gate relaxes nothing: what is shown is what would be published.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import click
from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from public_record import garbage
from public_record.examine import build_day
from public_record.host.edition import Edition
from public_record.host.frame import NOT_FOUND, Frame, warned
from public_record.host.indexing import IndexingError, indexed
from public_record.host.plugin import denylist_at
from public_record.model.findings import Severity
from public_record.pages.library import Library
from public_record.project import Project
from public_record.publish import Prepared, Publishable, Remembering, prepare
from public_record.serving.board import Board
from public_record.serving.marking import lines
from public_record.serving.server import Server
from public_record.serving.site import HeldBackError
from public_record.serving.stamps import of_frame, of_record, stamps

_PAUSE = 0.15
"""Seconds between two looks at the files."""
_QUIET = 12
"""Looks without a change after which the search index is made anew."""

_Stamps = frozenset[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """All that a site depends on, as it was before it was read."""

    record: _Stamps
    frame: _Stamps
    today: date

    @classmethod
    def of(cls, project: Project) -> _Seen:
        return cls(stamps(of_record(project)), stamps(of_frame(project)), build_day())


class Live:
    """Looks at a project again and again, and puts on a board what its site would be."""

    def __init__(self, project: Project, board: Board, tell: Callable[[str], None]) -> None:
        self._project = project
        self._board = board
        self._tell = tell
        self._kept = Remembering.begin()
        self._seen: _Seen | None = None
        self._frame: Frame | None = None
        self._edition: Edition | None = None
        self._indexed: Edition | None = None
        """The last for which an index was begun."""
        self._indexing = threading.Lock()
        self._looking = threading.RLock()

    def look(self) -> bool:
        """Look whether anything has changed, and put on the board what follows. Returns whether anything had."""
        with self._looking:
            return self._look()

    def _look(self) -> bool:
        seen = _Seen.of(self._project)
        if seen == self._seen:
            return False
        if self._seen is None or seen.frame != self._seen.frame:
            self._frame = None
        self._seen = seen
        self._edition = None
        try:
            self._make(seen.today)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next change is to be looked at
            # Not its words: they could be those of the record.
            self._board.refuse([], [f"The record cannot be read just now ({type(error).__name__})."])
        for line in lines(self._board.shown):
            self._tell(line)
        return True

    @property
    def to_be_indexed(self) -> bool:
        """Whether there is something to be done for `index`."""
        return self._edition is not None and self._edition is not self._indexed and not self._indexing.locked()

    def index(self) -> None:
        """Make the search index of what is shown, unless that is done. It is taken only if nothing has changed meanwhile."""
        with self._indexing, self._looking:
            edition, seen = self._edition, self._seen
            if edition is None or edition is self._indexed:
                return
            self._indexed = edition
        with self._indexing:
            files, problem = self._whole()
        with self._looking:
            if not self._stands(seen):
                return
            if problem:
                self._board.refuse([], [problem])
            else:
                edition.adopt(files)
            self._tell(problem or "The search index is that of this record again.")

    def _whole(self) -> tuple[dict[str, bytes], str | None]:
        """Build the whole site apart: what only that gives, or what is wrong with it."""
        try:
            return indexed(self._project), None
        except IndexingError as error:
            return {}, f"The whole site cannot be built: {error}"

    def _stands(self, seen: _Seen | None) -> bool:
        return self._seen is seen and _Seen.of(self._project) == seen

    def _make(self, today: date) -> None:
        """Read, check and release, and show the site that follows, or why there is none."""
        prepared = prepare(self._project, today, self._kept)
        self._kept.turn()
        errors = [finding for finding in prepared.findings if finding.severity is Severity.ERROR]
        if errors or prepared.publishable is None:
            self._board.refuse(errors, _nothing_to_publish(prepared))
            return
        with warned() as warnings:
            try:
                edition = self._composed(prepared.publishable, today)
            except (MkDocsException, TemplateError, HeldBackError) as error:
                # Of a template's error its words are left out: they may quote what it was to show.
                self._board.refuse([], [str(error) if not isinstance(error, TemplateError) else _broken(error)])
                return
        if edition is None or (warnings and self._frame and self._frame.config.strict):
            self._board.refuse(self._frame.refused if self._frame else [], warnings)
            return
        self._edition = edition
        self._board.put(edition)
        self._tell("The site shows the record as it stands.")

    def _composed(self, publishable: Publishable, today: date) -> Edition | None:
        """Compose the site, and try its theme on two pages; None where the configuration is refused."""
        frame = self._frame = self._frame or Frame(self._project)
        if frame.refused:
            return None
        library = Library.of(publishable.record, publishable.settings, today, frame.site, self._kept.public)
        edition = Edition(frame, library, publishable, denylist_at(self._project.denylist))
        for name in ("index.html", NOT_FOUND):
            edition.read(name)
        return edition


def _nothing_to_publish(prepared: Prepared) -> list[str]:
    return [] if prepared.findings else ["Nothing may be published."]


def _broken(error: TemplateError) -> str:
    return f"A template of the theme cannot be filled in ({type(error).__name__})."


def serve(project: Project, address: str) -> None:
    """Serve the site of a project until somebody ends it."""
    board = Board()
    live = Live(project, board, lambda line: click.echo(line, err=True))
    host, _, port = address.rpartition(":")
    with Server(host.strip("[]"), int(port), board) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        live.look()
        garbage.pass_over_what_is_there()
        click.echo(f"Serving at {server.address}{board.shown.path} (Ctrl-C ends it)", err=True)
        try:
            _follow(live, threading.Event())
        except KeyboardInterrupt:
            server.shutdown()


def _follow(live: Live, ended: threading.Event) -> None:
    """Look at the project until told to end; make the index when it has been quiet."""
    quiet = 0
    while not ended.wait(_PAUSE):
        quiet = 0 if live.look() else quiet + 1
        if quiet >= _QUIET and live.to_be_indexed:
            threading.Thread(target=live.index, daemon=True).start()
