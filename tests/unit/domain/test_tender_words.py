"""A contract in plain English."""

from datetime import UTC, date, datetime

import pytest

from tests.support.fit_examples import RULES, TODAY, contract, reason
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.tender_words import plainly
from vcs_desktop.domain.tenders import Lot

DEADLINES = (datetime(2016, 2, 1, 12, tzinfo=UTC), datetime(2026, 12, 18, 12, tzinfo=UTC))


def said(heading, *, on=TODAY, rulebook=RULES, **changes):
    return dict(plainly(contract(**changes), on, rulebook)).get(heading, "")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "The buyer asks for bids now."),
        ({"stage": "planning"}, "The buyer is still planning it. Bids are not asked for yet."),
        ({"stage": "award", "status": "complete"}, "The buyer has chosen who does the work."),
        ({"status": "complete"}, "The buyer has chosen who does the work."),
        ({"stage": "implementation", "status": ""}, "The work has begun. Another bidder does it."),
        ({"on": date(2028, 2, 1)}, "The work was to be over by now."),
        ({"deadline_at": None}, "The buyer asks for bids now, but gives no closing date."),
        ({"stage": "award"}, "The buyer asks for bids now."),
        ({"status": "cancelled"}, "The buyer has stopped it. Nobody will get this contract."),
        ({"status": "unsuccessful"}, "It ended with no bid chosen. The buyer may try again."),
        ({"on": date(2026, 12, 19)}, "The time for bids is over. The buyer may be choosing now."),
    ],
)
def test_where_it_stands(changes, words):
    assert said("Where it stands", **changes) == words


def test_who_can_bid_knows_since_when_councils_may_keep_contracts():
    words = said("Who can bid")
    assert words.startswith("Anyone may bid: it is not kept for some bidders.")
    assert "Since 4 February 2026 councils may keep smaller contracts" in words
    assert said("Who can bid", on=date(2026, 2, 3)) == (
        "Anyone may bid: it is not kept for some bidders."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"reserved_for": ("smeVcse",)}, "Only small firms and voluntary groups may bid."),
        ({"reserved_for": ("brandNew",)}, "Only brandNew may bid."),
        ({"method": "direct"}, "Nobody else: the buyer gives it to one bidder."),
        ({"method": "limited"}, "Only those whom the buyer asks may bid."),
        ({"status": "complete"}, "Nobody any more: the time for bids is over."),
    ],
)
def test_who_can_bid(changes, words):
    assert said("Who can bid", **changes).startswith(words)


def test_how_it_is_let_quotes_the_buyer_and_says_what_it_means():
    words = said("How it is let", value_pence=30_000_00)
    assert words == (
        "Anyone may send a bid. The buyer calls it “Open procedure (below threshold)”. "
        "It is a smaller contract, so lighter rules apply. "
        "Councils must publish who won such contracts from £30,000 upwards."
    )
    assert "£30,000" not in said("How it is let", value_pence=29_999_99)
    assert "£30,000" not in said("How it is let", value_pence=30_000_00, rulebook=RuleBook([]))


def test_a_health_service_is_told_apart():
    assert "Provider Selection Regime" in said("How it is let", legal_basis="UKSI/2023/1348")


def test_parts_are_named_with_their_value():
    lots = (Lot("1", "North", value_pence=5_000_00), Lot("2"))
    assert said("Parts", lots=lots) == (
        "It has 2 parts: North (£5,000) and 2. You may bid for one part."
    )
    assert said("Parts", lots=lots[:1]) == ""


def test_how_bids_are_scored_names_the_weights():
    criteria = ("price: Price (weight 40)", "quality: Method (weight 60)", "cost")
    assert said("How bids are scored", criteria=criteria) == (
        "Each bid gets marks for: Price (weight 40), Method (quality, weight 60) and cost."
    )
    assert said("How bids are scored") == ""


def test_dates_are_said_in_full():
    assert said("Key dates") == (
        "Bids close on Friday 18 December 2026 at 12:00. "
        "The work starts about Monday 1 February 2027. It ends about Monday 31 January 2028."
    )
    assert said("Key dates", on=date(2026, 12, 19)).startswith("Bids closed on Friday")
    assert said("Key dates", starts_on=None, ends_on=None, duration_days=365).endswith(
        "It lasts 1 year."
    )


def test_where_to_ask_needs_no_page():
    assert said("Where to ask") == (
        "The buyer is Oxfordshire County Council. "
        "We have no page for it, so ask the buyer where to send questions."
    )
    assert said("Where to ask", buyer="", url="https://example.org") == (
        "The buyer is not named. Ask through the page where it was published."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "send your bid by Friday 18 December 2026."),
        ({"deadline_at": None}, "send your bid."),
        ({"stage": "planning"}, "Tell the buyer that you are interested"),
        ({"status": "complete"}, "when it ends, about Monday 31 January 2028."),
        ({"status": "complete", "ends_on": None}, "It may be offered again."),
        ({"on": date(2028, 2, 1)}, "It may be offered again."),
        ({"status": "withdrawn"}, "You need do nothing."),
    ],
)
def test_what_to_do_next(changes, words):
    assert words in said("What to do next", **changes)


LISTED_FOR_YEARS = {
    "deadline_at": datetime(2016, 2, 1, 12, tzinfo=UTC),
    "starts_on": None,
    "ends_on": None,
}


def test_one_that_the_buyer_still_shows_after_its_dates_has_to_be_asked_about():
    assert said("Where it stands", **LISTED_FOR_YEARS) == (
        "By its dates it is too late, but the buyer may still take bids."
    )
    assert said("Who can bid", **LISTED_FOR_YEARS).startswith("Anyone may bid")
    assert said("What to do next", **LISTED_FOR_YEARS).startswith("Ask the buyer if you can")


@pytest.mark.parametrize("stage", ["planning", "tender", "award", "implementation"])
@pytest.mark.parametrize("status", ["", "planned", "active", "complete", "unsuccessful"])
@pytest.mark.parametrize("deadline_at", [None, *DEADLINES])
def test_the_words_never_contradict_the_fit(stage, status, deadline_at):
    found = {"stage": stage, "status": status, "deadline_at": deadline_at}
    deadline = reason("deadline", contract(**found))
    ruled_out = deadline.answer == "fails" and not deadline.advises
    assert said("Who can bid", **found).startswith("Nobody any more") == ruled_out
