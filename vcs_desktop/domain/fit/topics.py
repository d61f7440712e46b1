"""What plain words are about: word stems, and the sector's own small table of synonyms.

A lunch club says "lunch club"; a funder says "tackling food insecurity". Both
are about food. The table is ours: it helps to put likely matches first, and
where nothing matches the answer is "find out", never "no".
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_TOPICS = {
    "food": "food meal meals lunch lunches dinner breakfast cafe cooking kitchen catering canteen "
    "hunger foodbank larder fridge pantry nutrition allotment",
    "older": "older elderly pensioner pensioners seniors ageing aging age elders retired dementia "
    "lunch carehome daycare frailty falls",
    "lonely": "lonely loneliness isolation isolated befriending friendship companionship lunch "
    "alone",
    "children": "child children childcare baby babies toddler toddlers nursery playgroup play "
    "preschool schoolchildren fostering adoption school schools pupils",
    "young": "young youth teenager teenagers teens adolescents scouts guides brownies cubs "
    "students apprenticeship apprentices",
    "family": "family families parent parents parenting mothers fathers mums dads maternity",
    "carers": "carer carers caring respite",
    "disability": "disability disabled disabilities accessible accessibility autism autistic "
    "neurodiverse deaf blind wheelchair sensory impairment send dementia",
    "mental": "mental wellbeing counselling therapy anxiety depression mindfulness suicide "
    "psychological emotional",
    "health": "health healthy healthcare medical clinical nursing hospital patient patients "
    "physiotherapy surgery surgeries",
    "sport": "sport sports sporting football cricket rugby tennis swimming athletics gym fitness "
    "exercise walking cycling running dance active leisure recreation recreational",
    "arts": "art arts artistic artists music musical choir singing orchestra theatre drama dance "
    "craft crafts creative culture cultural film painting festival literature museum gallery",
    "heritage": "heritage history historic historical museum archive archives archaeology "
    "monument library libraries",
    "environment": "environment environmental climate nature wildlife tree trees garden gardens "
    "gardening green sustainable sustainability carbon biodiversity recycling repair "
    "reuse conservation energy allotment woodland habitat ecology countryside",
    "learning": "education educational learning training skills literacy numeracy classes course "
    "courses teaching tutoring mentoring english esol school schools workshops",
    "work": "employment unemployed unemployment jobs employability apprenticeship careers "
    "enterprise jobless",
    "poverty": "poverty poor hardship deprivation deprived disadvantage disadvantaged debt "
    "living-cost low-income foodbank hunger inequality inequalities",
    "housing": "housing homeless homelessness tenancy tenancies tenant tenants shelter rough "
    "accommodation",
    "transport": "transport minibus bus buses driver drivers taxi driving lifts travel vehicle",
    "women": "women woman girls girl female maternity",
    "lgbt": "lgbt lgbtq lgbtqia gay lesbian trans bisexual queer pride",
    "ethnic": "ethnic ethnicity minority minorities race racial bme bame diaspora refugee refugees "
    "asylum migrant migrants multicultural roma gypsy traveller travellers diversity",
    "faith": "faith religion religious church mosque temple synagogue gurdwara chapel parish",
    "safety": "crime safety antisocial violence offenders offending prison knife",
    "abuse": "abuse domestic violence sexual victims survivors",
    "addiction": "addiction alcohol drugs drug substance recovery gambling",
    "animals": "animal animals pets dogs cats dog kennel wildlife",
    "hall": "hall halls buildings venue village-hall premises refurbishment facilities centre",
    "digital": "digital online computer computers internet website laptop laptops technology",
    "advice": "advice advocacy guidance information rights legal",
    "volunteering": "volunteer volunteers volunteering",
    "forces": "veteran veterans military forces armed",
    "grief": "bereavement bereaved grief palliative hospice",
    "community": "community communities neighbourhood neighbourhoods neighbours local residents "
    "village villages grassroots civic",
}
TOPICS = frozenset(_TOPICS)
"""Every topic there is."""
GENERAL = frozenset({"community", "volunteering"})
"""Topics that nearly every group could name: a weaker match than the others."""

_EMPTY_WORDS = """
a an and any are as at by club for from group groups help helping in into is it its of on or our
people person project projects provision running service services support supporting that the
their them they to up we who will with work working you your all new other improve improving
improvement contract framework supply tender notice council county oxfordshire activity
activities strong stronger strengthen strengthening build building life
"""
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]")
_SHORTEST = 4


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the part of a word that its forms share: cooking, cooks and cooked give cook."""
    word = word.removesuffix("'s")
    for ending, instead in (("ies", "y"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _SHORTEST:
            word = word[: len(word) - len(ending)] + instead
            break
    return word.removesuffix("e") if len(word) > _SHORTEST else word


_TOPICS_OF: dict[str, frozenset[str]] = {}
for _topic, _words in _TOPICS.items():
    for _each in _words.split():
        _TOPICS_OF[stem(_each)] = _TOPICS_OF.get(stem(_each), frozenset()) | {_topic}

_EMPTY_STEMS = frozenset(stem(each) for each in _EMPTY_WORDS.split())


@lru_cache(maxsize=8192)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of a text's telling words."""
    return (
        frozenset(stem(word) for word in _WORD.findall(text.lower().replace("\u2019", "'")))
        - _EMPTY_STEMS
    )


@lru_cache(maxsize=8192)
def topics_of(text: str) -> frozenset[str]:
    """Return what a text is about: topics, and the stems of words that name none."""
    stems = stems_of(text)
    found: set[str] = set()
    for each in stems:
        found |= _TOPICS_OF.get(each, frozenset({each}))
    return frozenset(found)


def topics_of_all(texts: Iterable[str]) -> frozenset[str]:
    """Return what several texts are about, together."""
    return frozenset().union(*map(topics_of, texts))


@lru_cache(maxsize=64)
def topics_of_group(activities: tuple[str, ...], beneficiaries: tuple[str, ...]) -> frozenset[str]:
    """Return what a group's own words are about."""
    return topics_of_all((*activities, *beneficiaries))
