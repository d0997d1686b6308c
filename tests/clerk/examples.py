"""Follows a page of docs/clerks/ as a clerk would: writes its files, runs its commands, and notes what they say.

A block is told by the words behind its fence:

- `markdown content/…`: the file is written;
- `yaml content/…`: these keys take the place of those in the front matter of the file, or are added to it;
- `console`: each line that begins with `$` is run; what is said stands below it;
- `wrong content/…`: the file is written, the block `text` after it is what `check` says, and the file is as before.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from public_record.clerk.formatting import formatted
from public_record.clerk.front import Block, FrontMatter
from tiny import TinySite

PAGES = Path(__file__).parents[2] / "docs" / "clerks"
FIRST = PAGES / "first-meeting.md"
GOOD = "0 errors, 0 warnings.\n"
FENCED = re.compile(r"(?m)^(```)(\w+) ?(\S*)\n(.*?)^```$", re.DOTALL)
_COMMAND = "$ python3 build.py "


class Reader:
    """Somebody who does what a page says, in a project."""

    def __init__(self, project: TinySite) -> None:
        self.project = project
        self.troubles: list[str] = []
        """What `check` said after an example that should be right."""
        self.kinds: list[str] = []
        """Of blocks that were met."""
        self._slip: str | None = None

    def follow(self, page: Path) -> str:
        """Follow a page, and give it as it should be: with what the commands say."""
        return FENCED.sub(self._block, page.read_text(encoding="utf-8"))

    def _block(self, match: re.Match[str]) -> str:
        kind, name, body = match[2], match[3], match[4]
        self.kinds.append(kind)
        if kind == "console":
            body = self._run(body)
        elif kind == "text" and self._slip is not None:
            body, self._slip = self._slip, None
        elif kind == "wrong":
            self._slip = self._try(name, body)
        elif name:
            self._write(name, body if kind == "markdown" else self._with_keys(name, body))
        return f"```{kind}{f' {name}' if name else ''}\n{body}```"

    def _run(self, body: str) -> str:
        told = []
        for line in body.splitlines():
            if line.startswith(_COMMAND):
                result = self.project.run(*shlex.split(line.removeprefix(_COMMAND)))
                told.append(f"{line}\n{result.output}")
        return "".join(told)

    def _write(self, name: str, text: str) -> None:
        self.project.write(name, text)
        said = self.project.run("check").output
        if said != GOOD:
            self.troubles.append(f"{name}: {said}")

    def _try(self, name: str, text: str) -> str:
        path = self.project.root / name
        before = path.read_bytes() if path.exists() else None
        self.project.write(name, text)
        said = self.project.run("check").output
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
        return said

    def _with_keys(self, name: str, keys: str) -> str:
        front = FrontMatter.of((self.project.root / name).read_text(encoding="utf-8"))
        given = {block.key: block for block in FrontMatter.of(f"---\n{keys}---\n").blocks}
        kept = [given.pop(block.key, block) for block in front.blocks]
        blocks: list[Block] = [*kept, *given.values()]
        return formatted("".join([front.head, *(block.text for block in blocks), front.foot, front.rest]))
