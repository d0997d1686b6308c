"""Every way by which the host could be made to publish what it must not."""

from __future__ import annotations

import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner, Result
from mkdocs.__main__ import cli as mkdocs
from mkdocs.commands import gh_deploy
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

from public_record.host import safety
from public_record.host.pages import RecordPage
from tiny import FOLDER, MKDOCS, PAPER, RESTRICTED_PAPER, TinySite

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _temporary_files_in_the_project(site: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a build puts aside is searched, too."""
    folder = site.root / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.chdir(site.root)


@pytest.fixture(autouse=True)
def _no_handler_stays() -> Iterator[None]:
    """A build that was cut off could not tidy up in this process."""
    logger = logging.getLogger("mkdocs")
    before = list(logger.handlers)
    yield
    logger.handlers = before


@pytest.fixture
def standing(site: TinySite) -> TinySite:
    """A project with a site that was published. It is no real one, so that it is quick to make and easy to recognise."""
    site.write("site/index.html", "<p>The last good site.</p>")
    site.write("site/group/index.html", "<p>A page of it.</p>")
    return site


def _stands(site: TinySite) -> bool:
    """Say whether the old site is there, to the byte, and nothing else."""
    return site.files() == {"index.html": b"<p>The last good site.</p>", "group/index.html": b"<p>A page of it.</p>"}


def _private_outside(site: TinySite) -> list[str]:
    """List the files outside content/ that hold a word that is withheld."""
    return [name for name, data in site.outside().items() if b"secret" in data]


def _mkdocs(*arguments: str) -> Result:
    return CliRunner().invoke(mkdocs, arguments)


def _configure(site: TinySite, *lines: str, plugins: str = "[public-record]", name: str = "mkdocs.yml") -> None:
    """Write a configuration of the host in which some lines are others."""
    keys = {line.partition(":")[0] for line in lines}
    kept = [line for line in MKDOCS.splitlines() if line.partition(":")[0] not in {*keys, "plugins"}]
    site.write(name, "\n".join([*kept, *lines, f"plugins: {plugins}", ""]))


@pytest.mark.parametrize("plugins", ["[]", "[search]", "[no-such-plugin]", "[public-records]"])
def test_without_the_plugin_the_host_finds_nothing_private(standing: TinySite, plugins: str) -> None:
    """docs_dir holds hand-written pages alone. Nobody is there to keep the old site."""
    _configure(standing, plugins=plugins)
    _mkdocs("build")
    assert _private_outside(standing) == []


@pytest.mark.parametrize("arguments", [[], ["--quiet"], ["--verbose"], ["--no-strict"], ["--dirty"]], ids=str)
@pytest.mark.parametrize(
    "line",
    ["docs_dir: content", "docs_dir: content/meetings", "docs_dir: .", "site_dir: content/site", "site_dir: content",
     "theme: {name: material, custom_dir: content}", "hooks: [hook.py]", "markdown_extensions: [pymdownx.snippets]"],
)  # fmt: skip
def test_a_configuration_that_would_leak_is_refused(standing: TinySite, line: str, arguments: list[str]) -> None:
    """Whatever else is asked of the host."""
    standing.write("hook.py", "")
    _configure(standing, line)
    assert _mkdocs("build", *arguments).exit_code == 1
    assert _private_outside(standing) == []
    assert _stands(standing)


@pytest.mark.parametrize("arguments", [["--site-dir", "content/site"], ["--site-dir", "content"], ["--site-dir", "."]], ids=str)
def test_a_folder_for_the_site_that_is_given_by_an_option_is_looked_at_as_well(
    standing: TinySite, arguments: list[str]
) -> None:
    """It takes the place of the one in mkdocs.yml."""
    before = sorted((standing.root / "content").rglob("*"))
    assert _mkdocs("build", *arguments).exit_code == 1
    assert sorted((standing.root / "content").rglob("*")) == before
    assert _private_outside(standing) == []
    assert _stands(standing)


def test_another_configuration_is_looked_at_as_well(standing: TinySite) -> None:
    """`mkdocs build -f` takes any file."""
    _configure(standing, "docs_dir: content", name="other.yml")
    assert _mkdocs("build", "-f", "other.yml").exit_code == 1
    assert _stands(standing)


def test_a_configuration_elsewhere_finds_no_record(standing: TinySite) -> None:
    """The record is looked for beside the configuration; where there is none, nothing is built."""
    _configure(standing, "docs_dir: ../content", "site_dir: ../site", name="elsewhere/mkdocs.yml")
    assert _mkdocs("build", "-f", "elsewhere/mkdocs.yml").exit_code == 1
    assert _private_outside(standing) == []
    assert _stands(standing)


@pytest.mark.parametrize("arguments", [["--quiet"], ["--no-strict"], ["--verbose"], ["--clean"]], ids=str)
def test_an_option_of_the_host_opens_nothing(standing: TinySite, arguments: list[str]) -> None:
    """Neither in a build that succeeds nor in one that is refused."""
    assert _mkdocs("build", *arguments).exit_code == 0
    assert _private_outside(standing) == []
    before = standing.files()
    standing.write(f"{FOLDER}/b1.md", PAPER.replace(":::\n1.2", "::\n1.2"))
    standing.write(f"{FOLDER}/SECRETFILE.md", RESTRICTED_PAPER.replace("access: restricted", "access: Restricted"))
    assert _mkdocs("build", *arguments).exit_code == 1
    assert standing.files() == before
    assert _private_outside(standing) == []


@pytest.mark.parametrize("arguments", [["gh-deploy", "--dirty"], ["build", "--dirty"], ["serve", "--dirty"]], ids=str)
def test_nothing_is_built_over_an_old_site(standing: TinySite, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """Pages of withdrawn documents would stay."""
    monkeypatch.setattr(gh_deploy, "gh_deploy", _never)
    assert _mkdocs(*arguments).exit_code == 1
    assert _private_outside(standing) == []
    assert _stands(standing)


def _never(*_: object, **__: object) -> None:
    raise AssertionError("this must not be reached")


def _failing_record(site: TinySite) -> None:
    site.write(f"{FOLDER}/b1.md", PAPER.replace("access: public", "access: Public"))


def _pasted(site: TinySite) -> None:
    pasted = "SECRETPARAGRAPH about what was said in private of a person"
    site.write(f"{FOLDER}/b1.md", f"{PAPER}\n1.4 And {pasted}, too.\n")


def _warning(site: TinySite) -> None:
    site.write("site_config/pages/about.md", "# About\n\n[Nowhere](nowhere.md)\n")


@pytest.mark.parametrize("sabotage", [_failing_record, _pasted, _warning])
def test_a_site_that_did_not_pass_is_not_deployed(
    standing: TinySite, monkeypatch: pytest.MonkeyPatch, sabotage: Callable[[TinySite], None]
) -> None:
    """`gh-deploy` builds first, and a build that is refused ends it."""
    monkeypatch.setattr(gh_deploy, "gh_deploy", _never)
    sabotage(standing)
    assert _mkdocs("gh-deploy").exit_code == 1
    assert _private_outside(standing) == []
    assert _stands(standing)


def test_what_is_deployed_is_the_site_that_passed(standing: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the folder in which it was built."""
    deployed: list[str] = []
    monkeypatch.setattr(gh_deploy, "gh_deploy", lambda config, **_: deployed.append(config.site_dir))
    assert _mkdocs("gh-deploy").exit_code == 0
    assert deployed == [str(standing.output)]
    assert _private_outside(standing) == []


NEIGHBOUR = """
from pathlib import Path

from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File

PRIVATE = Path("content/meetings/2025-03-02-group/SECRETFILE.md").read_text()


class Neighbour(BasePlugin):
    def on_config(self, config):
        if {hidden}:
            config.plugins.pop("neighbour")
        self.config = config

    @event_priority({priority})
    def {event}(self, given=None, **also):
        config = self.config
        {action}
"""
ADD = 'also.get("files", given).append(File.generated(config, "annex.txt", content=PRIVATE))'
WRITE = 'Path(config.site_dir, "annex.txt").write_text(PRIVATE)'


class Deed(NamedTuple):
    """What the neighbour does, and when."""

    event: str
    action: str
    priority: int = -200


def _settle(site: TinySite, monkeypatch: pytest.MonkeyPatch, deed: Deed, *, hidden: bool) -> None:
    """Make a neighbour known to the host as installed packages are, and name it in the configuration."""
    site.write("packages/neighbour.py", NEIGHBOUR.format(**deed._asdict(), hidden=hidden))
    monkeypatch.syspath_prepend(site.root / "packages")
    monkeypatch.delitem(sys.modules, "neighbour", raising=False)
    option = dict(MkDocsConfig._schema)["plugins"]
    assert isinstance(option, Plugins)
    monkeypatch.setattr(option, "plugin_cache", {})
    monkeypatch.setitem(option.installed_plugins, "neighbour", EntryPoint("neighbour", "neighbour:Neighbour", "mkdocs.plugins"))
    _configure(site, plugins="[public-record, neighbour]")


def _neighbours_work(site: TinySite) -> list[str]:
    return [name for name in _private_outside(site) if not name.startswith("packages/")]


@pytest.mark.parametrize(
    "deed",
    [
        Deed("on_pre_build", WRITE),
        Deed("on_files", ADD),
        Deed("on_nav", ADD),
        Deed("on_env", ADD),
        Deed("on_page_context", WRITE),
        Deed("on_post_build", WRITE),
    ],
)
def test_a_neighbour_is_refused(standing: TinySite, monkeypatch: pytest.MonkeyPatch, deed: Deed) -> None:
    """Before any of its events but the first two."""
    _settle(standing, monkeypatch, deed, hidden=False)
    result = _mkdocs("build")
    assert result.exit_code == 1
    assert "other plugins or hooks are configured." in result.output
    assert _neighbours_work(standing) == []
    assert _stands(standing)


@pytest.mark.parametrize(
    "deed",
    [
        Deed("on_files", ADD, 200),
        Deed("on_files", ADD),
        Deed("on_nav", ADD),
        Deed("on_env", ADD, 200),
        Deed("on_env", ADD),
        Deed("on_env", WRITE),
        Deed("on_page_context", WRITE),
        Deed("on_post_build", WRITE, 0),
    ],
)
def test_what_a_neighbour_adds_unseen_is_found(standing: TinySite, monkeypatch: pytest.MonkeyPatch, deed: Deed) -> None:
    """Should one get past the refusal: what it adds does not pass."""
    _settle(standing, monkeypatch, deed, hidden=False)
    monkeypatch.setattr(safety, "refusals", lambda *_: iter(()))
    assert "The finished site did not pass" in _mkdocs("build").output
    assert _neighbours_work(standing) == []
    assert _stands(standing)


def test_pages_changed_by_a_neighbour_are_found(standing: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if nobody had refused it."""
    _settle(standing, monkeypatch, Deed("on_post_page", "return given + PRIVATE"), hidden=False)
    monkeypatch.setattr(safety, "refusals", lambda *_: iter(()))
    assert "The finished site did not pass" in _mkdocs("build").output
    assert _neighbours_work(standing) == []
    assert _stands(standing)


def test_a_neighbour_that_takes_itself_off_the_list_is_refused(standing: TinySite, monkeypatch: pytest.MonkeyPatch) -> None:
    """It still takes part in events."""
    _settle(standing, monkeypatch, Deed("on_post_build", WRITE), hidden=True)
    assert "other plugins or hooks are configured." in _mkdocs("build").output
    assert _neighbours_work(standing) == []
    assert _stands(standing)


@pytest.mark.parametrize("cut", [KeyboardInterrupt, SystemExit, MemoryError, RecursionError])
def test_a_build_that_is_cut_off_leaves_the_old_site(
    standing: TinySite, monkeypatch: pytest.MonkeyPatch, cut: type[BaseException]
) -> None:
    """In the middle of a page. What lies about holds nothing private, and the next build removes it."""
    monkeypatch.setattr(RecordPage, "fill", _raising(cut))
    _mkdocs("build")
    assert _private_outside(standing) == []
    assert _stands(standing)
    monkeypatch.undo()
    monkeypatch.chdir(standing.root)
    standing.build()
    assert not (standing.root / ".site-next").exists()


def _raising(cut: type[BaseException]) -> Callable[..., Any]:
    def render(*_: object) -> None:
        raise cut

    return render


KILLED = """
import os, signal, sys
from pathlib import Path
from public_record.host import pages
from public_record.host.run import build_site
from public_record.outputs import write
from public_record.project import Project

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(*{"page": (pages.RecordPage, "fill", die), "index": (write, "indexing", die)}[sys.argv[1]])
build_site(Project(Path.cwd()))
"""


@pytest.mark.parametrize("moment", ["page", "index"])
def test_a_build_that_is_killed_leaves_the_old_site(standing: TinySite, moment: str) -> None:
    """Nobody can tidy up then."""
    finished = subprocess.run([sys.executable, "-c", KILLED, moment], cwd=standing.root, capture_output=True, check=False)
    assert finished.returncode == -signal.SIGKILL
    assert _private_outside(standing) == []
    assert _stands(standing)


@pytest.mark.parametrize("target", ["outside/SECRET.md", "outside", "outside/nothing.md", "site_config/pages/about.md"])
@pytest.mark.parametrize(
    "link", [f"{FOLDER}/b9.md", f"{FOLDER}/map.pdf", "content/meetings/2025-06-01-group", "content/agreement"]
)
def test_a_link_out_of_the_record_is_not_followed(standing: TinySite, tmp_path: Path, link: str, target: str) -> None:
    """To a file or a folder, to something or nothing: it could show what nobody has looked at."""
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir(exist_ok=True)
    (outside / "SECRET.md").write_text(PAPER.replace("item: B1", "item: B2"))
    path = standing.root / link
    path.symlink_to(
        outside / target.removeprefix("outside").lstrip("/") if target.startswith("outside") else standing.root / target
    )
    result = standing.run("build")
    assert (result.exit_code, f"{link}:1:1: error [link] this is a link to another place." in result.output) == (1, True)
    assert _private_outside(standing) == []
    assert _stands(standing)


@pytest.mark.parametrize(
    "name", ["../secret.png", "../../../secret.png", "x/../../secret.png", "/etc/hostname", "..", "a\\..\\b.png"]
)
def test_an_attachment_is_not_looked_for_elsewhere(standing: TinySite, name: str) -> None:
    """Its name is that of a file beside the paper."""
    (standing.root / "content/secret.png").write_bytes(b"SECRET")
    (standing.root / "content/meetings/secret.png").write_bytes(b"SECRET")
    attached = f"title: The bridge\nattachments:\n  - {{file: '{name}', access: public, title: Map}}\n"
    standing.write(f"{FOLDER}/b1.md", PAPER.replace("title: The bridge\n", attached))
    result = standing.run("build")
    assert result.exit_code == 1
    assert f"{FOLDER}/b1.md:7:12: error [invalid-value]" in result.output
    assert name not in result.output.replace("`..`", "")
    assert _private_outside(standing) == []
    assert _stands(standing)


def test_a_record_that_is_itself_a_link_is_kept_apart_by_where_it_leads(standing: TinySite, tmp_path: Path) -> None:
    """The folder of the record may be a link, to another disk for instance; what MkDocs publishes must not lie there."""
    elsewhere = tmp_path.parent / f"{tmp_path.name}-record"
    (standing.root / "content").rename(elsewhere)
    (standing.root / "content").symlink_to(elsewhere)
    for folder in (str(elsewhere), str(elsewhere / "meetings"), str(elsewhere.parent)):
        _configure(standing, f"docs_dir: {folder}")
        assert _mkdocs("build").exit_code == 1
        assert _stands(standing)
    standing.write("mkdocs.yml", MKDOCS)
    standing.build()
    assert _private_outside(standing) == []


@pytest.mark.parametrize("folder", ["site_config/pages", "site", "site_config"])
def test_a_record_that_leads_into_what_is_published_is_refused(standing: TinySite, folder: str) -> None:
    """Or the other way about."""
    shutil.rmtree(standing.root / "content")
    (standing.root / "content").symlink_to(standing.root / folder)
    assert _mkdocs("build").exit_code == 1
    assert _stands(standing)


def test_another_generator_finds_nothing_of_the_record() -> None:
    """One that reads our mkdocs.yml and knows nothing of our plugin."""
    docs = Path(load_config(str(ROOT / "mkdocs.yml")).docs_dir).resolve()
    content = (ROOT / "content").resolve()
    record = {path.read_bytes() for path in content.rglob("*") if path.is_file()}
    found = [Path(folder, name) for folder, _, names in os.walk(docs, followlinks=True) for name in names]
    assert found
    assert [path for path in found if path.resolve().is_relative_to(content) or path.read_bytes() in record] == []
