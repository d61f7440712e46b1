"""``vcs-desktop sheet`` and ``vcs-desktop tour``: what leaves files for people."""

import argparse

from vcs_desktop.app.cli_answer import GOOD, USED_IN_PART, Answer, how_many, paragraphs
from vcs_desktop.app.parts import Parts


def sheet(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Write the committee sheet, as a PDF and beside it as a web page."""
    from vcs_desktop.feeds.profiles import read_profile

    profile = read_profile(arguments.profile)
    made = parts.sheet.make(arguments.ids, profile, arguments.out, on=arguments.on)
    content = {
        "pdf": str(made.pdf),
        "html": str(made.html),
        "ids": list(made.ids),
        "left_out": list(made.left_out),
    }
    words = paragraphs(
        f"{how_many(len(made.ids), 'grant or contract', 'grants and contracts')} on the sheet",
        f"To print: {made.pdf}",
        f"To read on a screen: {made.html}",
        [f"Not in the library: {each}" for each in made.left_out],
    )
    return Answer(content, words, USED_IN_PART if made.left_out else GOOD)


def tour(parts: Parts, arguments: argparse.Namespace) -> Answer:  # noqa: ARG001  has its own parts
    """Drive the real window through the main job and leave pictures of it."""
    from vcs_desktop.app.tour import run_tour

    code = run_tour(arguments.out)
    left = sorted(file.name for file in arguments.out.iterdir() if file.is_file())
    content = {"out": str(arguments.out), "files": left}
    return Answer(content, paragraphs(f"In {arguments.out}:", left), code)
