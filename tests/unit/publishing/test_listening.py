"""A socket that listens keeps nothing back, and is told where its address cannot be had."""

import socket

import pytest

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.publishing.listening import listening


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_its_connections_keep_no_small_answer_back(host):
    """That a connection is one for TCP by name is what asyncio looks at to say so."""
    if host == "::1" and not socket.has_ipv6:
        pytest.skip("this Python was built without IPv6, and so listens on no such address")
    made, address = listening(host, 0)
    port = int(address.rsplit(":", 1)[1])
    with made, socket.create_connection((host, port), timeout=5):
        taken, _ = made.accept()
        with taken:
            assert taken.proto == socket.IPPROTO_TCP
    assert address == (f"http://[::1]:{port}" if host == "::1" else f"http://127.0.0.1:{port}")


def test_an_address_that_another_program_has_is_refused():
    made, address = listening("127.0.0.1", 0)
    with made, pytest.raises(CannotUseInput) as told:
        listening("127.0.0.1", int(address.rsplit(":", 1)[1]))
    assert "Another program may have it" in told.value.advice


@pytest.mark.parametrize("port", [-1, 65_536, 1 << 40])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(CannotUseInput):
        listening("127.0.0.1", port)


@pytest.mark.parametrize("host", ["", "nowhere", "192.0.2.1", "127.0.0.1\0"])
def test_a_host_that_is_not_this_computer_is_refused(host):
    with pytest.raises(CannotUseInput):
        listening(host, 0)
