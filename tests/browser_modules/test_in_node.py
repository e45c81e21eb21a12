"""The browser's modules that need no page, tested by the runner that Node brings along.

Node itself comes with Playwright's driver, so that nothing has to be installed for it.
"""

import subprocess
from pathlib import Path

import playwright
import pytest

HERE = Path(__file__).parent
NODE = Path(playwright.__file__).parent / "driver" / "node"


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.js")), ids=lambda file: file.name)
def test_module(file: Path) -> None:
    command = [str(NODE), "--test", "--test-reporter=spec", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
