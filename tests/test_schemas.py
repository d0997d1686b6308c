"""The schemas that editors are given: they accept what `check` accepts, and refuse what a slip makes of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from public_record.model.kinds import FORMS
from public_record.schemas import schemas

ROOT = Path(__file__).parents[1]
SCHEMAS: dict[str, Any] = {name: json.loads(text) for name, text in schemas()}
REGISTRY: Registry[Any] = Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items())


class EditorsYaml(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, in which a date is text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - PyYAML's own name for its own table


EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?\d+$"), list("-+0123456789"))
EditorsYaml.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?\d+\.\d*$"), list("-+0123456789"))


def _wrong(values: Any, name: str = "document.schema.json") -> list[str]:
    validator = Draft202012Validator(SCHEMAS[name], registry=REGISTRY)
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.validator}" for error in validator.iter_errors(values)]


def _front(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8").split("---\n", 2)[1], EditorsYaml)  # noqa: S506 - a SafeLoader


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    """Whatever reads it must be able to."""
    Draft202012Validator.check_schema(SCHEMAS[name])


def test_every_kind_has_a_schema() -> None:
    """Beside them one for all kinds, and one for the settings."""
    assert sorted(SCHEMAS) == sorted(
        [*(f"{kind}.schema.json" for kind in FORMS), "document.schema.json", "settings.schema.json"]
    )


@pytest.mark.record
def test_the_record_that_check_accepts_is_accepted() -> None:
    """An editor that underlines what is right teaches its clerk to look away."""
    documents = sorted((ROOT / "content").rglob("*.md"))
    assert len(documents) > 30
    assert {path.name: wrong for path in documents if (wrong := _wrong(_front(path)))} == {}


def test_the_settings_are_accepted() -> None:
    """By their own schema."""
    settings = yaml.load((ROOT / "site_config" / "record.yml").read_text(encoding="utf-8"), EditorsYaml)  # noqa: S506
    assert _wrong(settings, "settings.schema.json") == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"kind": "paper", "access": "Public"}, ["access: enum"]),
        ({"kind": "paper", "acess": "public"}, [": additionalProperties", ": required"]),
        ({"kind": "minutes", "access": "public"}, ["kind: enum"]),
        ({"kind": "paper", "access": "public", "by": [{"nome": "A"}]}, ["by.0: anyOf"]),
        ({"access": "public"}, [": required"]),
    ],
    ids=["capital", "misspelt-key", "unknown-kind", "inside-a-person", "no-kind"],
)
def test_a_slip_is_underlined(values: dict[str, Any], expected: list[str]) -> None:
    """The same that `check` would refuse."""
    assert sorted(_wrong(values)) == expected
