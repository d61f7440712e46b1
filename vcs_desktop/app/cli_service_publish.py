"""``vcs-service publish`` and ``take-back``: say what will change, then sign it.

Without ``--yes`` nothing is signed and nothing is written.
"""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    USED_IN_PART,
    Answer,
    how_many,
    paragraphs,
)
from vcs_desktop.app.cli_service_keys import words_of
from vcs_desktop.app.folder_hold import publishing_alone
from vcs_desktop.core.clock import Clock
from vcs_desktop.core.errors import CannotUseInput

if TYPE_CHECKING:
    from vcs_desktop.publishing.comparing import Item
    from vcs_desktop.publishing.gathering import Gathered
    from vcs_desktop.publishing.preview import Preview
    from vcs_desktop.publishing.roots import Roots
    from vcs_desktop.publishing.tree import Publishing
    from vcs_desktop.wire.manifest import Manifest

ITEMS_SHOWN = 50
REFUSALS_SHOWN = 20
_SIGNS = {"added": "+", "changed": "~", "gone": "-"}


def publish(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say what publishing some sources would change, and with ``--yes`` publish them."""
    from vcs_desktop.publishing.attaching import attach
    from vcs_desktop.publishing.gathering import gather
    from vcs_desktop.publishing.keys import read_roots
    from vcs_desktop.publishing.preview import preview
    from vcs_desktop.publishing.published import roots_with
    from vcs_desktop.publishing.tree import needs_signing

    roots = roots_with(arguments.tree, read_roots(arguments.keys))
    attached = attach(arguments.attach)
    with gather(arguments.sources) as gathered:
        found = preview(arguments.tree, roots, gathered.lines)
        content = _as_json(found, arguments.tree) | _sources_as_json(gathered)
        content["attachments"] = [asdict(each.said) for each in attached]
        told = [*_sources(gathered), *_changes(found)]
        told += [f"Goes along: {each.path.name} as {each.said.path}" for each in attached]
        if not arguments.yes:
            code = USED_IN_PART if gathered.refused else GOOD
            return Answer(content, paragraphs(told, "Nothing was signed: --yes signs."), code)
        if gathered.refused and not arguments.without_refused:
            return _not_signed(content, told)
        before = found.before
        same_files = before is not None and before.manifest.attachments == tuple(
            each.said for each in attached
        )
        if found.counts.is_nothing and same_files and before is not None:
            if arguments.renew or needs_signing(arguments.tree, roots, before):
                publishing = _publishing(clock, arguments, roots)
                with publishing_alone(arguments.tree):
                    manifest = publishing.renew()
                return _signed(content, told, manifest, gathered)
            return Answer(content, paragraphs(told, "Nothing changed, so nothing was signed."))
        publishing = _publishing(clock, arguments, roots)
        with publishing_alone(arguments.tree):
            note = publishing.publish(gathered.lines, attached)
        return _signed(content, told, note.manifest, gathered)


def take_back(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say what putting an earlier version back would change, and with ``--yes`` publish it."""
    from vcs_desktop.publishing.history import read_history
    from vcs_desktop.publishing.keys import read_roots
    from vcs_desktop.publishing.preview import preview
    from vcs_desktop.publishing.published import published, roots_with
    from vcs_desktop.publishing.tree import lines_of_version, version_to_take_back

    tree = arguments.tree
    roots = roots_with(tree, read_roots(arguments.keys))
    before = published(tree, roots)
    notes = [] if before is None else read_history(tree, roots, before.manifest)
    note = version_to_take_back(notes, arguments.to)
    found = preview(tree, roots, lines_of_version(tree, note))
    content = _as_json(found, tree) | {"to": note.version}
    words = f"Version {note.version} of {note.manifest.issued[:10]}, published by {note.by}:"
    told = [words, *_changes(found)]
    if not arguments.yes:
        return Answer(content, paragraphs(told, "Nothing was signed: --yes signs."))
    publishing = _publishing(clock, arguments, roots)
    with publishing_alone(tree):
        made = publishing.take_back(arguments.to)
    return _signed(content, told, made.manifest, None)


def _publishing(clock: Clock, arguments: argparse.Namespace, roots: "Roots") -> "Publishing":
    """Open the publisher's key of a folder, to sign with it."""
    from vcs_desktop.publishing.keys import opened, usable_key
    from vcs_desktop.publishing.tree import Publishing
    from vcs_desktop.vault.key_file import KeyKind, whole_holder

    checked_by = whole_holder(arguments.checked_by) if arguments.checked_by else ""
    key = usable_key(arguments.keys, KeyKind.PUBLISHER, roots)
    if checked_by and checked_by == key.holder:
        raise CannotUseInput(
            message="Whoever publishes cannot be the one who checked it.",
            advice="Ask a second person to look at it.",
        )
    signer = opened(key, words_of(arguments, f"Secret words of {key.holder}: "))
    return Publishing(arguments.tree, roots, signer, clock.now(), checked_by)


def _not_signed(content: dict[str, Any], told: list[str]) -> Answer:
    from vcs_desktop.core.publish_errors import HasRefusals

    error = HasRefusals()
    advice = f"{error.advice[:-1]} (--without-refused)."
    content |= {"error": {"message": error.message, "advice": advice}}
    return Answer(content, paragraphs(told, error.message, advice), CANNOT_USE)


def _signed(
    content: dict[str, Any], told: list[str], manifest: "Manifest", gathered: "Gathered | None"
) -> Answer:
    content |= {"signed": True, "manifest": asdict(manifest)}
    code = USED_IN_PART if gathered is not None and gathered.refused else GOOD
    words = (
        f"Published: version {manifest.version}, {how_many(manifest.snapshot.records, 'record')}"
    )
    return Answer(content, paragraphs(told, words), code)


def _changes(found: "Preview") -> list[str]:
    counts = found.counts
    head = (
        f"{counts.added:,} new, {counts.changed:,} changed, {counts.gone:,} gone, "
        f"{counts.same:,} as before"
    )
    words = [head, *map(_line, found.items[:ITEMS_SHOWN])]
    if (more := len(found.items) - ITEMS_SHOWN) > 0:
        words.append(f"  … and {more:,} more")
    return words


def _line(item: "Item") -> str:
    fields = f" ({', '.join(item.fields)})" if item.fields else ""
    return f"  {_SIGNS[item.what]} {item.kind}: {item.title}{fields}"


def _sources(gathered: "Gathered") -> list[str]:
    words = [
        f"{each.name}: {each.format}, {how_many(each.read, 'item')}"
        if each.format
        else f"{each.name}: cannot be used"
        for each in gathered.sources
    ]
    for one in gathered.refused[:REFUSALS_SHOWN]:
        place = f"{one.file}, {one.where}" if one.where else one.file
        words.append(f"  Refused: {place}: {one.why}")
    if (more := len(gathered.refused) - REFUSALS_SHOWN) > 0:
        words.append(f"  … and {more:,} more that were refused")
    if gathered.passed_over:
        words.append(f"  Passed over: {', '.join(gathered.passed_over[:REFUSALS_SHOWN])}")
    return words


def _sources_as_json(gathered: "Gathered") -> dict[str, Any]:
    return {
        "sources": [asdict(each) for each in gathered.sources],
        "refused": [asdict(each) for each in gathered.refused],
        "passed_over": gathered.passed_over,
    }


def _as_json(found: "Preview", tree: Any) -> dict[str, Any]:
    return {
        "tree": str(tree),
        "version_before": found.before.manifest.version if found.before else None,
        "counts": asdict(found.counts),
        "changes": [asdict(each) for each in found.items],
        "signed": False,
    }
