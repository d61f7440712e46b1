"""Fetches contracts, page by page, from services such as Contracts Finder and Find a Tender."""

from vcs_desktop.publishing.ocds_api.apis import (
    CONTRACTS_FINDER,
    FIND_A_TENDER,
    KNOWN,
    Api,
    api_called,
)
from vcs_desktop.publishing.ocds_api.asking import Ask, Reply, Unreached, ask_the_web
from vcs_desktop.publishing.ocds_api.errors import CannotFetch
from vcs_desktop.publishing.ocds_api.fetching import Fetched, fetch

__all__ = [
    "CONTRACTS_FINDER",
    "FIND_A_TENDER",
    "KNOWN",
    "Api",
    "Ask",
    "CannotFetch",
    "Fetched",
    "Reply",
    "Unreached",
    "api_called",
    "ask_the_web",
    "fetch",
]
