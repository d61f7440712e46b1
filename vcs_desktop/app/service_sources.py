"""``vcs-service template`` and ``fetch``: what there is to publish, out of a workbook or a service.

Each takes a clock and the words, as every command of ``vcs-service`` does.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import GOOD, USED_IN_PART, Answer, how_many, paragraphs
from vcs_desktop.app.cli_words import Parser, day
from vcs_desktop.core.clock import Clock
from vcs_desktop.services.publishing.folder_hold import fetching_alone

if TYPE_CHECKING:
    from vcs_desktop.publishing.ocds_api import Fetched


def template(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Write the empty workbook in which a council's people put what they publish."""
    from vcs_desktop.services.publishing import PublishingService

    PublishingService(clock).write_template(arguments.out)
    return Answer({"file": str(arguments.out)}, f"Written: {arguments.out}")


def fetch(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Fetch contracts, page by page, into a file that can be published; ended, it goes on."""
    from vcs_desktop.publishing.ocds_api import api_called
    from vcs_desktop.publishing.ocds_api import fetch as fetch_all

    api = api_called(arguments.api)
    with fetching_alone(arguments.out):
        done = fetch_all(api, arguments.since, arguments.out, clock=clock, tell=_say_how_it_goes)
    is_whole = not done.not_usable and not done.ended_early
    return Answer(_as_json(done), _in_words(done), GOOD if is_whole else USED_IN_PART)


COMMANDS: Mapping[str, Callable[[Clock, argparse.Namespace], Answer]] = {
    "template": template,
    "fetch": fetch,
}


def add_commands(nouns: Any, add: Callable[[Any, str, str], Parser]) -> None:
    """Add these commands; ``add`` makes one of its name and of what it does."""
    made = add(nouns, "template", "write an empty workbook for grants, events, a plan and facts")
    made.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx")
    fetching = add(nouns, "fetch", "fetch contracts from a service, to publish them then")
    fetching.add_argument(
        "--api",
        required=True,
        metavar="NAME",
        help="contracts-finder, find-a-tender, or the address of a first page; {since} in it is "
        "the day",
    )
    fetching.add_argument(
        "--since", type=day, required=True, metavar="DAY", help="such as 2026-11-01"
    )
    fetching.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="where the file is written"
    )


def _as_json(done: "Fetched") -> dict[str, Any]:
    return {
        "file": str(done.path),
        "pages": done.pages,
        "releases": done.releases,
        "processes": done.processes,
        "not_usable": done.not_usable,
        "ended_early": done.ended_early,
    }


def _in_words(done: "Fetched") -> str:
    return paragraphs(
        f"{how_many(done.processes, 'contract')} out of {how_many(done.releases, 'notice')} on "
        f"{how_many(done.pages, 'page')}",
        f"Not usable: {how_many(done.not_usable, 'entry', 'entries')}" if done.not_usable else "",
        f"Not all came: {done.ended_early}" if done.ended_early else "",
        f"Written: {done.path}",
    )


def _say_how_it_goes(words: str) -> None:
    sys.stderr.write(f"{words}\n")
