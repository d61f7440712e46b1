"""What groups share, as the officers' inbox exports it, and a plan of a council."""

import json
from datetime import UTC, date, datetime
from uuid import UUID

from vcs_desktop.domain.action_plan import Action, ActionPlan, Progress, with_action
from vcs_desktop.domain.action_plan_json import FILE_NAME, as_json
from vcs_desktop.wire.service import SharedLine, SharedWhole, State
from vcs_desktop.wire.service_inbox_json import export_as_json
from vcs_desktop.wire.submission import Submission, submission_bytes

COMPACT = "strategy/commitment/collaboration/compact"
OXFORD, CHERWELL, VALE = "E07000178", "E07000177", "E07000180"
DAY = date(2027, 3, 9)


class Inbox:
    """What lies in an inbox; each thing that is put in has the next number."""

    def __init__(self):
        self.items = []

    def put(self, kind, count=1, *, year=2027, sealed=False, state=State.RECEIVED, **fields):
        """Put so many things of one sort in that all say the same."""
        for _ in range(count):
            number = len(self.items) + 1
            uuid = str(UUID(int=number))
            body = submission_bytes(Submission(kind, uuid, date(year, 5, 4), fields))
            gone = state in (State.WITHDRAWN, State.KEPT_UNTIL_OVER)
            self.items.append(
                SharedWhole(
                    SharedLine(number, uuid, kind, sealed, datetime(year, 5, 4, 9, tzinfo=UTC),
                               state, None),
                    None if gone else b"\x00sealed" if sealed else body,
                    None,
                )
            )  # fmt: skip

    def need(self, topic, area, count=1, **more):
        """Put so many needs in."""
        self.put("need", count, topic=topic, area=area, **more)

    def theme(self, principle, kept, count=1):
        """Put so many themes of the Compact in."""
        self.put("compact_theme", count, principle=principle, principle_title=principle.title(),
                 was_kept=kept, body="county_council")  # fmt: skip

    def export(self, folder):
        """Write what an officer exports."""
        path = folder / "inbox.json"
        path.write_text(json.dumps(export_as_json(self.items)), "utf-8")
        return path


def a_full_inbox():
    """Return an inbox of a year in which much was shared, and little of some of it."""
    inbox = Inbox()
    inbox.need("transport", OXFORD, 12, how_many=40)
    inbox.need("transport", CHERWELL, 9)
    inbox.need("loneliness", OXFORD, 8)
    inbox.need("loneliness", CHERWELL, 3, text="Only we know of Aunt Example.")
    inbox.need("food", VALE, 7)
    inbox.need("food", OXFORD, 6)
    inbox.theme("say why", True, 7)
    inbox.theme("say why", False, 6)
    inbox.theme("pay in time", False, 2)
    inbox.put("compact_pledge", 11, sealed=True)
    inbox.put("help_request", 2, sealed=True)
    inbox.put("profile", 6, what_we_do="We meet.")
    return inbox


THE_PLAN = (
    Action(
        "strategy/action/1", "Train 40 treasurers", "Two mornings in each district.",
        "Stronger communities team", date(2027, 9, 30), Progress.ON_THE_WAY, "", COMPACT,
        "9 March 2027: The first morning was held in Oxford.\n2 May 2026: A trainer was found.",
    ),
    Action(
        "strategy/action/2", "Meet every quarter", "", "Partnership board", date(2027, 1, 31),
        Progress.LATE, "The board was chosen anew.", COMPACT,
    ),
    Action("strategy/action/3", "Ask groups what they need", owner="Insight team",
           due_on=date(2027, 2, 1)),
)  # fmt: skip


def written_plan(folder, actions=THE_PLAN):
    """Write a plan as it is kept, and return its file."""
    plan = ActionPlan("Oxfordshire County Council")
    for each in actions:
        plan = with_action(plan, each, DAY)
    path = folder / FILE_NAME
    path.write_text(json.dumps(as_json(plan)), "utf-8")
    return path
