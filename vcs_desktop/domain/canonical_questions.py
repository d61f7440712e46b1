"""Which of the questions that nearly every funder asks stands behind a funder's own words.

It is a guess, which a person can put right.
Source: the design guide, jobs 11.3: the same question is tagged to one canonical question.
"""

import re
from collections.abc import Iterator

from vcs_desktop.domain.answers import Canonical
from vcs_desktop.domain.words_typed import folded

_LONGEST_READ = 2_000
"""Letters: a question says in its beginning what it asks for."""

_APOSTROPHE = "\u2019"

_US = "(you|your|the|this|our)"
_BODY = "(group|organi[sz]ation|charity|club|society|association|project team)"
_WORK = "(project|proposal|activit(y|ies)|event|idea|work|programme|service|scheme)"
_MONEY = "(money|grant|fund|funds|funding|award)"
_FOLK = "(people|children|adults|beneficiaries|participants|members|families|volunteers|residents)"

_WILL = "(will|would|can)"
_DATA = "(progress|change|data|feedback|information|results)"
_PAST = "(aims?|purposes?|activities|mission|background|history|objects)"

_SPECIAL, _USUAL, _WIDE = 3, 2, 1
"""How much a sign counts: "safeguarding" says more than "project"."""

_TELLING: tuple[tuple[Canonical, int, tuple[str, ...]], ...] = (
    (
        Canonical.SAFETY,
        _SPECIAL,
        (
            r"safeguard",
            r"\bkeep(ing)?\b.{0,40}\bsafe\b",
            r"\bchild protection\b",
            r"\bhealth (and|&) safety\b",
            r"\bdbs (check|certificate)",
            rf"\bprotect\b.{{0,40}}\b({_FOLK}|vulnerable)\b",
            r"\brisk assessment",
            r"\bwelfare of (children|young|adults|vulnerable)",
            r"\bfood safe",
        ),
    ),
    (
        Canonical.NONE,
        _SPECIAL,
        (
            r"\b(when|after)\b.{0,20}\b(money|grant|funding) (ends|runs out|has ended)\b",
            r"\bsustain(ed|able|ability)\b",
        ),
    ),
    (
        Canonical.EQUALITY,
        _SPECIAL,
        (
            r"\bequalit",
            r"\bequal opportunit",
            r"\bdiversity\b",
            r"\binclusi(on|ve|vity)\b",
            r"\bequity\b",
            r"\bedi\b",
            r"\baccessib(le|ility)\b",
            r"\bbarriers\b",
            r"\beveryone can (take part|join|come|use)",
            r"\bopen to (everyone|all)\b",
            r"\bunder.?represented\b",
            r"\bprotected characteristics\b",
        ),
    ),
    (
        Canonical.ENVIRONMENT,
        _SPECIAL,
        (
            r"\benvironment(al|ally)?\b",
            r"\bcarbon\b",
            r"\bclimate\b",
            r"\bnet zero\b",
            r"\bgreener\b",
            r"\bbiodiversity\b",
            r"\brecycl",
            r"\becological",
        ),
    ),
    (
        Canonical.VALUE_FOR_MONEY,
        _SPECIAL,
        (
            r"\b(good|best)? ?value for money\b",
            r"\b(good|best) value\b",
            r"\bcost.?effective",
            r"\bworth the (money|cost)\b",
        ),
    ),
    (
        Canonical.MEASURES,
        _SPECIAL,
        (
            r"\bmeasur(e|ed|ing|ement)\b",
            r"\bmonitor",
            r"\bevaluat",
            rf"\b{_DATA}\b.{{0,30}}\b(collect|record|gather)\b",
        ),
    ),
    (
        Canonical.MEASURES,
        _USUAL,
        (
            r"\bindicators?\b",
            rf"\bhow {_WILL} (you|we) (know|show|tell|prove)\b(?!.{{0,60}}\b(need|want|demand))",
            rf"\b(track|record|collect|gather)\b.{{0,40}}\b{_DATA}\b",
            r"\bevidence\b.{0,30}\b(impact|change|outcomes?|success|difference)\b",
            r"\bbeen (a success|successful)\b",
            r"\bwhat (does|will) success look like\b",
            r"\bcan count\b",
        ),
    ),
    (
        Canonical.NEED,
        _USUAL,
        (
            r"\b(how|why)\b.{0,60}\b(needs?|needed|wants?|wanted|demand|necessary)\b",
            r"\b(evidence|proof)\b.{0,30}\b(need|demand)\b",
            r"\bwhat (is|are) the needs?\b",
            r"\bwhat needs?\b",
            r"\bneeds?\b.{0,40}\b(meet|address|tackl|identif|respond)",
            r"\b(meet|address|tackl|identif|respond)\w*\b.{0,40}\b(needs?|problems?|issues?|gaps?)\b",
            r"\b(needs?|problems?|issues?|gaps?)\b.{0,40}\b(address|tackl|solv|fill)",
            r"\bthe (local |community )?need\b",
            r"\bdemand for\b",
            r"\bconsult(ed|ation)?\b",
            r"\bwrong with what you have\b",
            r"\bwhy is (this|it|your project) important\b",
            r"\bwhy now\b",
        ),
    ),
    (
        Canonical.WHAT_CHANGES,
        _USUAL,
        (
            r"\b(what|which|make|makes|made|the) (a |any )?(real |positive |lasting )?difference\b",
            r"\bdifference\b.{0,40}\b(make|made|makes)\b",
            r"\boutcomes?\b",
            r"\bimpact\b",
            r"\b(be|become) (different|better|changed)\b",
            r"\bwhat\b.{0,40}\b(change|changes|improve|achieve)\b",
            r"\b(hope|aim|expect|want)\w* to achieve\b",
            r"\bresults? (do|will|would)\b",
            rf"\bbenefits? of {_US}\b",
            r"\baims? and objectives\b",
        ),
    ),
    (
        Canonical.WHO_BENEFITS,
        _USUAL,
        (
            r"\bwho\b.{0,50}\b(benefit|benefits|helped|reach|target)\b",
            r"\bbeneficiar(y|ies)\b",
            r"\bwho\b.{0,30}\b(take part|takes part|come|comes|use it|eats?|join)\b",
            rf"\bhow many\b.{{0,20}}\b{_FOLK}\b",
            r"\bhow many\b.{0,30}\b(benefit|take part|use it|come)\b",
            r"\btarget (group|audience|population|communit)",
            r"\bwho (is|are|will)\b.{0,30}\bfor\b",
            r"\bwho are the\b.{0,20}\bpeople\b",
            r"\bwho (uses|will use|will it help|does it help)\b",
            r"\bwhich (people|communit|groups)",
            r"\bwho (are|do) you\b.{0,30}\b(support|serve|help|work with)",
            r"\b(involve|involves|involved)\b.{0,20}\bcommunity\b",
        ),
    ),
    (
        Canonical.WHO_RUNS_IT,
        _USUAL,
        (
            r"\bwho\b.{0,20}\b(run|runs|manage|manages|lead|leads|deliver|delivers|supervise)\b",
            r"\bwho\b.{0,20}\b(look after|looks after|responsible|in charge|do the work)\b",
            r"\bgovernance\b",
            r"\btrustees\b",
            r"\bmanagement committee\b",
            r"\b(your|the) (staff|team)\b",
            r"\b(skills|experience|track record|expertise)\b",
            r"\bcapacity\b.{0,30}\b(deliver|run|manage)\b",
            r"\bhow\b.{0,40}\b(managed|governed|staffed|supervised)\b",
            r"\bvolunteers\b.{0,40}\b(support|supported|train|trained|recruit|recruited|find)\b",
            r"\b(support|train|recruit|find|manage)\w*\b.{0,40}\b(them|volunteers)\b",
        ),
    ),
    (
        Canonical.WHAT_WE_DO,
        _WIDE,
        (
            rf"\bwhat (does|do)\b.{{0,40}}\b({_BODY}|you)\b.{{0,12}}\bdo\b",
            rf"\babout {_US}( local| small| own)? {_BODY}\b",
            rf"\b(describe|introduce|tell us|summar\w+)\b.{{0,30}}\b{_BODY}\b",
            rf"\b{_BODY}'?s? (main |usual |current |overall )?({_PAST}|work)\b",
            rf"\b{_PAST}\b.{{0,20}}\bof {_US} {_BODY}\b",
            rf"^your {_BODY}\b",
            r"\bwho are you\b",
            r"\bwhat you do\b",
            r"\babout (us|yourselves)\b",
        ),
    ),
    (
        Canonical.WHAT_THE_MONEY_IS_FOR,
        _WIDE,
        (
            rf"\bwhat\b.{{0,50}}\b{_MONEY}\b",
            rf"\b(spend|use)\b.{{0,30}}\b{_MONEY}\b",
            rf"\b{_MONEY}\b.{{0,30}}\b(spent|used|pay|for)\b",
            rf"\b(describe|about|outline|summar\w+|details? of|explain)\b.{{0,30}}\b{_WORK}\b",
            rf"\bwhat (is|are) {_US} {_WORK}\b",
            r"\bwhat (will|would|do) you\b.{0,30}\b(do|want|plan|propose|hope|intend|buy|like)\b",
            r"\bproject (description|summary|outline|plan|details)\b",
            r"\bwhat (will|would) happen\b",
            r"\bwhat is new\b",
            r"^your plan\b",
            r"\bwhat will you (offer|grow|make|run|build)\b",
            r"\bwhat will\b.{0,30}\bdo\b",
            rf"\b{_WORK}\b.{{0,30}}\b(plan|deliver|run|take place|involve)\b",
        ),
    ),
)
"""What tells of each, and how much it counts. Of equal ones that which stands first is meant."""

_SIGNS = tuple((each, weight, re.compile("|".join(signs))) for each, weight, signs in _TELLING)


def canonical_of(question: str, guidance: str = "") -> Canonical:
    """Return which question a funder's words ask; NONE where they ask something else.

    The words of the question count. Only where they tell nothing are those of the guidance
    looked at.
    """
    found = _best(question)
    return found if found is not Canonical.NONE else _best(guidance)


def _best(text: str) -> Canonical:
    best = max(_signs_in(text), key=lambda each: (each[1], -each[2]), default=None)
    return best[0] if best else Canonical.NONE


def _signs_in(text: str) -> Iterator[tuple[Canonical, int, int]]:
    """Yield what a text tells of, how much that counts, and where it stands."""
    plain = " ".join(folded(text[:_LONGEST_READ]).replace(_APOSTROPHE, "'").split())
    for canonical, weight, signs in _SIGNS:
        if (found := signs.search(plain)) is not None:
            yield canonical, weight, found.start()
