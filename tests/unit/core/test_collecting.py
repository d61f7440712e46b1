import gc

import pytest

from vcs_desktop.core.collecting import nothing_to_collect


@pytest.fixture
def collecting():
    """Python collects, as in the program; tests do it by themselves, between them."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("collecting")
def test_nothing_is_collected_meanwhile_and_everything_afterwards():
    with nothing_to_collect():
        assert not gc.isenabled()
    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_it_is_collected_again_though_something_went_wrong():
    with pytest.raises(ValueError, match="wrong"), nothing_to_collect():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_who_did_not_collect_before_does_not_afterwards():
    with nothing_to_collect():
        pass
    assert not gc.isenabled()
