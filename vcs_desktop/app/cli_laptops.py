"""``vcs-desktop group invite|join|devices|remove-device|exchange``: a group on several laptops."""

import argparse
import sys
from threading import Event
from typing import TYPE_CHECKING, Any, Final

from vcs_desktop.app.cli_answer import (
    CANNOT_USE,
    GOOD,
    NOT_TRUSTED,
    OFFLINE,
    Answer,
    as_words,
    columns,
    how_many,
    paragraphs,
)
from vcs_desktop.app.cli_group import asked, line_of_input, opened
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.errors import AppError, CannotUseInput, words_for

if TYPE_CHECKING:
    from vcs_desktop.services.two_laptops.joining import Joining, JoiningService
    from vcs_desktop.services.two_laptops.lines import Asking, Came, Report
    from vcs_desktop.services.two_laptops.service import TwoLaptopsService

_ASK_AGAIN_S: Final = 2.0
_A_MINUTE_S: Final = 60


def invite(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Make a code that lets one more laptop ask; or let the one in that shows these four words."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        laptops = in_group(group, parts.clock).laptops
        if arguments.accept:
            return _accepted(laptops, arguments.accept)
        if not laptops.standing().is_shared:
            laptops.share(arguments.name)
        if not laptops.standing().service:
            if not arguments.service:
                raise CannotUseInput(
                    message="This group does not use a service yet.",
                    advice="Give --service and, as the next line of input, the code for the group.",
                )
            laptops.use_service(arguments.service, _second_line("The code for the group: "))
        first = laptops.exchange(with_files=False)
        if first.error is not None:
            raise first.error
        invited = laptops.invite()
    code = "-".join(invited.code)
    content = {"code": code, "until": invited.until.isoformat(), "service": invited.service}
    return Answer(
        content,
        paragraphs(
            f"Code: {code}",
            "It lets one laptop ask to come in, for an hour. Type it there.",
            'Then compare the four words, and let it in with --accept "THE FOUR WORDS".',
        ),
    )


def join(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Ask to be let into a group that is on another laptop, and get its records."""
    from vcs_desktop.services.in_group import in_group
    from vcs_desktop.services.two_laptops.joining import JoiningService, NewMember

    typed = line_of_input() if arguments.passphrase_stdin else asked("The code: ")
    passphrase = _second_line("Secret words for this computer: ", stdin=arguments.passphrase_stdin)
    service = JoiningService(parts.groups, parts.clock)
    joining = service.ask(arguments.service, typed, arguments.name)
    sys.stderr.write(f"Both laptops must show: {joining.words}\n")
    sys.stderr.flush()
    _wait(service, joining, arguments.wait)
    member = NewMember(arguments.person, passphrase, arguments.hide_name)
    with service.finish(joining, member) as group:
        report = in_group(group, parts.clock).laptops.exchange()
        content = {"id": group.id, "name": group.name, "words": joining.words, **_as_json(report)}
        told = f"Let in: {group.name} ({group.id})"
    return Answer(content, paragraphs(told, _words(report)), _code(report))


def devices(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Say which laptops the group is on, and which ask to be let in."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        laptops = in_group(group, parts.clock).laptops
        lines, standing = laptops.laptops(), laptops.standing()
        asking = laptops.asking() if standing.service and arguments.asking else ()
    content = {
        "laptops": [
            {
                "id": each.id,
                "name": each.name,
                "owner": each.owner,
                "this": each.is_this,
                "removed": each.is_removed,
                "last_at": each.last_at.isoformat() if each.last_at else None,
            }
            for each in lines
        ],
        "asking": [{"device": a.device, "name": a.name, "words": a.words} for a in asking],
        "state": standing.state,
        "waiting": standing.waiting,
    }
    rows = [
        (each.name, each.owner, each.id, "this one" if each.is_this else
         "taken out" if each.is_removed else "")
        for each in lines
    ]  # fmt: skip
    return Answer(
        content,
        paragraphs(
            how_many(len(lines), "laptop"),
            columns(rows) if rows else "",
            [f"Asks to come in: {each.name}: {each.words}" for each in asking],
            standing.words,
        ),
    )


def remove_device(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Take a laptop out: it gets nothing more, and keeps what it has."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        laptops = in_group(group, parts.clock).laptops
        found = [each.id for each in laptops.laptops() if arguments.device in (each.id, each.name)]
        if len(found) != 1:
            raise CannotUseInput(
                message="There is no such laptop, or more than one of the name.",
                advice="Give its id: group devices",
            )
        report = laptops.remove(found)
    return Answer(
        {"removed": found[0], **_as_json(report)},
        paragraphs("Taken out. What is on that laptop stays there.", _words(report)),
        _code(report),
    )


def exchange(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Write changes for a stick, or take them in from one."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        laptops = in_group(group, parts.clock).laptops
        if arguments.out is not None:
            if not laptops.standing().is_shared:
                laptops.share(arguments.name)
            count = laptops.exchange_out(arguments.out)
            content: dict[str, Any] = {"file": str(arguments.out), "changes": count}
            return Answer(content, f"Written: {how_many(count, 'change')} to {arguments.out}")
        _let(laptops, arguments)
        report = laptops.exchange_in(arguments.take_in)
    return Answer(_as_json(report), _words(report), _code(report))


def with_service(parts: Parts, arguments: argparse.Namespace) -> Answer:
    """Exchange changes with the group's other laptops by the service."""
    from vcs_desktop.services.in_group import in_group

    with opened(parts, arguments) as group:
        laptops = in_group(group, parts.clock).laptops
        _let(laptops, arguments)
        report = laptops.exchange()
    return Answer(_as_json(report), _words(report), _code(report))


def _let(laptops: "TwoLaptopsService", arguments: argparse.Namespace) -> None:
    if arguments.looked:
        laptops.go_on()
    if arguments.let_delete:
        laptops.let_delete()


def _accepted(laptops: "TwoLaptopsService", words: str) -> Answer:
    """Let the laptop in that shows these words."""
    wanted = " ".join(words.casefold().split())
    found: list[Asking] = [each for each in laptops.asking() if each.words == wanted]
    if len(found) != 1:
        raise CannotUseInput(
            message="No laptop that asks shows these four words.",
            advice="If other words are shown there, somebody may stand between you. Do not go on.",
        )
    laptops.accept(found[0].device)
    content = {"device": found[0].device, "name": found[0].name}
    return Answer(content, f"Let in: {found[0].name}")


def _wait(service: "JoiningService", joining: "Joining", minutes: int) -> None:
    """Wait until this laptop was let in.

    Raises:
        NotLetIn: the other said no, or the time is over.
    """
    from vcs_desktop.core.two_laptops_errors import NotLetIn

    never = Event()
    for _ in range(max(1, int(minutes * _A_MINUTE_S / _ASK_AGAIN_S))):
        if service.is_let_in(joining):
            return
        never.wait(_ASK_AGAIN_S)
    raise NotLetIn("nobody answered")


def _second_line(question: str, *, stdin: bool | None = None) -> str:
    """Return what is asked for after the secret words: the next line of the input, or asked."""
    return line_of_input() if stdin or not sys.stdin.isatty() else asked(question)


def _as_json(report: "Report") -> dict[str, Any]:
    return {
        "changes": report.changes,
        "sent": report.sent,
        "waiting": report.waiting,
        "would_delete": report.would_delete,
        "asking": report.asking,
        "files_sent": report.files_sent,
        "files_came": report.files_came,
        "notices": list(report.notices),
        "came": [_came_as_json(each) for each in report.came],
        "error": None
        if report.error is None
        else {"message": report.error.message, "advice": report.error.advice},
    }


def _came_as_json(came: "Came") -> dict[str, Any]:
    return {
        "at": came.at.isoformat(),
        "who": came.who,
        "laptop": came.laptop,
        "verb": came.verb,
        "kind": came.kind,
        "record": came.record_id,
        "title": came.title,
        "count": came.count,
    }


def _words(report: "Report") -> str:
    asking = f"{how_many(report.asking, 'laptop')} asking to come in" if report.asking else ""
    return paragraphs(
        f"{how_many(report.changes, 'change')} came, {report.sent:,} went, "
        f"{report.waiting:,} still to go",
        columns([(each.who, each.laptop, as_words(each.verb), each.title) for each in report.came])
        if report.came
        else "",
        report.notices,
        asking,
        words_for(report.error) if report.error else "",
    )


def _code(report: "Report") -> int:
    """Return how it ended: what was tampered with counts more than a service that is away."""
    if report.is_tampered:
        return NOT_TRUSTED
    return GOOD if report.error is None else code_of(report.error)


def code_of(error: AppError) -> int:
    """Return the exit code of what went wrong."""
    from vcs_desktop.sync.errors import Offline

    return OFFLINE if isinstance(error, Offline) else CANNOT_USE
