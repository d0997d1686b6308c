"""Which colours a page has is a matter of light and dark alone: by that, a pair seen at one width is seen at each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

SHEETS = sorted((Path(__file__).parents[2] / "site_config" / "theme" / "stylesheets").glob("*.css"))
NAMED = re.compile(r"--([\w-]+):\s*light-dark\(")
PAINTS = re.compile(r"(?:^|-)(?:color|color-scheme|background|fill|stroke|opacity|filter|mix-blend-mode)$")
DECLARED = re.compile(r"([\w-]+)\s*:\s*([^;{}]+)[;}]")


def _queries(css: str) -> Iterator[tuple[str, str]]:
    """Yield the condition of each media query, and what stands in it."""
    for found in re.finditer(r"@media([^{]*)\{", css):
        depth, end = 1, found.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        yield found[1].strip(), css[found.end() : end]


def _painting() -> dict[str, set[str]]:
    """Name, for each condition, the properties below it that set a colour."""
    found = dict[str, set[str]]()
    for sheet in SHEETS:
        css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        colours = re.compile(rf"#[0-9a-f]{{3}}|\b(?:rgb|hsl|light-dark)\(|var\(--(?:{'|'.join(NAMED.findall(css))})\)")
        for condition, inside in _queries(css):
            painted = {name for name, value in DECLARED.findall(inside) if PAINTS.search(name) or colours.search(value)}
            found.setdefault(condition, set()).update(painted)
    return found


def test_no_colour_depends_on_the_width() -> None:
    """So `tests/browser/test_barriers.py` looks at most kinds of page at one width in each colour scheme."""
    painting = _painting()
    assert {condition: names for condition, names in painting.items() if "width" in condition and names} == {}
    assert sum("width" in condition for condition in painting) > 5
    assert painting["print"] == {"background", "color", "color-scheme"}
