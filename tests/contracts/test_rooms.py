"""The data goes one way: which room may import which, and who may touch sealed text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parents[2] / "plugins" / "public_record"
PRIVATE = {"sources", "checks", "gate", "clerk", "model.private", "model.forms", "model.agreement_forms", "model.kinds"}
MAY_IMPORT = {
    "model": {"model"},
    "sources": {"model", "sources"},
    "checks": {"model", "checks", "gate.decide"},
    "gate": {"model", "gate"},
    "clerk": {"model", "sources", "gate.decide", "clerk", "examine", "project", "verb"},
}
PUBLIC_ROOMS = ("links", "pages", "outputs", "reports", "serving", "verify")


def _modules(room: str) -> list[Path]:
    return sorted((PACKAGE / room).rglob("*.py"))


class Read(NamedTuple):
    """What a module names. Its tree is not kept: that of all modules together would slow down every test behind these."""

    imported: frozenset[str]
    called: frozenset[str]


@cache
def _read(path: Path) -> Read:
    nodes = list(ast.walk(ast.parse(path.read_text())))
    return Read(frozenset(_imports(nodes)), frozenset(_calls(nodes)))


@cache
def _all_modules() -> tuple[Path, ...]:
    return tuple(PACKAGE.rglob("*.py"))


def _imports(nodes: list[ast.AST]) -> Iterator[str]:
    """Yield every module that is named in an import, wherever the import stands."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _calls(nodes: list[ast.AST]) -> Iterator[str]:
    """Yield the names and attributes that are called."""
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.func.id
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr


def _own(path: Path) -> Iterator[str]:
    prefix = "public_record."
    yield from (name.removeprefix(prefix) for name in _read(path).imported if name.startswith(prefix))


def _within(name: str, rooms: set[str]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_private_rooms_import_only_what_stands_before_them(room: str) -> None:
    """Model knows nobody, sources and gate know the model, checks ask the gate what it decides."""
    allowed = MAY_IMPORT[room]
    parents = {room.split(".")[0] for room in allowed}
    wrong = {
        (path.name, name)
        for path in _modules(room)
        for name in _own(path)
        if not _within(name, allowed) and name not in parents
    }
    assert wrong == set()


@pytest.mark.parametrize("room", PUBLIC_ROOMS)
def test_public_rooms_import_nothing_private(room: str) -> None:
    """What they cannot name they cannot publish; settings are public, though they are read by forms."""
    wrong = {(path.name, name) for path in _modules(room) for name in _own(path) if _within(name, PRIVATE)}
    assert wrong == set()


def test_only_the_command_line_knows_the_clerk() -> None:
    """What drafts and marks has no part in publishing."""
    knowing = {
        path.relative_to(PACKAGE).as_posix()
        for path in _all_modules()
        if path.parent.name != "clerk" and any(_within(name, {"clerk"}) for name in _own(path))
    }
    assert knowing == {"cli.py"}


def test_only_the_host_imports_mkdocs() -> None:
    """The core would work under another host."""
    wrong = {
        path.relative_to(PACKAGE).as_posix()
        for path in _all_modules()
        if path.parent.name != "host" and any(_within(name, {"mkdocs", "material"}) for name in _read(path).imported)
    }
    assert wrong == set()


def test_only_the_gate_makes_public_text() -> None:
    """Joining released texts is the one other way to have some."""
    makers = {path.relative_to(PACKAGE).parts[0] for path in _all_modules() if "PublicText" in _read(path).called}
    assert makers == {"gate"}


def test_only_private_rooms_reveal_sealed_text() -> None:
    """The rooms that read, check and release, and the one that drafts for the clerk's own tree."""
    readers = {path.relative_to(PACKAGE).parts[0] for path in _all_modules() if "reveal" in _read(path).called}
    assert readers <= {"sources", "checks", "gate", "clerk"}


def test_only_one_place_begins_to_remember() -> None:
    """What is remembered of the private record is held by one object, and ends with it."""
    beginning = {
        path.relative_to(PACKAGE).as_posix() for path in _all_modules() if _read(path).called & {"Memory", "Remembered"}
    }
    assert beginning == {"publish.py"}


def test_sealed_text_is_not_taken_apart() -> None:
    """Nobody goes round `reveal`."""
    around = {path.name for path in _all_modules() if "._text" in path.read_text() and "Sealed" in path.read_text()}
    assert {name for name in around if name in {"text.py", "withheld.py", "blocks.py"}} == {"text.py"}
