"""Everything about one person as a web page: what is kept now, where, and what was done with it."""

from collections.abc import Iterator, Sequence

from vcs_desktop.core.language import tr
from vcs_desktop.documents.about_person.data import AboutPerson, Named
from vcs_desktop.documents.about_person.words import (
    deed_words,
    field_words,
    kind_words,
    value_lines,
)
from vcs_desktop.documents.web import page, said
from vcs_desktop.domain.days import in_words, local_day, shortly, with_time
from vcs_desktop.domain.history import Entry
from vcs_desktop.domain.took_part import TookPart

STYLE = """
.lead { font-size: 1.15rem; } .about { color: #4a565d; margin: .1rem 0; }
.read { border: 1px solid #767f86; border-radius: 8px; padding: .2rem 1.2rem .6rem;
  margin: 1rem 0; }
.read h2 { font-size: 1.1rem; }
tbody th { width: 34%; }
h3 { margin-top: 1.4rem; }
"""


def about_page(about: AboutPerson, json_name: str) -> str:
    """Return the page; ``json_name`` is the file that has the same for a computer."""
    title = tr("Everything about {name}", name=about.name)
    return page(title, STYLE, _lines(about, title, json_name))


def _lines(about: AboutPerson, title: str, json_name: str) -> Iterator[str]:
    yield f'<h1 dir="auto">{said(title)}</h1>'
    made_on = in_words(local_day(about.made_at))
    lead = tr(
        "This is all that {group} keeps about {name} in VCS Desktop. It was made on {day}.",
        group=about.group,
        name=about.name,
        day=made_on,
    )
    yield f'<p class="lead" dir="auto">{said(lead)}</p>'
    yield from _how_to_read(about, json_name)
    yield _section(tr("What is kept now"))
    yield from _kept_now(about)
    yield "</section>"
    yield from _took_part(about.took_part)
    yield from _named(about.named)
    yield _section(tr("What was done with this record"))
    yield from _past(about.history)
    yield "</section>"
    for each in about.earlier:
        yield from _earlier(each)


def _how_to_read(about: AboutPerson, json_name: str) -> Iterator[str]:
    told = [
        tr("First comes what is kept now. Then comes what was changed, when, and by whom."),
        tr("The file {file} has the same in a form for computers.", file=json_name),
        tr("Copies that were made before today may hold older versions of this."),
        tr("What the group has on paper, in emails or on phones is not in here."),
        tr("Other people may be named. Look it through before you hand it on."),
    ]
    if about.binned_at is not None:
        told.insert(
            0, tr("The record is in the bin. It is kept until somebody deletes it for good.")
        )
    title = tr("How to read this")
    yield f'<section class="read"><h2>{said(title)}</h2><ul>'
    yield from (f"<li>{said(each)}</li>" for each in told)
    yield "</ul></section>"


def _kept_now(about: AboutPerson) -> Iterator[str]:
    rows = [(name, value_lines(name, value)) for name, value in about.values.items()]
    for name, versions in about.choices.items():
        rows += [
            (name, [tr("Another version:"), *value_lines(name, version)])
            for version in versions
            if version != about.values.get(name)
        ]
    yield "<table><tbody>"
    for name, lines in sorted(rows, key=lambda row: _place(row[0])):
        if lines:
            yield _row(field_words(name), lines)
    yield "</tbody></table>"


def _earlier(about: AboutPerson) -> Iterator[str]:
    """Tell of a record that was made one with this; it lies in the bin."""
    title = tr("Another record, made one with this: {name}", name=about.name)
    yield _section(title)
    yield from _kept_now(about)
    yield from _past(about.history)
    yield "</section>"


def _named(named: Sequence[Named]) -> Iterator[str]:
    yield _section(tr("Where else this name is found"))
    if not named:
        nowhere = tr("Nowhere else in the records of this group.")
        yield f"<p>{said(nowhere)}</p>"
    else:
        look = tr("These were found by the name. Some may be about somebody else.")
        yield f"<p>{said(look)}</p><table><tbody>"
        for each in named:
            title = tr("{kind}: {title}", kind=kind_words(each.kind), title=each.title)
            lines = list(each.passages)
            if each.in_bin:
                lines.append(tr("This record is in the bin."))
            yield _row(title if each.title else kind_words(each.kind), lines)
        yield "</tbody></table>"
    yield "</section>"


def _took_part(parts: Sequence[TookPart]) -> Iterator[str]:
    """Tell what other records say of this person, and of nobody else."""
    yield _section(tr("Where they took part"))
    if not parts:
        nowhere = tr("Nothing is written down of this.")
        yield f"<p>{said(nowhere)}</p>"
    else:
        yield "<table><tbody>"
        for each in parts:
            lines = [tr("{kind}: {title}", kind=kind_words(each.kind), title=each.title)]
            lines += each.lines
            if each.in_bin:
                lines.append(tr("This record is in the bin."))
            yield _row(shortly(each.on) if each.on else tr("No day"), lines)
        yield "</tbody></table>"
    yield "</section>"


def _past(history: Sequence[Entry]) -> Iterator[str]:
    for entry in history:
        yield f'<h3 dir="auto">{said(deed_words(entry))}</h3>'
        yield f'<p class="about">{said(with_time(entry.at))}</p>'
        if entry.changes:
            heads = "".join(
                f'<th scope="col">{said(each)}</th>'
                for each in (tr("What"), tr("Before"), tr("After"))
            )
            yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
            for name, change in entry.changes.items():
                was, now = value_lines(name, change.old), value_lines(name, change.new)
                yield _row(field_words(name), was, now)
            yield "</tbody></table>"


def _section(title: str) -> str:
    return f'<section><h2 dir="auto">{said(title)}</h2>'


def _row(title: str, *cells: Sequence[str]) -> str:
    told = "".join(f'<td dir="auto">{"<br>".join(map(said, lines))}</td>' for lines in cells)
    return f'<tr><th scope="row" dir="auto">{said(title)}</th>{told}</tr>'


_ORDER = ("name", "email", "phone", "address", "roles", "skills", "access_needs", "notes")


def _place(name: str) -> tuple[int, str]:
    field = name.partition("/")[0]
    return (_ORDER.index(field) if field in _ORDER else len(_ORDER)), name
