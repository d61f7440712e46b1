"""Where the program begins: picks the window or the command line before importing either."""

import sys
from collections.abc import Sequence

PREVIEW_CHILD = "preview-child"
"""So a program that is packed into one file starts itself to look into somebody's file."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 good, 2 cannot use the input, 3 used in part.

    ``words`` are the words after the program's name; None takes them from the
    command line.
    """
    leave_no_memory_behind()
    if words is None and sys.argv[1:] == [PREVIEW_CHILD]:
        from vcs_desktop.feeds.preview_child import main as preview

        return preview()
    from vcs_desktop.app.cli_arguments import parser, with_file

    arguments = parser().understood(with_file(sys.argv[1:] if words is None else words))
    if arguments.command is None:
        from vcs_desktop.app.main import open_window

        return open_window(arguments)
    from vcs_desktop.app.cli import run

    return run(arguments)


def leave_no_memory_behind() -> None:
    """Let no crash write what is in memory to the disk: it holds the key of an open group.

    Where the system asks for it by limits, that is; elsewhere nothing is done.
    Source: core(5); systemd-coredump and apport keep nothing where the limit is 0 either.
    """
    try:
        import resource
    except ImportError:  # Windows
        return
    try:
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))
    except (OSError, ValueError):
        return
