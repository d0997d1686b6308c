"""Takes the pictures of docs/clerks/: builds the site of the examples there, and photographs what the public sees.

Run by hand, from the project's root, after the pages or the theme have changed: `python tests/pictures.py`.
"""

from __future__ import annotations

import functools
import http.server
import io
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from browser.conftest import CHROMIUM, FLAGS
from clerk.examples import FIRST, PAGES, Reader
from tiny import TinySite

ROOT = Path(__file__).parents[1]
MEETING = "hill/2026-12-14/"
PICTURES = {
    "restricted-item": (MEETING, "section:has-text('Restricted items'), li:has-text('A review')"),
    "restricted-notice": (f"{MEETING}d1/", "article"),
    "restricted-minute": (f"{MEETING}notes/", "section:has(#minute-5), #minute-5"),
    "restricted-passage": (f"{MEETING}b1/", "article"),
}
"""By the name of the file: on which page, and what of it."""


def main() -> None:
    """Take every picture."""
    os.environ.update(SOURCE_DATE_EPOCH="1795305600", NO_MKDOCS_2_WARNING="1")
    with tempfile.TemporaryDirectory() as folder, _served(_built(Path(folder))) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = browser.new_page(viewport={"width": 900, "height": 900}, color_scheme="light", reduced_motion="reduce")
        for name, (where, what) in PICTURES.items():
            page.goto(address + where)
            _save(_photograph(page, what), PAGES / "images" / f"{name}.png")
        browser.close()


def _built(root: Path) -> Path:
    """Build the examples with the real theme, wording and settings."""
    project = TinySite(root)
    shutil.rmtree(root / "content")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("theme", "pages"):
        shutil.copytree(ROOT / "site_config" / name, root / "site_config" / name, dirs_exist_ok=True)
    settings = yaml.safe_load((ROOT / "site_config" / "record.yml").read_text(encoding="utf-8"))
    settings["bodies"] = {"hill": {"name": "Hill Partnership", "short": "Hill", "description": "An invented body."}}
    settings["policy"]["strict_from"] = settings["policy"]["strict_from"].isoformat()
    project.write("site_config/record.yml", yaml.safe_dump(settings, allow_unicode=True))
    for page in (FIRST, PAGES / "restricted.md"):
        Reader(project).follow(page)
    project.build()
    return project.output


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def _photograph(page: Page, what: str) -> bytes:
    return page.locator(what).first.screenshot()


def _save(data: bytes, path: Path) -> None:
    """Write few colours, and nothing but the picture."""
    with Image.open(io.BytesIO(data)) as image:
        image.convert("RGB").quantize(48).save(path, optimize=True)


if __name__ == "__main__":
    main()
