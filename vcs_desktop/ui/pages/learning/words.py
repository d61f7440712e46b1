"""Guides in a few words. No widgets."""

from collections.abc import Iterable
from itertools import groupby

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.days import local_day, shortly
from vcs_desktop.domain.learning import GuideLine, GuideList, GuideState, Score, in_minutes
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

ENGLISH = "en"
_MOST_LETTERS = 1_000


def sentence(text: str) -> str:
    """Return words of a guide that are short by nature, such as a goal or an answer."""
    return short_prose(text, _MOST_LETTERS)


def about(line: GuideLine) -> str:
    """Return topic, level and time of a guide in one line."""
    practice = tr("Practice") if line.practice else ""
    return " · ".join(filter(None, (practice, line.topic, line.level, in_minutes(line.minutes))))


def state_of(line: GuideLine) -> str:
    """Return what was done with a guide, or an empty text for nothing yet."""
    marks = line.marks
    if marks.done_at is not None:
        return tr("Done on {day}", day=shortly(local_day(marks.done_at)))
    if marks.state is not GuideState.BEGUN:
        return ""
    if line.minutes_left is None:
        return tr("You have begun")
    return tr_count("About {count} minute left", "About {count} minutes left", line.minutes_left)


def rows_of(lines: Iterable[GuideLine]) -> list[TitleRow]:
    """Return guides as rows of the list, each topic under a heading."""
    rows: list[TitleRow] = []
    for topic, guides in groupby(lines, key=lambda line: line.topic):
        rows += [TitleRow("", topic)] if topic else []
        rows += map(_row_of, guides)
    return rows


def _row_of(line: GuideLine) -> TitleRow:
    done = line.marks.state is GuideState.DONE
    practice = tr("Practice") if line.practice else ""
    return TitleRow(
        id=line.id,
        title=line.title,
        line=" · ".join(filter(None, (practice, in_minutes(line.minutes), line.level))),
        mark=state_of(line),
        mark_icon="circle-check" if done else "clock",
        mark_colour="ok" if done else "info",
        under=line.topic,
    )


def headline(answer: GuideList, *, filtered: bool) -> str:
    """Return the line under the title: how many guides, how many of them done."""
    count = len(answer.lines)
    if filtered:
        said = tr("{found} of {total} guides", found=count, total=answer.total)
    else:
        said = tr_count("{count} guide", "{count} guides", count)
    if not answer.done:
        return said
    done = tr_count("You have done {count}.", "You have done {count}.", answer.done)
    return tr("{guides}. {done}", guides=said, done=done)


def score_in_words(score: Score) -> str:
    """Return how a check went."""
    return tr(
        "You had {right} of {asked} right the first time.", right=score.right, asked=score.asked
    )


def left_to_answer(score: Score) -> str:
    """Return how many questions have no answer yet, empty for none."""
    left = score.asked - score.answered
    if not left:
        return ""
    return tr_count(
        "{count} question has no answer yet.", "{count} questions have no answer yet.", left
    )


def is_english(line: GuideLine) -> bool:
    """Say whether a guide is in English, as the rest of the window is."""
    return line.language.partition("-")[0] in ("", ENGLISH)
