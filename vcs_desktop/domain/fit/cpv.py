"""CPV: the European list of kinds of goods, works and services, which UK notices use.

Source: Common Procurement Vocabulary, Regulation (EC) No 213/2008, Annex I. The
divisions that matter to voluntary groups are our own choice from UK notices.
"""

from functools import lru_cache

# The longest beginning of a code that is here says what the work is about.
_ABOUT = {
    "553": ("food",),
    "555": ("food",),
    "55524": ("food", "children"),
    "60": ("transport",),
    "7524": ("safety",),
    "773": ("environment",),
    "7995": ("arts", "community"),
    "79632": ("learning",),
    "80": ("learning",),
    "801": ("learning", "children"),
    "802": ("learning", "young"),
    "804": ("learning",),
    "851": ("health",),
    "85144": ("health", "older"),
    "853111": ("older",),
    "853112": ("disability",),
    "853113": ("children", "young"),
    "853121": ("older", "lonely", "disability"),
    "8531211": ("children",),
    "8531212": ("disability", "children", "young"),
    "853122": ("food", "older"),
    "8531231": ("advice",),
    "8531232": ("mental",),
    "85322": ("community",),
    "85323": ("health", "community"),
    "907": ("environment",),
    "923": ("arts",),
    "925": ("heritage", "arts"),
    "926": ("sport",),
    "98131": ("faith",),
    "98133": ("community",),
}
_GROUPS_DO = frozenset({"55", "60", "75", "79", "80", "85", "90", "92", "98"})
_TITLE_TELLS = frozenset({"55", "75", "80", "85", "92", "98"})
DIVISION = 2
"""Digits of a code that name its division."""


@lru_cache(maxsize=4096)
def about(code: str) -> frozenset[str]:
    """Return the topics of a code; empty when the code says too little or is not for groups."""
    for length in range(min(len(code), 8), DIVISION - 1, -1):
        if code[:length] in _ABOUT:
            return frozenset(_ABOUT[code[:length]])
    return frozenset()


def groups_do_this(code: str) -> bool:
    """Say whether a code is in a division where voluntary groups win contracts.

    Source: domain research, section 2.5: health and social work (85), education
    (80), other community services (98), recreation (92), catering (55),
    transport (60), business (79), public services (75), environment (90).
    """
    return code[:DIVISION] in _GROUPS_DO


def told_by_title(code: str) -> bool:
    """Say whether a code is so wide that the title tells what the work is.

    A title with "food" under graphic design is about design; under social work
    it is about food.
    """
    return code[:DIVISION] in _TITLE_TELLS
