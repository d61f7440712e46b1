"""Where ``vcs-service`` begins: the program of whoever publishes a library or runs the service."""

import sys
from collections.abc import Sequence

from vcs_desktop.app.entry import leave_no_memory_behind


def main(words: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 good, 2 cannot use the input, 3 used in part.

    ``words`` are the words after the program's name; None takes them from the
    command line.
    """
    leave_no_memory_behind()
    from vcs_desktop.app.service_arguments import parser

    arguments = parser().understood(words)
    from vcs_desktop.app.cli_service import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
