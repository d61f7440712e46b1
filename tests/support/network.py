"""Tests reach nothing outside this computer."""

from ipaddress import ip_address


class NetworkTouched(RuntimeError):
    """A test reached for the network; only this computer itself is allowed."""


def refuse_the_network(event: str, given: tuple) -> None:
    """Stop anything that looks up a name or connects outside this computer."""
    if event == "socket.getaddrinfo":
        address = given[0]
    elif event in ("socket.connect", "socket.sendto") and isinstance(given[1], tuple):
        address = given[1][0]
    else:
        return
    if not _is_this_computer(address):
        raise NetworkTouched(f"a test reached for {address!r}")


def _is_this_computer(address: object) -> bool:
    if address in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        return ip_address(str(address)).is_loopback
    except ValueError:
        return False
