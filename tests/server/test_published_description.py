"""The service does what its published description says, for whatever that allows or forbids."""

import json
import os
from urllib.request import urlopen

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks

from tests.contract.backend import new_group
from vcs_desktop.wire.service import ID

EXAMPLES = int(os.environ.get("VCS_DESCRIPTION_EXAMPLES", "4"))
"""For each request and each sort of it: allowed, and forbidden."""


@pytest.fixture(scope="module")
def description(on_postgres):
    with urlopen(f"{on_postgres.address}/v1/openapi.json", timeout=20) as answer:
        return json.load(answer)


def test_every_request_is_described(description):
    asked = {
        f"{method.upper()} {path}"
        for path, methods in description["paths"].items()
        for method in methods
    }
    assert len(asked) == 30, sorted(asked)
    assert all(each.startswith(("GET", "PUT", "POST", "DELETE", "HEAD")) for each in asked)
    for methods in description["paths"].values():
        for each in methods.values():
            assert each["summary"]
            assert {"401", "422"} <= set(each["responses"])


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_it_does_what_it_says(on_postgres, description, mode):
    load_all_checks()
    schema = schemathesis.openapi.from_dict(description)
    schema.config.update(base_url=on_postgres.address)
    # What nobody asked for is passed over in an address; and a token goes along always.
    schema.config.generation.update(allow_extra_parameters=False, with_security_parameters=False)
    group = new_group(on_postgres)
    officer = on_postgres.new_officer(f"fuzzed {mode}")
    wrong = []
    for found in schema.get_all_operations():
        operation = found.ok()
        token = officer if "/officer/" in operation.path else group.token
        told = _asked_about(operation, mode, group, token)
        wrong += told
    assert not wrong, "\n\n".join(wrong)[:5_000]


def _asked_about(operation, mode, group, token):
    """Return what is wrong with the answers to one request."""

    @seed(20261129)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case):
        if case.path_parameters and "group" in case.path_parameters and _is_form(case):
            case.path_parameters["group"] = group.id  # else nearly all of it is another's
        case.call_and_validate(
            headers={"Authorization": f"Bearer {token}"},
            # What no schema says is told by 422: base64 that is not in its one form.
            excluded_checks=[checks.positive_data_acceptance, checks.ignored_auth],
            timeout=20,
        )

    try:
        ask()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE  # there is nothing to be wrong in it
        assert operation.path == "/health"
    except FailureGroup as failures:
        return [f"{operation.label}: {each}" for each in failures.exceptions]
    except Exception as error:  # noqa: BLE001  whatever it is, which request it was matters
        return [f"{operation.label}: {type(error).__name__} {error}"]
    return []


def _is_form(case):
    return ID.fullmatch(str(case.path_parameters["group"])) is not None
