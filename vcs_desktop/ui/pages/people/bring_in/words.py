"""What is said of a spreadsheet: before it comes in, row by row, and after."""

from collections import Counter
from collections.abc import Iterator, Mapping

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.services.people_import import Decision, ImportDone, ImportPreview, PreviewRow
from vcs_desktop.ui.pages.people import words
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

Decisions = Mapping[int, Decision]


def decided(row: PreviewRow, decisions: Decisions) -> Decision:
    """Return what happens to a row: what a person said, or else what is advised."""
    if row.person is None:
        return Decision.LEAVE_OUT
    return decisions.get(row.number, row.advised)


def counts(preview: ImportPreview, decisions: Decisions) -> Counter[Decision]:
    """Return how many rows are added, merged and left out."""
    return Counter(decided(row, decisions) for row in preview.rows)


def summary(preview: ImportPreview, decisions: Decisions) -> str:
    """Return in numbers what would come of it."""
    many = counts(preview, decisions)
    said = [
        tr_count(
            "{count} person will be added.", "{count} people will be added.", many[Decision.ADD]
        )
    ]
    if merged := many[Decision.MERGE]:
        said.append(
            tr_count(
                "{count} row goes to somebody who is here already.",
                "{count} rows go to somebody who is here already.",
                merged,
            )
        )
    if out := many[Decision.LEAVE_OUT]:
        said.append(tr_count("{count} row stays out.", "{count} rows stay out.", out))
    return sentences(*said)


def button_words(preview: ImportPreview, decisions: Decisions) -> str:
    """Return what the button says that does it: "Add 5 people"."""
    many = counts(preview, decisions)
    if not many[Decision.ADD] and many[Decision.MERGE]:
        return tr_count("Bring in {count} row", "Bring in {count} rows", many[Decision.MERGE])
    return tr_count("Add {count} person", "Add {count} people", many[Decision.ADD])


def done_words(done: ImportDone) -> str:
    """Return what came of it."""
    said = []
    if done.added:
        said.append(tr_count("Added {count} person.", "Added {count} people.", done.added))
    if done.merged:
        said.append(
            tr_count(
                "{count} row went to somebody who was here.",
                "{count} rows went to somebody who was here.",
                done.merged,
            )
        )
    if done.unchanged:
        said.append(
            tr_count(
                "{count} row said nothing new.", "{count} rows said nothing new.", done.unchanged
            )
        )
    return sentences(*said) if said else tr("Nothing was added.")


def rows_of(preview: ImportPreview, decisions: Decisions) -> list[TitleRow]:
    """Return every row for a list, those to look at first under a heading of their own."""
    first = [row for row in preview.rows if _wants_a_look(row)]
    rest = [row for row in preview.rows if not _wants_a_look(row)]
    if not first or not rest:
        return [row_of(row, decisions) for row in preview.rows]
    return [
        TitleRow("", tr_count("Look at {count} row", "Look at {count} rows", len(first))),
        *(row_of(row, decisions) for row in first),
        TitleRow("", tr_count("{count} row is fine", "{count} rows are fine", len(rest))),
        *(row_of(row, decisions) for row in rest),
    ]


def row_of(row: PreviewRow, decisions: Decisions) -> TitleRow:
    """Return one row for the list."""
    mark, icon, colour = _mark(row, decided(row, decisions))
    person = row.person
    name = person.name if person else tr("Row {row}", row=row.number)
    said = (person.phone, person.email, _roles(row)) if person else row.problems
    return TitleRow(
        str(row.number),
        short_prose(name),
        line=short_prose(" · ".join(filter(None, said))),
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
    )


def choices_of(row: PreviewRow) -> Iterator[tuple[str, str]]:
    """Yield what can be done with a row, what is advised first."""
    offered = {
        Decision.ADD: tr("Add as a new person"),
        Decision.MERGE: tr("Add it to {name}", name=_other(row)),
        Decision.LEAVE_OUT: tr("Leave this row out"),
    }
    if row.same_as is None:
        del offered[Decision.MERGE]
    yield row.advised.value, offered.pop(row.advised)
    for decision, said in offered.items():
        yield decision.value, said


def same_as_words(row: PreviewRow) -> str:
    """Return whom a row looks the same as, and why."""
    if row.same_as is None:
        return ""
    if row.same_as.row:
        said = tr(
            "This looks the same as row {row}, {name}.", row=row.same_as.row, name=_other(row)
        )
    else:
        said = tr("This looks the same as {name}, who is here already.", name=_other(row))
    return sentences(said, short_prose(row.same_as.why, 1_000))


def if_merged_words(row: PreviewRow) -> str:
    """Return what stands before what would stay out if a row went to whom it looks like."""
    return tr("If you add it to {name}:", name=_other(row))


def _other(row: PreviewRow) -> str:
    return short_prose(row.same_as.name, 80) if row.same_as else ""


def _wants_a_look(row: PreviewRow) -> bool:
    return row.person is None or bool(row.problems) or row.same_as is not None


def _mark(row: PreviewRow, decision: Decision) -> tuple[str, str, str]:
    if row.person is None:
        return tr("Stays out"), "circle-x", "bad"
    if decision is Decision.LEAVE_OUT:
        return tr("Stays out"), "circle-x", "muted"
    if decision is Decision.MERGE:
        return tr("Goes to somebody who is here"), "merge", "info"
    if row.same_as is not None:
        return tr("Looks the same as somebody"), "users", "warn"
    return (tr("Something stays out"), "triangle-alert", "warn") if row.problems else ("", "", "")


def _roles(row: PreviewRow) -> str:
    return ", ".join(words.role_words(role) for role in row.person.roles) if row.person else ""
