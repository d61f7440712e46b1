"""Where the program begins: before anything else, nothing of its memory may come to the disk."""

import subprocess
import sys

import pytest

resource = pytest.importorskip("resource")
BEGIN = """
import resource
from vcs_desktop.app.entry import main
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (min(4096, most) if most >= 0 else 4096, most))
try:
    main(["group", "list", "--data-dir", {folder!r}])
finally:
    print(resource.getrlimit(resource.RLIMIT_CORE)[0])
"""


def test_a_crash_leaves_nothing_of_what_was_in_memory(tmp_path):
    code = BEGIN.format(folder=str(tmp_path / "data"))
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert ran.stdout.splitlines()[-1] == "0", ran.stderr
