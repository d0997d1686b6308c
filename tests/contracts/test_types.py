from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.process

HERE = Path(__file__).parent


def test_the_forbidden_calls_are_type_errors() -> None:
    """The type checker refuses sealed text where released text is asked for, and says if it no longer has to."""
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--no-error-summary", str(HERE / "typing_gate.py")],
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout, ran.returncode) == ("", 0)
