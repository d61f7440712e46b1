"""A library over a line that is safe: from whom this computer believes, and from nobody else."""

import sys

import pytest

from tests.support.arriving import told
from tests.support.certificates import Authority
from tests.support.fault_proxy import faulty_service
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LINE
from vcs_desktop.publishing.ocds_api.asking import Unreached, ask_the_web
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.sync.errors import NotSafe, SignInToWifi

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere only the system itself says whom it believes"
)


@pytest.fixture
def authority(tmp_path, monkeypatch):
    """Whom this computer believes, and nobody else."""
    made = Authority(tmp_path, "believed")
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    return made


@pytest.fixture
def published(office):
    office.publish(call("halls"))
    return office


def refused(laptop, address):
    arrival = laptop.arrivals.sync(address, trust=DIGITS)
    assert (arrival.outcome, type(arrival.error)) == (Outcome.FAILED, NotSafe)
    assert "not safe" in arrival.steps[-1].words
    assert "clock" in arrival.error.advice
    assert laptop.all() == ({}, {}, {})


def test_it_comes_from_whoever_an_authority_that_is_believed_vouches_for(
    laptop, published, authority
):
    with faulty_service(published.folder, authority.context()) as service:
        assert service.address.startswith("https:")
        assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
        assert laptop.lines(LINE) == told(published.records())
        assert laptop.arrivals.sync(service.address).outcome == Outcome.NOTHING_NEW


def test_what_an_authority_vouches_for_that_nobody_knows_is_refused_in_words(
    laptop, published, authority, tmp_path
):
    unknown = Authority(tmp_path, "unknown")
    with faulty_service(published.folder, unknown.context()) as service:
        refused(laptop, service.address)
        assert service.requests == []


def test_what_is_vouched_for_as_another_host_is_refused_in_words(laptop, published, authority):
    for host in ("library.example", "127.0.0.2"):
        with faulty_service(published.folder, authority.context(host)) as service:
            refused(laptop, service.address)
            assert service.requests == []


def test_what_nobody_vouches_for_any_more_or_yet_is_refused_in_words(laptop, published, authority):
    for days in ((-3, -2), (2, 3)):
        with faulty_service(published.folder, authority.context(days=days)) as service:
            refused(laptop, service.address)


def test_who_is_sent_from_a_safe_line_to_an_open_one_does_not_go(laptop, published, authority):
    with (
        faulty_service(published.folder) as openly,
        faulty_service(published.folder, authority.context()) as service,
    ):
        service.redirects = {"/library/library.json": f"{openly.address}/library.json"}
        error = laptop.arrivals.sync(service.address, trust=DIGITS).error
        assert isinstance(error, SignInToWifi)
        assert openly.requests == []


@pytest.mark.parametrize("fault", ["truncate", "drop after", "drip", "drip head", "flipped bits"])
def test_a_fault_on_a_safe_line_loses_nothing_either(laptop, published, authority, fault):
    with faulty_service(published.folder, authority.context()) as service:
        service.always = {".gz": fault}
        assert laptop.arrivals.sync(service.address, trust=DIGITS).error is not None
        assert laptop.all() == ({}, {}, {})
        service.always = {}
        assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE


def test_whoever_publishes_asks_others_by_the_same_trust(published, authority, tmp_path):
    from vcs_desktop.publishing.ocds_api import asking

    asking._session.cache_clear()
    with faulty_service(published.folder, authority.context()) as service:
        assert ask_the_web(f"{service.address}/root.json", 100_000).status == 200
    unknown = Authority(tmp_path, "unknown")
    with faulty_service(published.folder, unknown.context()) as service, pytest.raises(Unreached):
        ask_the_web(f"{service.address}/root.json", 100_000)
    asking._session.cache_clear()
