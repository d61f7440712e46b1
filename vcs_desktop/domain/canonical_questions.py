"""Which of the questions that nearly every funder asks stands behind a funder's own words.

Source: the design guide, jobs 11.3: the same question is tagged to one canonical question.
"""

import re
from collections.abc import Iterable

from vcs_desktop.domain.answers import Canonical
from vcs_desktop.domain.words_typed import folded

_LONGEST_READ = 2_000
"""Letters: a question says in its beginning what it asks for."""


def _any(*some: str) -> re.Pattern[str]:
    return re.compile("|".join(some))


_TELLING: tuple[tuple[Canonical, int, re.Pattern[str]], ...] = (
    (
        Canonical.SAFETY,
        4,
        _any(
            r"\bsafeguard",
            r"\bkeep\b.{0,40}\bsafe\b",
            r"\bsafe(ty)?\b.{0,30}\b(people|children|adults)",
            r"\bhealth and safety\b",
            r"\bchild protection\b",
            r"\bdbs\b",
            r"\bprotect\b.{0,40}\b"
            r"(children|adults|vulnerable)",
            r"\brisk assessment",
            r"\bfood safe",
        ),
    ),
    (
        Canonical.EQUALITY,
        4,
        _any(
            r"\bequalit",
            r"\bequal opportunit",
            r"\bdiversity\b",
            r"\binclusi",
            r"\bequity\b",
            r"\bedi\b",
            r"\baccessib",
            r"\bbarriers\b",
            r"\beveryone can (take part|join|come)",
            r"\bopen to (everyone|all)\b",
            r"\bunder.?represented\b",
        ),
    ),
    (
        Canonical.ENVIRONMENT,
        4,
        _any(
            r"\benvironment(al|ally)?\b",
            r"\bcarbon\b",
            r"\bclimate\b",
            r"\bnet zero\b",
            r"\bgreen(er)?\b",
            r"\bbiodiversity\b",
            r"\brecycl",
            r"\bnature recovery\b",
            r"\becological\b",
        ),
    ),
    (
        Canonical.VALUE_FOR_MONEY,
        4,
        _any(
            r"\bvalue for money\b",
            r"\bgood value\b",
            r"\bcost.?effective",
            r"\bbest value\b",
            r"\bworth the (money|cost)\b",
        ),
    ),
    (
        Canonical.MEASURES,
        3,
        _any(
            r"\bmeasur",
            r"\bmonitor",
            r"\bevaluat",
            r"\bevidence (the|your|of) (impact|change|"
            r"outcome|success)",
            r"\bhow (will|do|would) (you|we) know\b(?!.{0,20}\b(need|want))",
            r"\bindicator",
            r"\btrack\b.{0,30}\b(progress|change)",
            r"\bcollect\b.{0,30}"
            r"\b(data|feedback|information)",
            r"\bsuccess\b",
        ),
    ),
    (
        Canonical.NEED,
        3,
        _any(
            r"\bhow do you know\b.{0,60}\b(need|want|demand)",
            r"\bevidence (of|for) (the )?(need|demand)",
            r"\bwhy (is|are)\b.{0,60}\bneeded\b",
            r"\bneeded\b",
            r"\bwhat need\b",
            r"\bneeds?\b.{0,40}"
            r"\b(meet|address|tackl|identif)",
            r"\b(meet|address|tackl|identif)\w*\b.{0,40}\bneeds?\b",
            r"\bthe need\b",
            r"\bdemand for\b",
            r"\bconsulted\b",
            r"\bwhat (problem|issue)\b",
            r"\b(problem|issue)s?\b.{0,40}\b(address|tackl|solv)",
            r"\bpeople need\b",
            r"\bwrong with what you have\b",
            r"\bwhy (do|does|would) (you|your)\b.{0,40}\bneed\b",
        ),
    ),
    (
        Canonical.WHAT_CHANGES,
        3,
        _any(
            r"\bwhat (difference|will change|would change|changes)\b",
            r"\bdifference\b.{0,40}\b(make|made)",
            r"\bmake a difference\b",
            r"\boutcomes?\b",
            r"\bimpact\b",
            r"\bwill be different\b",
            r"\bachieve\b",
            r"\bwhat (will|would) (be )?(better|improve)",
            r"\bwhat will change\b",
            r"\bbenefits? of (the|your) (project|work|activit)",
            r"\blong.?term\b.{0,30}\bchange",
            r"\baims? and objectives\b",
        ),
    ),
    (
        Canonical.WHO_BENEFITS,
        3,
        _any(
            r"\bwho (will|would|does|do|is going to)\b.{0,40}\bbenefit",
            r"\bbeneficiar",
            r"\bwho\b.{0,30}\b(benefit|take part|come|use it|eats? with|help)\b",
            r"\bhow many "
            r"(people|children|adults|beneficiaries|participants|members|older|young)",
            r"\btarget (group|audience|population)",
            r"\bwho (is|are) (it|this|your (project|work|"
            r"activit\w+)) for\b",
            r"\bwho (are|will be) the people\b",
            r"\bwhich (people|communit)",
            r"\bwho (are|do) you\b.{0,20}\b(support|serve|work with)",
        ),
    ),
    (
        Canonical.WHO_RUNS_IT,
        3,
        _any(
            r"\bwho (will |would |is going to )?(run|manage|lead|deliver|look after|be responsible|"
            r"be in charge|supervise|do the work)",
            r"\b(manage|run|deliver|lead)\w*\b.{0,30}\b(by whom|the team)",
            r"\bgovernance\b",
            r"\btrustees\b",
            r"\bmanagement committee\b",
            r"\bstaff\b",
            r"\byour team\b",
            r"\b(skills|experience|track record)\b",
            r"\bwho is (responsible|in charge)",
            r"\bcapacity\b.{0,30}\bdeliver",
            r"\bhow (is|are|will)\b.{0,40}\b(managed|governed)\b",
            r"\bvolunteers\b.{0,40}\b(support|train|recruit|find)",
            r"\b(support|train|recruit|find)\w*\b"
            r".{0,40}\bvolunteers\b",
        ),
    ),
    (
        Canonical.WHAT_THE_MONEY_IS_FOR,
        2,
        _any(
            r"\bwhat (will|would|do|are) you\b.{0,40}\b(money|grant|fund)",
            r"\b(spend|use)\b.{0,30}"
            r"\b(grant|money|funding|award)",
            r"\b(grant|money|funding)\b.{0,30}\b(spent|used|pay|for)\b",
            r"\b(describe|about|outline|summar\w+|details? of)\b.{0,30}"
            r"\b(project|proposal|activit|idea|event)",
            r"\bwhat (is|are) (your|the) (project|activit|proposal|idea)",
            r"\bwhat (will|would) you do\b",
            r"\bwhat do you (want|plan|propose|hope|intend)\b",
            r"\bproject (description|summary|"
            r"outline|plan)\b",
            r"\bwhat (will|would) happen\b",
            r"\bwhat is new\b",
            r"\bwhat will the volunteers do\b",
            r"\bactivities\b.{0,30}\b(plan|deliver|run|take place)",
            r"\bwhat (it|the (grant|money)) (is|will be) for\b",
        ),
    ),
    (
        Canonical.WHAT_WE_DO,
        2,
        _any(
            r"\bwhat (does|do)\b.{0,40}\b(group|organi[sz]ation|charity|club|you)\b.{0,12}\bdo\b",
            r"\babout (your|the) (group|organi[sz]ation|charity|club)\b",
            r"\b(describe|introduce|tell us)\b"
            r".{0,30}\b(group|organi[sz]ation|charity|club)\b",
            r"\byour (group|organi[sz]ation)'?s? "
            r"(main |usual |current )?(aims|purpose|work|activit|mission|background|history)",
            r"\bwho are you\b",
            r"\b(aims|purpose|mission|main activities|background|history)\b.{0,20}\bof "
            r"(your|the) (group|organi[sz]ation|charity|club)",
            r"\bwhat you do\b",
        ),
    ),
)
"""What tells of each, and how much it counts. Of equal ones the earlier is meant."""


def canonical_of(question: str, guidance: str = "") -> Canonical:
    """Return which question a funder's words ask; NONE where they ask something else.

    The words of the question count. Only where they tell nothing are those of the guidance
    looked at.
    """
    found = _best(_scores(question))
    return found if found is not Canonical.NONE else _best(_scores(guidance))


def _scores(text: str) -> Iterable[tuple[Canonical, int, int]]:
    """Yield what a text tells of, how much that counts, and where it stands."""
    plain = folded(text[:_LONGEST_READ])
    for canonical, weight, telling in _TELLING:
        if (found := telling.search(plain)) is not None:
            yield canonical, weight, found.start()


def _best(scores: Iterable[tuple[Canonical, int, int]]) -> Canonical:
    """Return what a text asks: what counts most, and of equals what it asks first."""
    best = max(scores, key=lambda each: (each[1], -each[2]), default=None)
    return best[0] if best else Canonical.NONE
