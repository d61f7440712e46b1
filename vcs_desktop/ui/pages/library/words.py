"""What the library page says of origins, of loaded files and of previews. No widgets."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.library import STARTER
from vcs_desktop.ui.kind_words import kind_words
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.library import FilePreview, Holdings, LoadedFile, OriginHeld

    Removable = LoadedFile | OriginHeld
    """What a person can take out of the library."""

_MOST_REFUSALS = 100
_NAME = 120


def headline(holdings: "Holdings") -> str:
    """Return how much there is of everything, and the room that it takes."""
    from vcs_desktop.domain.file_words import size_in_words

    total = sum(sum(origin.counts.values()) for origin in holdings.origins)
    return tr(
        "{records} in all. They take {size} on this computer.",
        records=records_in_words(total),
        size=size_in_words(holdings.size_bytes),
    )


def records_in_words(count: int) -> str:
    """Return a number of records."""
    return tr_count("{number} record", "{number} records", count, number=f"{count:,}")


def title_of(origin: "OriginHeld") -> str:
    """Return what an origin is called."""
    return tr("Came with the app") if origin.name == STARTER else origin.title or origin.name


def about(origin: "OriginHeld") -> str:
    """Say in a sentence whose it is."""
    if origin.name == STARTER:
        return tr("It is part of the app. A newer app brings a newer one.")
    return tr("They publish it. Only what they have signed is taken in.")


def facts_of(origin: "OriginHeld") -> list[tuple[str, str]]:
    """Return (name, fact) of an origin."""
    from vcs_desktop.domain.days import in_words
    from vcs_desktop.domain.file_words import size_in_words

    return [
        (tr("As of"), in_words(origin.as_of) if origin.as_of else ""),
        (tr("Version"), f"{origin.version:,}" if origin.version else ""),
        (tr("It holds"), records_in_words(sum(origin.counts.values()))),
        (tr("Room it takes"), tr("about {size}", size=size_in_words(origin.size_bytes))),
        (
            tr("Files that came along"),
            size_in_words(origin.files_bytes) if origin.files_bytes else "",
        ),
    ]


def by_kind(counts: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return (name of a kind, how many)."""
    return [(kind_words(kind)[1], f"{count:,}") for kind, count in counts.items() if count]


def counted_by_kind(counts: Mapping[str, int]) -> str:
    """Return kinds and how many of each in one line."""
    each = [tr("{kind}: {number}", kind=kind, number=number) for kind, number in by_kind(counts)]
    return " · ".join(each)


def name_of(file: "LoadedFile") -> str:
    """Return what a loaded file is called; a name that another wrote has nothing hidden."""
    return short_prose(file.name, _NAME) or tr("Added earlier")


def named(file: "LoadedFile") -> str:
    """Return what a loaded file is called among others of the same name."""
    if not file.folder:
        return name_of(file)
    folder = short_prose(file.folder, _NAME)
    return tr("{file} in the folder {folder}", file=name_of(file), folder=folder)


def about_file(file: "LoadedFile") -> str:
    """Return what came from a file, and when."""
    from vcs_desktop.domain.days import in_words

    count = sum(file.counts.values())
    if file.loaded_on is None:
        return sentences(
            tr("{records}.", records=records_in_words(count)),
            tr("The names of their files were not kept."),
        )
    records, day = records_in_words(count), in_words(file.loaded_on)
    if not file.folder:
        return tr("{records}, added on {day}", records=records, day=day)
    folder = short_prose(file.folder, _NAME)
    return tr(
        "{records}, added on {day} from the folder {folder}",
        records=records, day=day, folder=folder,
    )  # fmt: skip


def removal(what: "Removable") -> tuple[str, str]:
    """Return the question before something goes, and what to know for it."""
    from vcs_desktop.services.library import OriginHeld

    if isinstance(what, OriginHeld):
        return (
            tr("Remove all of {library}?", library=short_prose(title_of(what), _NAME)),
            sentences(
                tr("What you made of it, such as an application, stays."),
                tr("It can be added again. Then its digits have to be compared again."),
            ),
        )
    return (
        tr("Remove what came from {file}?", file=named(what)),
        sentences(
            tr("This cannot be undone. Your file is left alone, so you can add it again."),
            tr("What another file told of too stays, and so does all that others publish."),
        ),
    )


def removed_in_words(what: "Removable", count: int) -> str:
    """Return what went."""
    from vcs_desktop.services.library import OriginHeld

    records = records_in_words(count)
    if isinstance(what, OriginHeld):
        library = short_prose(title_of(what), _NAME)
        return tr("Removed {library}: {records}.", library=library, records=records)
    return tr("Removed what came from {file}: {records}.", file=name_of(what), records=records)


def name_of_path(path: str) -> str:
    """Return what a file is called, without its folder."""
    return short_prose(Path(path).name, _NAME)


def refused_in_words(preview: "FilePreview") -> tuple[str, str]:
    """Return the title of the fold over what cannot be used, and its lines."""
    count = len(preview.refused)
    lines = [
        tr("{place}: {why}", place=short_prose(each.where, _NAME), why=short_prose(each.why))
        for each in preview.refused[:_MOST_REFUSALS]
    ]
    if (more := count - _MOST_REFUSALS) > 0:
        lines.append(tr_count("And {number} more", "And {number} more", more, number=f"{more:,}"))
    title = tr_count("{count} row cannot be used", "{count} rows cannot be used", count)
    return title, "\n".join(lines)
