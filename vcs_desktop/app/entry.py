"""Where the program begins: picks the window or the command line before importing either."""

import sys
from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 good, 2 cannot use the input, 3 used in part.

    ``words`` are the words after the program's name; None takes them from the
    command line.
    """
    from vcs_desktop.app.cli_arguments import parser

    arguments = parser().parse_args(sys.argv[1:] if words is None else words)
    if arguments.command is None:
        from vcs_desktop.app.main import open_window

        return open_window(arguments)
    from vcs_desktop.app.cli import run

    return run(arguments)
