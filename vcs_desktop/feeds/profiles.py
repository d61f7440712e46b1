"""Reads a group's profile from a YAML file, as the command line takes it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.from_record.fields import (
    Unusable,
    day,
    flag,
    needed,
    parts,
    pence,
    several,
    whole,
    words,
)
from vcs_desktop.domain.from_record.places import area_of
from vcs_desktop.domain.group import GroupProfile, LegalForm, Policy
from vcs_desktop.feeds.tables import whole_text
from vcs_desktop.feeds.yaml_text import read_yaml

FIELDS = (
    "name",
    "legal_form",
    "annual_income",
    "areas",
    "activities",
    "beneficiaries",
    "bank_signatories",
    "policies",
    "live_grants",
    "practice",
)
_POLICY_FIELDS = ("name", "reviewed_on")


def read_profile(path: Path) -> GroupProfile:
    """Return the group that a YAML file tells of; what it leaves out is not known.

    Raises:
        CannotUseInput: it is no YAML, or a field in it is unknown or wrong; the
            message names the field.
    """
    try:
        content = read_yaml(whole_text(path))
    except OSError as error:
        raise CannotUseInput(
            f"profile: {error.strerror}",
            message="The group's file cannot be opened.",
            advice="Look at its name and folder, and try again.",
        ) from error
    if not isinstance(content, dict):
        raise _wrong("it has no named fields")
    try:
        return _profile(content)
    except Unusable as problem:
        raise _wrong(str(problem)) from problem


def _profile(data: Mapping[str, Any]) -> GroupProfile:
    _refuse_unknown(data, FIELDS)
    flag(data, "practice")
    return GroupProfile(
        name=words(data, "name"),
        legal_form=_legal_form(data),
        annual_income_pence=pence(data, "annual_income"),
        areas=_areas(data),
        activities=several(data, "activities"),
        beneficiaries=several(data, "beneficiaries"),
        bank_signatories=whole(data, "bank_signatories", most=100),
        policies=_policies(data),
        live_grants=several(data, "live_grants") if _is_told(data, "live_grants") else None,
    )


def _legal_form(data: Mapping[str, Any]) -> LegalForm | None:
    text = words(data, "legal_form")
    if text and text not in set(LegalForm):
        raise Unusable(f"“legal_form” says “{text}”; it should be one of: {', '.join(LegalForm)}")
    return LegalForm(text) if text else None


def _areas(data: Mapping[str, Any]) -> tuple[str, ...]:
    codes = []
    for said in several(data, "areas"):
        code = area_of(said)
        if not code:
            raise Unusable(
                f"“areas” says “{said}”; each should be an area code such as E07000178 (Oxford)"
            )
        codes.append(code)
    return tuple(codes)


def _policies(data: Mapping[str, Any]) -> tuple[Policy, ...] | None:
    if not _is_told(data, "policies"):
        return None
    found = []
    for part in parts(data, "policies"):
        _refuse_unknown(part, _POLICY_FIELDS, "policies/")
        found.append(Policy(needed(part, "name"), day(part, "reviewed_on")))
    return tuple(found)


def _is_told(data: Mapping[str, Any], key: str) -> bool:
    """Say whether the file tells of it at all: an empty list tells that there are none."""
    return data.get(key) is not None


def _refuse_unknown(data: Mapping[str, Any], known: tuple[str, ...], before: str = "") -> None:
    for key in data:
        if key not in known:
            raise Unusable(
                f"“{before}{key}” is not a field of a group; the fields are: {', '.join(known)}"
            )


def _wrong(what: str) -> CannotUseInput:
    return CannotUseInput(
        "profile",
        message=f"The group's file cannot be used: {what}.",
        advice="Put it right and try again.",
    )
