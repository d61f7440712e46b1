"""Writes everything about one person: both files, or neither."""

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vcs_desktop.core.language import tr
from vcs_desktop.documents import two_files
from vcs_desktop.documents.about_person.data import AboutPerson
from vcs_desktop.documents.about_person.page import about_page
from vcs_desktop.documents.file_names import file_word
from vcs_desktop.domain.stored_file import without_secrets
from vcs_desktop.domain.took_part import TookPart

FORMAT = "vcs-desktop-about-person-1"


@dataclass(frozen=True, slots=True)
class Written:
    """Where the page to read is, and the file for a computer."""

    page: Path
    data: Path


def write(folder: Path, about: AboutPerson) -> Written:
    """Write both files under names that are not taken; nobody else's account can read them.

    Raises:
        FolderNotWritable: they cannot be written there.
        DiskFull: there is no room for them.
    """
    written = _free_names(folder, f"about-{file_word(about.name, 'person')}")
    try:
        two_files.write(
            {
                written.data: about_json(about).encode(),
                written.page: about_page(about, written.data.name).encode(),
            },
            private=True,
        )
    except BaseException:
        for each in (written.page, written.data):
            with suppress(OSError):
                each.unlink(missing_ok=True)
        raise
    return written


def about_json(about: AboutPerson) -> str:
    """Return everything as JSON: fields as they are stored, days and moments in ISO form.

    Of files their names and sizes: where they lie, and their keys, go to nobody.
    """
    content = {
        "format": FORMAT,
        "read_me": tr(
            "“person” is what is kept now. “history” is what was done, the newest first. "
            "“named_in” is where else the name is found. “took_part” is what other records "
            "tell of this person alone. “earlier” are other records that "
            "were made one with this."
        ),
        "made_at": about.made_at.isoformat(),
        "group": about.group,
        **_record(about),
        "took_part": [_took_part(about, each) for each in about.took_part],
        "earlier": [_record(each) for each in about.earlier],
    }
    return json.dumps(without_secrets(content), ensure_ascii=False, indent=1) + "\n"


def _record(about: AboutPerson) -> dict[str, Any]:
    return {
        "person": {"id": about.record_id, **about.values},
        "other_versions": {name: list(some) for name, some in about.choices.items()},
        "in_bin_since": about.binned_at.isoformat() if about.binned_at else None,
        "history": [_entry(each) for each in about.history],
        "named_in": [
            {
                "record": each.record_id,
                "kind": each.kind,
                "title": each.title,
                "passages": list(each.passages),
                "in_bin": each.in_bin,
            }
            for each in about.named
        ],
    }


def _took_part(about: AboutPerson, part: TookPart) -> dict[str, Any]:
    return {
        "record": part.record_id,
        "kind": part.kind,
        "title": part.title,
        "on": part.on.isoformat() if part.on else None,
        "told": list(part.lines),
        "fields": dict(about.own_fields.get(part.record_id, {})),
        "in_bin": part.in_bin,
    }


def _entry(entry: Any) -> dict[str, Any]:
    return {
        "at": entry.at.isoformat(),
        "who": entry.who,
        "deed": entry.deed,
        "verb": entry.verb,
        "changes": {
            name: {"old": each.old, "new": each.new} for name, each in entry.changes.items()
        },
    }


def _free_names(folder: Path, begin: str) -> Written:
    number = 1
    while True:
        name = begin if number == 1 else f"{begin}-{number}"
        found = Written(folder / f"{name}.html", folder / f"{name}.json")
        if not found.page.exists() and not found.data.exists():
            return found
        number += 1
