#!/usr/bin/env python3
"""Front door: makes the project's own environment from the locked dependencies on first use, then hands over to it.

`python3 build.py` builds the site; `python3 build.py --help` lists the other verbs. Needs Python 3.11 or later, nothing else.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
OLDEST = (3, 11)
COULD_NOT_RUN = 2


def main(arguments: list[str]) -> int:
    """Make sure of the environment, and run the verb in it. Returns its exit status; 2 if it could not be run."""
    if sys.version_info < OLDEST:
        return _give_up(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}.")
    lock = ROOT / ("requirements-dev.txt" if arguments[:1] == ["test"] else "requirements.txt")
    if not _is_ready(lock) and not _make(lock):
        return COULD_NOT_RUN
    try:
        return subprocess.call([_python(), "-m", "public_record", *arguments], cwd=ROOT)
    except KeyboardInterrupt:
        return 130


def _make(lock: Path) -> bool:
    """Make the environment anew; say why where that fails."""
    print("Making the environment (once; this takes a minute) ...", file=sys.stderr, flush=True)
    try:
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError):
        _give_up("The environment could not be made. On Debian and Ubuntu, install the package python3-venv.")
        return False
    # A lock names all there is, so nothing is resolved: a release that came later must not be looked at.
    for step in (["--require-hashes", "-r", str(lock)], ["--no-build-isolation", "-e", str(ROOT)]):
        command = [_python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", *step]
        if subprocess.call(command, cwd=ROOT) != 0:
            _give_up("The locked dependencies could not be installed; see above.")
            return False
    _stamp(lock).write_text(_digest(lock))
    return True


def _is_ready(lock: Path) -> bool:
    """Say whether the environment holds what a lock asks for. That of the tests holds what a build needs, too."""
    locks = [lock, ROOT / "requirements-dev.txt"]
    return any(_stamp(one).is_file() and _stamp(one).read_text() == _digest(one) for one in locks)


def _digest(lock: Path) -> str:
    """Fingerprint of everything from which the environment is made."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return hashlib.sha256(repr((lock.read_bytes(), project, sys.version)).encode()).hexdigest()


def _stamp(lock: Path) -> Path:
    return ENVIRONMENT / f".made-from-{lock.name}"


def _python() -> str:
    return str(ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def _give_up(why: str) -> int:
    print(why, file=sys.stderr)
    return COULD_NOT_RUN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
