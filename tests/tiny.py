"""A project small enough to be built in a test: content, settings, configuration, and a look at what came out."""

from __future__ import annotations

import gzip
import io
import json
import logging
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import yaml
from click.testing import CliRunner, Result

from attached import laid_open
from public_record.cli import main
from published import SETTINGS

MKDOCS = """\
site_name: A public record
site_url: https://record.example.org/
docs_dir: site_config/pages
strict: true
plugins: [public-record]
theme: {name: material, font: false}
markdown_extensions: [tables, toc]
nav: [index.md, meetings/index.md, about.md]
validation: {nav: {omitted_files: ignore}}
"""

AGENDA = """\
---
kind: agenda
access: public
body: group
date: 2025-03-02
time: "10:00"
venue: The hall
published: 2025-02-20
sections:
  - letter: B
    title: Matters for discussion
    items:
      - {ref: B1, title: The bridge, delivery: report, pages: 3-6}
      - {ref: B2, title: The wardens, delivery: verbal}
  - letter: D
    title: SECRETSECTION private matters
    access: restricted
    exemption: {basis: schedule-12a, paragraphs: [1]}
    items:
      - {ref: D1, title: SECRETTITLE of a person, public_title: A review, note: SECRETNOTE on the line}
---
"""

NOTES = """\
---
kind: notes
access: public
body: group
date: 2025-03-02
present:
  - {name: Ms A Chair, role: Chairman}
---

## 7. The bridge
(Item B1)

1. The engineer said that the bridge was sound.

RESOLVED that the report be noted.

Report back by 1 June 2025: the state of the bridge.

## 8. SECRETMINUTE of a closed matter
(Item D1)

1. SECRETPARAGRAPH about what was said in private of a person.

RESOLVED that SECRETRESOLUTION be taken.

Action: SECRETOWNER
"""

PAPER = """\
---
kind: paper
access: public
item: B1
title: The bridge
by: [The engineer]
---

## 1.0 The state of the bridge

1.1 The bridge was looked at and found sound.

::: restricted paragraph 3
1.2 SECRETPASSAGE asked for forty pounds in the contract.
:::

1.3 It is painted every year[^1].

[^1]: In green.

[^secret]: SECRETFOOTNOTE that nothing public uses.
"""

RESTRICTED_PAPER = """\
---
kind: paper
access: restricted
item: D1
title: SECRETPAPER about a person
by: [SECRETAUTHOR]
---

SECRETBODY of the paper that was withheld from everybody.
"""

APPENDIX = """\
---
kind: appendix
access: restricted
exemption: {basis: schedule-12a, paragraphs: [3]}
item: B1
appendix: A
title: SECRETAPPENDIX of prices
public_title: Prices
---

SECRETPRICES of every contractor.
"""

FOLDER = "content/meetings/2025-03-02-group"


@cache
def _settings() -> str:
    """Write the settings once: to write YAML takes longer than to draw all the rest of a project."""
    return yaml.safe_dump(json.loads(SETTINGS.model_dump_json()))


def opened(data: bytes) -> bytes:
    """Read all that stands in a file, small letters alone: what is packed is unpacked, a part's name counts as well."""
    plain = data
    if data[:2] == b"\x1f\x8b":
        plain = opened(gzip.decompress(data))
    elif data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            plain = b"\n".join(name.encode() + b"\n" + opened(archive.read(name)) for name in archive.namelist())
    elif data[:5] == b"%PDF-":
        plain = laid_open(data)
    return plain.replace(b"\0", b"").lower()


@contextmanager
def all_logs() -> Iterator[list[str]]:
    """Collect every message at every level, of the host and of the libraries, with the exceptions that they carry."""
    told: list[str] = []
    handler = logging.Handler(logging.DEBUG)
    formatter = logging.Formatter("%(name)s %(message)s %(args)s")
    handler.emit = lambda record: told.append(formatter.format(record))  # type: ignore[method-assign]
    loggers = [logging.getLogger(), logging.getLogger("mkdocs")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    try:
        yield told
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.removeHandler(handler)
            logger.setLevel(level)


class TinySite:
    """A project in a folder. `write` changes a file of it, `build` runs the command line on it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.output = root / "site"
        self.write("mkdocs.yml", MKDOCS)
        self.write("site_config/pages/about.md", "# About\n\nThis is an example.\n")
        self.write("site_config/record.yml", _settings())
        for name, text in {
            "agenda.md": AGENDA,
            "notes.md": NOTES,
            "b1.md": PAPER,
            "SECRETFILE.md": RESTRICTED_PAPER,
            "b1-appendix-a.md": APPENDIX,
        }.items():
            self.write(f"{FOLDER}/{name}", text)

    def write(self, name: str, text: str) -> Path:
        """Write a file of the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def run(self, *arguments: str, input: str | None = None) -> Result:  # noqa: A002 - as click names it
        """Run a verb of the command line."""
        return CliRunner().invoke(main, ["--project", str(self.root), *arguments], input=input)

    def build(self) -> Result:
        """Build, and insist that it went well."""
        result = self.run("build")
        assert result.exit_code == 0, result.output
        return result

    def html(self, address: str) -> str:
        """Read the page at an address."""
        return (self.output / address / "index.html").read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """Read the finished site: name and bytes of each file, decompressed; files that Pagefind names by chance by content."""
        found: dict[str, bytes] = {}
        for path in sorted(self.output.rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                data = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
                name = path.relative_to(self.output).as_posix()
                found[name] = data
        return found

    def comparable(self) -> tuple[dict[str, bytes], list[bytes]]:
        """Read the site as two builds of one record give it: what Pagefind names by chance by its content, all else by name.

        The list of all files names those of Pagefind as well; it is compared by its other lines.
        """
        files = self.files()
        listed = json.loads(files["data/manifest.json"])
        lines = {name: line for name, line in listed["files"].items() if not name.startswith("pagefind/")}
        files["data/manifest.json"] = json.dumps({**listed, "files": lines}).encode()
        fragments = sorted(data for name, data in files.items() if name.endswith(".pf_fragment"))
        return {name: data for name, data in files.items() if not name.startswith("pagefind/")}, fragments

    def outside(self) -> dict[str, bytes]:
        """Read every file of the project that stands outside content/: name, and name and bytes as `opened` reads them."""
        found: dict[str, bytes] = {}
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root)
            if name.parts[0] != "content" and path.is_file():
                found[name.as_posix()] = name.as_posix().lower().encode() + b"\n" + opened(path.read_bytes())
        return found

    def leftovers(self) -> list[str]:
        """Name what stands in the project beside what was put there."""
        return sorted(path.name for path in self.root.iterdir() if path.name not in {"content", "site_config", "mkdocs.yml"})
