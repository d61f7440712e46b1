"""Fetches made-up pages, and ends without warning at some step: at some touch of a file.

``python -m tests.support.ended_fetch FOLDER STEP`` does so as a process of its own; 0 is never.
"""

import json
import os
import sys
from datetime import date
from functools import cache
from pathlib import Path

from tests.support.ocds_server import some_pages
from vcs_desktop.publishing.ocds_api import Api, Reply, fetch

ENDED = 9
PAGES = 4
_TOUCHES = {"open", "os.rename", "os.remove", "os.truncate", "os.rmdir", "os.mkdir"}
_BASE = "https://service.example.org/ocds"


class Ended(BaseException):
    """As if the process was gone: from then on it touches no file."""


class _Steps:
    """Counts the touches of files in a folder, and ends everything at one of them."""

    def __init__(self):
        self.folder = None
        self.left = 0
        self.end = None

    def count(self, event, given):
        if self.folder is None or event not in _TOUCHES or str(self.folder) not in str(given[0]):
            return
        self.left -= 1
        if self.left <= 0:
            self.end()


_steps = _Steps()


@cache
def _see_steps():
    """Let every step be counted; a hook stays as long as the process, so once."""
    sys.addaudithook(_steps.count)


def _raise():
    raise Ended


def ask(address, most):
    """Answer with the page that an address asks for."""
    number = int(address.partition("cursor=")[2] or 0)
    page = some_pages(PAGES)[number]
    if number + 1 < PAGES:
        page["links"] = {"next": f"{_BASE}?cursor={number + 1}"}
    return Reply(200, {}, json.dumps(page).encode())


def fetched(folder, step, end=_raise):
    """Fetch, and say whether it came to its end."""
    _see_steps()
    _steps.folder, _steps.left, _steps.end = (folder if step else None), step, end
    try:
        fetch(Api("The service", "the-service", _BASE, {}), date(2026, 11, 1), folder, ask=ask)
    except Ended:
        return False
    finally:
        _steps.folder = None
    return True


if __name__ == "__main__":
    fetched(Path(sys.argv[1]), int(sys.argv[2]), lambda: os._exit(ENDED))
