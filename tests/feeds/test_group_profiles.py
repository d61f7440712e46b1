"""A group's profile out of a YAML file: what is absent is unknown, what is wrong is named."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.group import GroupProfile, LegalForm, Policy
from vcs_desktop.feeds.profiles import read_profile


def _read(tmp_path, text):
    path = tmp_path / "group.yaml"
    path.write_text(text, "utf-8")
    return read_profile(path)


def test_a_whole_profile_is_read(tmp_path):
    profile = _read(
        tmp_path,
        """
        name: Marston Lunch Club
        legal_form: unincorporated_with_rules
        annual_income: 18400.50
        areas: [E07000178, West Oxfordshire]
        activities: [lunch club]
        beneficiaries: older people
        bank_signatories: 2
        policies:
          - name: Safeguarding
            reviewed_on: 2025-09-18
          - name: Data protection
        live_grants: []
        """,
    )
    assert profile == GroupProfile(
        name="Marston Lunch Club",
        legal_form=LegalForm.UNINCORPORATED_WITH_RULES,
        annual_income_pence=1_840_050,
        areas=("E07000178", "E07000181"),
        activities=("lunch club",),
        beneficiaries=("older people",),
        bank_signatories=2,
        policies=(Policy("Safeguarding", date(2025, 9, 18)), Policy("Data protection")),
        live_grants=(),
    )


def test_what_is_absent_is_unknown(tmp_path):
    assert _read(tmp_path, "name: Us\npolicies:\n") == GroupProfile(name="Us")


def test_an_income_of_nothing_is_known(tmp_path):
    assert _read(tmp_path, "annual_income: 0").annual_income_pence == 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("legal_form: club", "legal_form"),
        ("annual_income: about ten", "annual_income"),
        ("annual_income: -1", "annual_income"),
        ("areas: [Atlantis]", "Atlantis"),
        ("bank_signatories: 1.5", "bank_signatories"),
        ("bank_signatories: yes", "bank_signatories"),
        ("policies: [Safeguarding]", "policies"),
        ("policies: [{reviewed_on: 2025-01-01}]", "name"),
        ("policies: [{name: A, reviewed_on: last year}]", "last year"),
        ("policies: [{name: A, seen: 2025-01-01}]", "policies/seen"),
        ("income: 5", "income"),
        ("name: [a, b]", "name"),
        ("- a list", "named fields"),
        ("", "named fields"),
        ("name: [", "YAML"),
    ],
)
def test_what_is_unknown_or_wrong_is_refused_by_name(tmp_path, text, named):
    with pytest.raises(CannotUseInput) as refused:
        _read(tmp_path, text)
    assert named in refused.value.message
    assert refused.value.advice


def test_a_profile_that_is_not_there_is_refused_in_words(tmp_path):
    with pytest.raises(CannotUseInput, match="profile"):
        read_profile(tmp_path / "nothing.yaml")


def test_the_practice_group_that_travels_with_the_app_is_good():
    sample = Path(__file__).parents[2] / "resources" / "sample" / "group.yaml"
    assert read_profile(sample).name


@given(st.text(alphabet="nameisprc: -\n[]{}0.9e_lf", max_size=80))
def test_any_text_is_a_profile_or_refused_in_words(tmp_path_factory, text):
    try:
        found = _read(tmp_path_factory.mktemp("p"), text)
    except CannotUseInput as error:
        found = error.message
    assert found
