"""What the repository gives to editors: it points at files that exist, understands `check`, proposes what `check` accepts."""

from __future__ import annotations

import configparser
import json
import re
from pathlib import Path
from typing import Any

import pytest

from builders import findings
from public_record.model.kinds import FORMS
from tiny import FOLDER, PAPER, TinySite

ROOT = Path(__file__).parents[1]
EDITOR = ROOT / ".vscode"
MEETING = "meetings/2026-12-14-hill"


def _json(name: str) -> Any:
    return json.loads((EDITOR / name).read_text(encoding="utf-8"))


def test_the_settings_point_at_schemas_and_files_that_exist() -> None:
    """A path that leads nowhere helps in silence, which is not at all."""
    schemas: dict[str, str] = _json("settings.json")["yaml.schemas"]
    assert {schema: (ROOT / schema).is_file() for schema in schemas} == dict.fromkeys(schemas, True)
    assert {pattern: any(ROOT.glob(pattern)) for pattern in schemas.values()} == dict.fromkeys(schemas.values(), True)


@pytest.mark.record
def test_the_lines_for_editors_point_at_schemas_that_exist() -> None:
    """Wherever one stands in the repository."""
    files = [ROOT / "site_config" / "record.yml", *(ROOT / "content").rglob("*.md")]
    lines = [(path, line) for path in files for line in path.read_text().splitlines() if "yaml-language-server" in line]
    assert lines
    assert [path for path, line in lines if not (path.parent / line.partition("$schema=")[2]).is_file()] == []


def test_what_check_says_is_understood(tmp_path: Path) -> None:
    """Each finding is underlined at its place."""
    project = TinySite(tmp_path)
    project.write(f"{FOLDER}/b1.md", PAPER.replace("item: B1", "item: B9"))
    pattern = _json("tasks.json")["tasks"][0]["problemMatcher"]["pattern"]
    read = [match for line in project.run("check").output.splitlines() if (match := re.match(pattern["regexp"], line))]
    assert [(one[pattern["file"]], one[pattern["line"]], one[pattern["severity"]], one[pattern["code"]]) for one in read] == [
        (f"{FOLDER}/b1-appendix-a.md", "5", "error", "unknown-item"),
        (f"{FOLDER}/b1.md", "4", "error", "unknown-item"),
    ]


@pytest.mark.parametrize("task", range(2))
def test_the_tasks_are_verbs_that_there_are(task: int, tmp_path: Path) -> None:
    """As the README shows them."""
    words = _json("tasks.json")["tasks"][task]["command"].split()
    assert words[:2] == ["python3", "build.py"]
    assert TinySite(tmp_path).run(*words[2:], "--help").exit_code == 0


def _filled_in(name: str) -> str:
    """Write a snippet as it stands when every proposal is accepted."""
    body = "\n".join(_json("record.code-snippets")[name]["body"])
    return re.sub(r"\$\{\d+(?::([^}]*)|\|([^,|]*)[^|]*\|)\}", lambda match: match[1] or match[2], body)


def test_what_the_snippets_propose_passes_check() -> None:
    """All of them, each where it belongs."""
    items = "\n".join(
        f"      {line}"
        for name in ("Item of an agenda", "Restricted item of an agenda")
        for line in _filled_in(name).split("\n")
    )
    head = "access: public\nbody: hill\ndate: 2026-12-14\n"
    agenda = f"---\nkind: agenda\n{head}published: 2026-12-03\nsections:\n  - title: Matters\n    items:\n{items}\n---\n"
    minute, report = _filled_in("Minute"), _filled_in("Report asked for")
    front = f"---\nkind: notes\n{head}present:\n  {_filled_in('Person')}\n---\n\n"
    notes = f"{front}{minute}\n\n{report}\n{_filled_in('Restricted passage')}"
    tree = {f"{MEETING}/agenda.md": agenda, f"{MEETING}/notes.md": notes}
    assert [str(finding) for finding in findings(tree)] == []
    assert len(_json("record.code-snippets")) == 6


def test_editors_are_asked_for_what_check_asks_for() -> None:
    """UTF-8, ordinary line ends, spaces."""
    config = configparser.ConfigParser()
    config.read_string("[root]\n" + (ROOT / ".editorconfig").read_text())
    asked = {key: config["*"][key] for key in ("charset", "end_of_line", "indent_style")}
    assert asked == {"charset": "utf-8", "end_of_line": "lf", "indent_style": "space"}


def test_a_line_for_editors_is_accepted_in_every_kind() -> None:
    """The strict reader passes over comments."""
    documents = {
        "agenda": "body: hill\ndate: 2026-12-14\npublished: 2026-12-03\nsections: [{title: A, items: [{ref: B1, title: A}]}]\n",
        "paper": "item: B1\ntitle: A\n",
        "appendix": "item: B1\nappendix: A\ntitle: A\n",
        "notes": "body: hill\ndate: 2026-12-14\n",
        "agreement": 'version: "1.0"\ntitle: A\nknown: whole\n',
    }
    assert documents.keys() == FORMS.keys()
    folders = {kind: "agreement" if kind == "agreement" else MEETING for kind in documents}
    head = "---\n# yaml-language-server: $schema=../../../docs/schema/{kind}.schema.json\nkind: {kind}\naccess: public\n"
    tree = {f"{folders[kind]}/{kind}.md": head.format(kind=kind) + keys + "---\n" for kind, keys in documents.items()}
    assert [str(finding) for finding in findings(tree)] == []
