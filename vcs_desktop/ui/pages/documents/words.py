"""What the page says of papers and of their files."""

from collections.abc import Iterator
from datetime import date

from vcs_desktop.core.language import sentences, tr, tr_count, tr_marked
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.group_documents import NAMES, DocumentKind
from vcs_desktop.domain.papers import Paper, PaperVersion, has_run_out, is_due, name_of
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.services.papers import FilesAdded, PaperLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

_KB, _MB = 1_000, 1_000_000
_MOST_NAMED = 3


def kind_choices() -> list[tuple[str, str]]:
    """Return each kind of paper with its name; the last is any other."""
    return [(kind.value, tr_marked(said)) for kind, said in NAMES.items()]


def kind_in_words(kind: DocumentKind) -> str:
    """Return what kind of paper it is."""
    return tr_marked(NAMES[kind])


def row_of(line: PaperLine) -> TitleRow:
    """Return a paper as a row of the list."""
    mark, icon, colour = _mark_of(line)
    return TitleRow(
        line.id,
        short_prose(line.name),
        line=_line_of(line),
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
    )


def _mark_of(line: PaperLine) -> tuple[str, str, str]:
    if line.has_choice:
        return tr("Two versions"), "merge", "info"
    if line.has_run_out:
        return tr("Has run out"), "triangle-alert", "bad"
    if line.is_due:
        return tr("Time to look through it again"), "triangle-alert", "warn"
    if line.needs_a_look and line.paper.expires_on is not None:
        return tr("Runs out on {day}", day=shortly(line.paper.expires_on)), "clock", "warn"
    return "", "", "muted"


def _line_of(line: PaperLine) -> str:
    kind, paper = kind_in_words(line.kind), line.paper
    said = [] if kind == line.name or line.kind == DocumentKind.OTHER else [kind]
    if paper.agreed_on is not None:
        said.append(tr("Agreed {day}", day=shortly(paper.agreed_on)))
    count = sum(each.file is not None for each in paper.versions)
    files = tr_count("{count} file", "{count} files", count)
    said.append(files if count else tr("No file yet"))
    return " · ".join(said)


def due_words(paper: Paper, today: date) -> Iterator[str]:
    """Yield what somebody should see to."""
    if has_run_out(paper, today) and paper.expires_on is not None:
        yield tr("This ran out on {day}. Is there a newer one?", day=shortly(paper.expires_on))
    if is_due(paper, today) and paper.review_on is not None:
        day = shortly(paper.review_on)
        yield tr("You wanted to look through this again on {day}.", day=day)


def size_in_words(size: int) -> str:
    """Return how large a file is, as people say it."""
    if size >= _MB:
        return tr("{size} MB", size=f"{size / _MB:,.1f}")
    return tr("{size} KB", size=f"{max(1, round(size / _KB)):,}")


def version_words(version: PaperVersion) -> str:
    """Return what is said of a version: its file, its size, and when it came."""
    stored = version.file or StoredFile()
    said = [short_prose(stored.name or version.label), size_in_words(stored.size)]
    if version.added_on is not None:
        said.append(tr("added {day}", day=shortly(version.added_on)))
    return " · ".join(said)


def added_words(added: FilesAdded) -> str:
    """Return what came of adding files, with the kind that was guessed, and what stayed out."""
    count = len(added.papers)
    said = []
    if count == 1:
        (paper,) = added.papers
        if paper.kind == DocumentKind.OTHER:
            said.append(tr("Added: {name}.", name=short_prose(name_of(paper))))
        else:
            said.append(
                tr(
                    "Added: {name}. By its name we took it for: {kind}. You can change that.",
                    name=short_prose(name_of(paper)),
                    kind=kind_in_words(paper.kind),
                )
            )
    elif count:
        said.append(tr_count("{count} paper was added.", "{count} papers were added.", count))
        if any(each.kind != DocumentKind.OTHER for each in added.papers):
            said.append(tr("We guessed the kind of some by their names. You can change that."))
    if added.was_stopped:
        said.append(tr("You stopped it, so the rest was not added."))
    return sentences(*said) if said else ""


def left_out_words(added: FilesAdded) -> str:
    """Return which files could not be added, and why; nothing where all were."""
    said = [
        tr(
            "“{file}” was not added. {why}",
            file=short_prose(each.file_name),
            why=sentences(each.why.message, each.why.advice),
        )
        for each in added.left_out[:_MOST_NAMED]
    ]
    more = len(added.left_out) - _MOST_NAMED
    if more > 0:
        said.append(tr_count("And {count} more.", "And {count} more.", more))
    return sentences(*said) if said else ""


def how_to_open(stored: StoredFile) -> str:
    """Return what is said of a file that is not shown here."""
    return tr(
        "“{file}” is not shown here. Files can carry harm: open it only if you know who made it.",
        file=short_prose(stored.name),
    )
