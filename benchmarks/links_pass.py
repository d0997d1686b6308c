"""Measures the register and the pass that resolves references, on the record of the project in the current folder.

By itself, because inside a build it cannot be told from the rest; the record is read and released before the clock starts.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from public_record.examine import build_day
from public_record.links.legislation import Legislation
from public_record.links.references import resolve
from public_record.links.register import Register
from public_record.project import Project
from public_record.publish import prepare

REPORT = "links.json"


def main() -> None:
    publishable = prepare(Project(Path.cwd()), build_day()).publishable
    if publishable is None:
        sys.exit("The record cannot be published.")
    gc.collect()
    started = time.process_time()
    register = Register.of(publishable.record)
    references = resolve(publishable.record, register, Legislation.of(publishable.settings.legislation))
    cost = {"cpu": time.process_time() - started, "entries": len(register.entries), "texts": len(references.spans)}
    Path(REPORT).write_text(json.dumps(cost), encoding="utf-8")


if __name__ == "__main__":
    main()
