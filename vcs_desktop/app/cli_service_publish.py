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
from vcs_desktop.core.clock import Clock

if TYPE_CHECKING:
    from vcs_desktop.publishing.comparing import Item
    from vcs_desktop.publishing.keys import Opened
    from vcs_desktop.services.publishing import Plan
    from vcs_desktop.wire.manifest import Manifest

ITEMS_SHOWN = 50
REFUSALS_SHOWN = SHOWN = 20
_SIGNS = {"added": "+", "changed": "~", "gone": "-"}


def publish(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say what publishing some sources would change, and with ``--yes`` publish them."""
    from vcs_desktop.services.publishing import PublishingService

    service = PublishingService(clock)
    tree, keys = arguments.tree, arguments.keys
    with service.plan(keys, tree, arguments.sources, attached=arguments.attach) as plan:
        content = _as_json(plan) | _sources_as_json(plan)
        content["attachments"] = [asdict(each.said) for each in plan.attached]
        told = [*_sources(plan), *_changes(plan)]
        told += _pointing(plan)
        told += [f"Goes along: {each.path.name} as {each.said.path}" for each in plan.attached]
        if not arguments.yes:
            code = USED_IN_PART if plan.refused else GOOD
            return Answer(content, paragraphs(told, "Nothing was signed: --yes signs."), code)
        if plan.refused and not arguments.without_refused:
            return _not_signed(content, told)
        if not plan.needs_signing(renew=arguments.renew):
            return Answer(content, paragraphs(told, "Nothing changed, so nothing was signed."))
        manifest = service.publish(
            plan,
            _signer(arguments),
            arguments.checked_by,
            without_refused=arguments.without_refused,
        )
        return _signed(content, told, manifest, plan)


def take_back(clock: Clock, arguments: argparse.Namespace) -> Answer:
    """Say what putting an earlier version back would change, and with ``--yes`` publish it."""
    from vcs_desktop.services.publishing import PublishingService

    service = PublishingService(clock)
    with service.plan_take_back(arguments.keys, arguments.tree, arguments.to) as plan:
        note = plan.back_to
        assert note is not None  # noqa: S101  such a plan has one
        content = _as_json(plan) | {"to": note.version}
        words = f"Version {note.version} of {note.manifest.issued[:10]}, published by {note.by}:"
        told = [words, *_changes(plan), *_pointing(plan)]
        if not arguments.yes:
            return Answer(content, paragraphs(told, "Nothing was signed: --yes signs."))
        manifest = service.publish(plan, _signer(arguments), arguments.checked_by)
        return _signed(content, told, manifest, plan)


def _signer(arguments: argparse.Namespace) -> "Opened":
    """Open the publisher's key of a folder, to sign with it."""
    from vcs_desktop.publishing.keys import opened
    from vcs_desktop.services.publishing.desk import key_of_folder, second_name

    key = key_of_folder(arguments.keys, arguments.tree)
    second_name(arguments.checked_by, key.holder)
    return opened(key, words_of(arguments, f"Secret words of {key.holder}: "))


def _not_signed(content: dict[str, Any], told: list[str]) -> Answer:
    from vcs_desktop.core.publish_errors import HasRefusals

    error = HasRefusals()
    advice = f"{error.advice[:-1]} (--without-refused)."
    content |= {"error": {"message": error.message, "advice": advice}}
    return Answer(content, paragraphs(told, error.message, advice), CANNOT_USE)


def _signed(content: dict[str, Any], told: list[str], manifest: "Manifest", plan: "Plan") -> Answer:
    content |= {"signed": True, "manifest": asdict(manifest)}
    code = USED_IN_PART if plan.refused else GOOD
    words = (
        f"Published: version {manifest.version}, {how_many(manifest.snapshot.records, 'record')}"
    )
    return Answer(content, paragraphs(told, words), code)


def _changes(plan: "Plan") -> list[str]:
    counts = plan.counts
    head = (
        f"{counts.added:,} new, {counts.changed:,} changed, {counts.gone:,} gone, "
        f"{counts.same:,} as before"
    )
    words = [head, *map(_line, plan.items[:ITEMS_SHOWN])]
    if (more := len(plan.items) - ITEMS_SHOWN) > 0:
        words.append(f"  … and {more:,} more")
    return words


def _line(item: "Item") -> str:
    fields = f" ({', '.join(item.fields)})" if item.fields else ""
    return f"  {_SIGNS[item.what]} {item.kind}: {item.title}{fields}"


def _sources(plan: "Plan") -> list[str]:
    words = [
        f"{each.name}: {each.format}, {how_many(each.read, 'item')}"
        if each.format
        else f"{each.name}: cannot be used"
        for each in plan.sources
    ]
    for one in plan.refused[:REFUSALS_SHOWN]:
        place = f"{one.file}, {one.where}" if one.where else one.file
        words.append(f"  Refused: {place}: {one.why}")
    if (more := len(plan.refused) - REFUSALS_SHOWN) > 0:
        words.append(f"  … and {more:,} more that were refused")
    if plan.passed_over:
        words.append(f"  Passed over: {', '.join(plan.passed_over[:REFUSALS_SHOWN])}")
    return words


def _pointing(plan: "Plan") -> list[str]:
    """Warn of records that point to files which do not go along: nobody could open them."""
    found, count = plan.pointing.found, plan.pointing.count
    if not count:
        return []
    words = ["Warning: these point to files that are not attached. --attach FILE attaches one."]
    words += [f"  {each.kind}: {each.title}: attachments/{each.sha256}" for each in found[:SHOWN]]
    if (more := count - len(found[:SHOWN])) > 0:
        words.append(f"  … and {more:,} more")
    return words


def _sources_as_json(plan: "Plan") -> dict[str, Any]:
    return {
        "sources": [asdict(each) for each in plan.sources],
        "refused": [asdict(each) for each in plan.refused],
        "passed_over": plan.passed_over,
    }


def _as_json(plan: "Plan") -> dict[str, Any]:
    return {
        "tree": str(plan.tree),
        "version_before": plan.before.manifest.version if plan.before else None,
        "counts": asdict(plan.counts),
        "changes": [asdict(each) for each in plan.items],
        "not_attached": {
            "count": plan.pointing.count,
            "records": [asdict(each) for each in plan.pointing.found],
        },
        "signed": False,
    }
