"""A guide as it leaves the window: a web page, a sheet to print."""

import re
from hashlib import sha256

from vcs_desktop.documents.guide import GuideDocument
from vcs_desktop.domain.learning import GuideView, in_minutes
from vcs_desktop.services.learning.whole_text import origin_line

_NOT_FOR_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def document_of(view: GuideView) -> GuideDocument:
    """Return everything that a guide says outside the window."""
    line, guide = view.line, view.resource
    about = (in_minutes(line.minutes), line.topic, line.level)
    origin = guide.provenance
    return GuideDocument(
        title=guide.title,
        text=view.own_text,
        summary=guide.summary,
        about=", ".join(filter(None, about)),
        goals=guide.goals,
        check=guide.check,
        sheet=view.sheet,
        terms=tuple((term.title, term.text) for term in view.terms),
        sources=guide.sources,
        source_line=" · ".join(filter(None, (origin.source, origin_line(origin)))),
        language=guide.language,
    )


def file_name(guide_id: str, ending: str) -> str:
    """Return a name for a file of a guide that every computer can keep, and no other guide has."""
    plain = _NOT_FOR_NAMES.sub("-", guide_id.casefold())[:_LONGEST_NAME].strip("-")
    # Ids in other letters than ours, or with other signs between them, look alike in plain ones.
    own = sha256(guide_id.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain or 'guide'}-{own}{ending}"
