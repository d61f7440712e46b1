"""Where ``vcs-service`` begins: the program of whoever publishes a library."""

import re
import sys
from collections.abc import Sequence
from importlib import metadata

from vcs_desktop.app.entry import leave_no_memory_behind

EXTRA = "service"
_NEED = re.compile(rf"([A-Za-z0-9._-]+)[^;]*;.*\bextra\s*==\s*['\"]{EXTRA}['\"]")


def main(words: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 good, 2 cannot use the input, 3 used in part.

    ``words`` are the words after the program's name; None takes them from the
    command line.
    """
    leave_no_memory_behind()
    if missing := missing_needs():
        sys.stderr.write(
            f"vcs-service needs more than is installed: {', '.join(missing)}.\n"
            f'Install it with: pip install "vcs-desktop[{EXTRA}]"\n'
        )
        return 2
    from vcs_desktop.app.service_arguments import parser

    arguments = parser().understood(words)
    from vcs_desktop.app.cli_service import run

    return run(arguments)


def missing_needs() -> list[str]:
    """Return what the ``service`` extra asks for and what is not installed."""
    try:
        needs = metadata.requires("vcs-desktop") or []
    except metadata.PackageNotFoundError:  # started from its source
        return []
    named = [found[1] for need in needs if (found := _NEED.match(need))]
    return [name for name in named if not _is_installed(name)]


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
