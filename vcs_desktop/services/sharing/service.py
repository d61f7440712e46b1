"""Drafts of what a group shares, the exact preview, agreeing to it, and taking it back.

Nothing here speaks to anybody: what is agreed waits in the outbox (``outbox.py``).
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.documents.file_names import file_word
from vcs_desktop.documents.shared_sheet import shared_sheet
from vcs_desktop.documents.text_sheet import TextSheet, write_text_sheet
from vcs_desktop.domain.attendance_sums import between
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.kinds import OUR_GROUP, SHARED
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.people import Tie
from vcs_desktop.domain.sharing.looks_personal import in_words
from vcs_desktop.domain.sharing.missing import Missing, missing, too_long
from vcs_desktop.domain.sharing.preview import Line, lines_of
from vcs_desktop.domain.sharing.shared import (
    AnswerGiven,
    Shared,
    Sort,
    State,
    may_be_left,
    state_of,
)
from vcs_desktop.domain.sharing.told import (
    NAMED,
    Source,
    Subject,
    body_of,
    is_personal,
    keep_until_of,
    personal_in,
)
from vcs_desktop.domain.sharing.words import title_of
from vcs_desktop.services.attendance import AttendanceService
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.people import PeopleService
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import who
from vcs_desktop.storage.queries import group_records

AGREE, TAKE_BACK = "share", "take_back"
"""What is done for good: no undo brings back what may have left."""

_A_YEAR = 12


class Agreed(AppError):
    """It was agreed already, so it stays word for word as it is."""

    message = marked("This was agreed already, so it stays as it is.")
    advice = marked("Take it back, and use it again for a new one.")


class NotYet(AppError):
    """Something is missing, so that it cannot be agreed."""

    message = marked("Something is still missing here.")
    advice = marked("Look at what is marked, and try again.")


class OtherWords(AppError):
    """What would go out is not what was on the screen any more."""

    message = marked("Something changed since you looked. Nothing was sent.")
    advice = marked("Look at it again before you agree.")


class NotOut(AppError):
    """It has not left, so there is nothing to take back."""

    message = marked("This was not shared, so there is nothing to take back.")


@dataclass(frozen=True, slots=True)
class SharedLine:
    """One line of the list. ``on`` is the day it was agreed, None for a draft."""

    id: str
    name: str
    sort: Sort | None
    state: State
    on: date | None
    has_reply: bool


@dataclass(frozen=True, slots=True)
class ToAgree:
    """All that a person sees before they agree.

    ``body`` are the very bytes that go out, and ``lines`` are made of them. ``missing`` has to
    be mended first; ``warning`` only asks whether it is meant so, empty for nothing. Where
    ``is_personal``, only the council can open it.
    """

    body: bytes
    lines: tuple[Line, ...]
    missing: tuple[Missing, ...]
    warning: str
    is_personal: bool
    keep_until: date | None


class SharingService:
    """Reads and changes what the group shares; what was agreed changes no more."""

    def __init__(self, group: HasNameAndPlace, records: RecordsService) -> None:
        self._group = group
        self._records = records

    def today(self) -> date:
        """Return the day as of which it is told."""
        return self._records.clock.today()

    def lines(self) -> tuple[SharedLine, ...]:
        """Return everything that was ever begun, the newest first."""
        every = sorted(things(self._records, Shared, SHARED), key=lambda s: s.id, reverse=True)
        return tuple(
            SharedLine(s.id, s.name or title_of(s), s.sort, state_of(s), s.agreed_on, bool(s.reply))
            for s in every
        )

    def one(self, record_id: str) -> Held[Shared]:
        """Return one thing with its version, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        held = self._records.held(Shared, record_id)
        if held is None or held.record.kind != SHARED:
            raise NoSuchRecord(record_id)
        return held

    def begin(self, sort: Sort, subject: Subject | None = None) -> str:
        """Begin a draft, and return its id. ``subject`` is what of the library it is about."""
        about = subject or Subject("", "")
        begun = Shared(
            sort=sort,
            is_named=sort in NAMED,
            about=about.id,
            about_title=about.title,
            about_whom=about.whom,
            answers=tuple(
                AnswerGiven(question_id, place, question)
                for place, (question_id, question) in enumerate(about.questions, 1)
            ),
            keep_until=keep_until_of(sort, self.today()),
        )
        return self._records.add(SHARED, replace(begun, name=title_of(begun)))

    def save(self, before: Held[Shared], after: Shared) -> Held[Shared]:
        """Keep what was changed in a draft.

        Raises:
            Agreed: it is no draft any more.
            TooLong: a text is too long.
        """
        if self.one(before.record.id).thing.body:
            raise Agreed
        return self._records.save(before, replace(after, name=title_of(after)))

    def source(self) -> Source:
        """Return what the group's records say that can be told."""
        ours = self._records.held(OurGroup, OUR_GROUP)
        today = self.today()
        sessions = between(
            AttendanceService(self._records).sessions(), months_on(today, -_A_YEAR), today
        )
        return Source(
            group_name=(ours.thing.name if ours else "") or self._group.name,
            today=today,
            ours=ours.thing if ours else OurGroup(),
            volunteers=PeopleService(self._records).counts().get(Tie.VOLUNTEER, 0),
            visits=sum(each.visits for each in sessions),
            names=dict(who(self._records).names),
        )

    def to_agree(self, record_id: str) -> ToAgree:
        """Return what would go out today, byte for byte; what was agreed stays as it was.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        shared, source = self.one(record_id).thing, self.source()
        if shared.body:
            body = shared.body.encode()
            return ToAgree(body, lines_of(body), (), "", shared.is_personal, shared.keep_until)
        try:
            body = body_of(shared, source, shared.id)
        except ValueError:
            return ToAgree(b"", (), (too_long(),), "", is_personal=True, keep_until=None)
        return ToAgree(
            body,
            lines_of(body),
            missing(shared, source),
            in_words(personal_in(shared, source)),
            is_personal(shared, source),
            shared.keep_until,
        )

    def agree(self, record_id: str, body: bytes) -> None:
        """Agree that these very bytes go to the council, once it can be reached.

        Raises:
            NoSuchRecord: there is none with this id.
            Agreed: somebody agreed already.
            NotYet: something is missing.
            OtherWords: what would go out is something else by now.
        """
        held, found = self.one(record_id), self.to_agree(record_id)
        if held.thing.body:
            raise Agreed
        if found.body != body or held.record.choices:
            raise OtherWords
        if found.missing:
            raise NotYet
        self._keep(
            held,
            replace(
                held.thing,
                agreed_on=self.today(),
                body=body.decode(),
                is_personal=found.is_personal,
            ),
            AGREE,
        )

    def take_back(self, record_id: str) -> None:
        """Take back what was agreed: it is not sent, or the council is asked to delete it.

        Raises:
            NoSuchRecord: there is none with this id.
            NotOut: it was never agreed, or is taken back already.
        """
        held = self.one(record_id)
        if state_of(held.thing) in (State.DRAFT, State.TAKING_BACK, State.TAKEN_BACK):
            raise NotOut
        self._keep(held, replace(held.thing, take_back_asked_on=self.today()), TAKE_BACK)

    def leave(self, record_id: str) -> None:
        """Leave with the council, or among what waits, what was to be taken back.

        Raises:
            NoSuchRecord: there is none with this id.
            NotOut: it was not to be taken back, or that is done.
        """
        held = self.one(record_id)
        if not may_be_left(held.thing):
            raise NotOut
        self._keep(held, replace(held.thing, take_back_asked_on=None), AGREE)

    def try_again(self, record_id: str) -> None:
        """Let what was set aside be sent once more.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        held = self.one(record_id)
        self._keep(held, replace(held.thing, refusals=0, refused_why=""), AGREE)

    def use_again(self, record_id: str) -> str:
        """Begin a new draft that says the same, and return its id.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        was = self.one(record_id).thing
        nothing = Shared()
        left_behind = (
            "agreed_on", "body", "is_personal", "sealed", "sealed_for", "is_tried", "refusals",
            "refused_why", "receipt", "is_read", "reply", "council_keeps_until", "is_over",
            "take_back_asked_on", "taken_back_on", "is_gone_there",
        )  # fmt: skip
        fresh = replace(was, id="", **{name: getattr(nothing, name) for name in left_behind})
        until = keep_until_of(was.sort, self.today()) if was.sort else None
        return self._records.add(SHARED, replace(fresh, keep_until=until))

    def remove(self, record_id: str) -> None:
        """Put a draft in the bin; what was agreed is shown for ever.

        Raises:
            NoSuchRecord: there is none with this id.
            Agreed: it is no draft any more.
        """
        if self.one(record_id).thing.body:
            raise Agreed
        self._records.put_in_bin(record_id)

    def to_send(self) -> tuple[Held[Shared], ...]:
        """Return what the outbox has to do with, as it was agreed, the oldest first.

        What has two versions waits until a person has chosen, and what is in the bin stays.
        """
        with self._records.database.reading() as session:
            ids = sorted(id_ for id_, _ in group_records.bodies_of(session, SHARED))
        held = (self.one(each) for each in ids)
        return tuple(each for each in held if each.thing.body and not each.record.choices)

    def note(self, held: Held[Shared], after: Shared) -> Held[Shared]:
        """Keep what came of sending, or of asking; nobody can undo it."""
        return self._keep(held, after, AGREE)

    def sheet(self, record_id: str) -> TextSheet:
        """Return what was shared as a page: what went out, when, and what came back.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        shared = self.one(record_id).thing
        return shared_sheet(shared, self.to_agree(record_id).lines, self._group.name, self.today())

    def write(self, record_id: str, out: Path | None) -> Path:
        """Write that page to ``out``, a .pdf, .html or .docx; None is a place to print from.

        Raises:
            NoSuchRecord: there is none with this id.
            CannotUseInput: the name ends otherwise.
            FolderNotWritable: it cannot be written there.
            DiskFull: there is no room for it.
        """
        sheet = self.sheet(record_id)
        path = out or self._group.files().pages / f"{file_word(sheet.title, 'shared')}.pdf"
        write_text_sheet(path, sheet)
        return path

    def _keep(self, held: Held[Shared], after: Shared, verb: str) -> Held[Shared]:
        with self._records.acting(verb, undoable=False) as act:
            return self._records.save_in(act, held, after)
