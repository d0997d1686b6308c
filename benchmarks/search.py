"""What a search costs: the indexer's memory, and what a browser fetches from the header's form to the first five results.

    .venv/bin/python benchmarks/search.py --documents 3000
    .venv/bin/python benchmarks/search.py --project ../big        # built already

The site is served from this machine as static hosts do, text compressed; the index is compressed as it stands. Needs Debian's
Chromium and the libraries of the tests.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from make_record import write_record
from run import MIB, ROOT, run

CHROMIUM = "/usr/bin/chromium"
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
QUERIES = ("partnership", "minute 117", "16 March 2016", "item B2")
FIFTH = "#search-results > li:nth-child(5)"
WIDE, NARROW = 1280, 320
AT_MOST = 250_000
COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg")
INDEXER = """
import json, resource, sys
from pathlib import Path
from public_record.outputs.search import indexing
with indexing(Path(sys.argv[1])):
    pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"peak": used.ru_maxrss * 1024, "cpu": used.ru_utime + used.ru_stime}))
"""


class Host(http.server.SimpleHTTPRequestHandler):
    """A static host that compresses text, and counts what it sends."""

    sent: dict[str, tuple[int, int]]
    """By address: bytes as they were sent, and as they stand in the site."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's signature
        """Keep requests out of the report."""

    def do_GET(self) -> None:
        """Send a file of the site."""
        address = self.path.partition("?")[0]
        file = Path(self.translate_path(address))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        kind = self.guess_type(str(file))
        small = gzip.compress(data, 6) if kind.startswith(COMPRESSED) else data
        self.sent[address] = (len(small), len(data))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(small)))
        if small is not data:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(small)


@dataclass(frozen=True, slots=True)
class Searched:
    """What one search fetched."""

    query: str
    width: int
    sent: int
    raw: int
    in_all: int
    """As sent, with all results that are shown at once, and with the filters where they are open."""
    seconds: float
    found: str


@contextmanager
def hosted(site: Path) -> Iterator[tuple[str, dict[str, tuple[int, int]]]]:
    """Serve a site from this machine alone. Gives its address, and what was sent so far."""
    sent: dict[str, tuple[int, int]] = {}
    handler = functools.partial(type("Counting", (Host,), {"sent": sent}), directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", sent
        finally:
            server.shutdown()
            thread.join()


def searches(site: Path, queries: Sequence[str]) -> Iterator[Searched]:
    """Search from the header of a page, each time as a reader who was never there before."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a library of the tests

    with sync_playwright() as playwright, hosted(site) as (address, sent):
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for width in (WIDE, NARROW):
            for query in queries:
                context = browser.new_context(viewport={"width": width, "height": 900})
                page = context.new_page()
                page.goto(address + "meetings/", wait_until="networkidle")
                sent.clear()
                page.get_by_label("Search the record").fill(query)
                started = time.perf_counter()
                page.keyboard.press("Enter")
                page.wait_for_selector(FIFTH)
                seconds = time.perf_counter() - started
                page.wait_for_load_state("networkidle")
                found = page.get_by_role("status").inner_text()
                first, raw = _to_the_fifth(sent)
                yield Searched(query, width, first, raw, sum(small for small, _ in sent.values()), seconds, found)
                context.close()
        browser.close()


def _to_the_fifth(sent: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Add up what the first five results need: all but the filters, and the results that were fetched first."""
    results = [size for name, size in sent.items() if "/fragment/" in name][:5]
    needed = [size for name, size in sent.items() if "/fragment/" not in name and "/filter/" not in name] + results
    return sum(small for small, _ in needed), sum(raw for _, raw in needed)


def indexer(site: Path) -> tuple[float, float]:
    """Index a site again. Gives the indexer's peak memory in MiB, and its CPU seconds."""
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder) / "site"
        shutil.copytree(site, again, ignore=shutil.ignore_patterns("pagefind"))
        done = subprocess.run([sys.executable, "-c", INDEXER, str(again)], capture_output=True, text=True, check=True)
    cost = json.loads(done.stdout)
    return cost["peak"] / MIB, cost["cpu"]


def made(documents: int, seed: int, folder: Path) -> Path:
    """Build a project with an invented record."""
    shutil.copytree(ROOT / "site_config", folder / "site_config")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    write_record(folder / "content", documents, seed)
    run(["mkdocs", "build"], folder)
    return folder


def report(site: Path) -> None:
    peak, cpu = indexer(site)
    index = [file for file in (site / "pagefind").rglob("*") if file.is_file()]
    results = sum(1 for file in index if file.suffix == ".pf_fragment")
    print(f"{results} results in the index, {sum(file.stat().st_size for file in index) / MIB:.1f} MiB in {len(index)} files")
    print(f"indexer: {peak:.0f} MiB at most, {cpu:.1f} CPU s")
    print(f"{'':5}{'first five: sent kB':>22}{'uncompressed':>14}{'all in all: sent':>18}{'seconds':>9}")
    worst = 0
    for one in searches(site, QUERIES):
        worst = max(worst, one.sent)
        sizes = f"{one.sent / 1000:22.0f}{one.raw / 1000:14.0f}{one.in_all / 1000:18.0f}"
        print(f"{one.width:5}{sizes}{one.seconds:9.2f}  {one.found}")
    print(f"most that the first five results cost: {worst / 1000:.0f} kB, {'within' if worst <= AT_MOST else 'MORE THAN'} 250")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--project", type=Path, help="a project that is built already")
    asked = parser.parse_args()
    if asked.project:
        report(asked.project / "site")
        return
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        report(made(asked.documents, asked.seed, Path(folder)) / "site")


if __name__ == "__main__":
    main()
