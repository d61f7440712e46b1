"""A socket of this computer that listens, for whatever serves a tree or a service on it."""

import os
import socket
from ipaddress import ip_address
from typing import Final

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr

_WAITING: Final = 512
_V6: Final = 6


def listening(host: str, port: int) -> tuple[socket.socket, str]:
    """Return a socket that listens, and its address without a slash; port 0 is any that is free.

    It is made for TCP by name: only then do its connections keep no small answer back to wait
    for more (40 ms each).

    Raises:
        CannotUseInput: it is no address of this computer, or another program has it.
    """
    try:
        is_v6 = ip_address(host).version == _V6
        made = _made(host, port, is_v6=is_v6)
    except (OSError, ValueError, OverflowError) as error:
        raise CannotUseInput(
            f"address: {type(error).__name__}",
            message=tr("This address cannot be used on this computer."),
            advice=tr("Another program may have it. Choose another port."),
        ) from error
    taken = made.getsockname()[1]
    return made, f"http://[{host}]:{taken}" if is_v6 else f"http://{host}:{taken}"


def _made(host: str, port: int, *, is_v6: bool) -> socket.socket:
    family = socket.AF_INET6 if is_v6 else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two programs have one address
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if is_v6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen(_WAITING)
    except BaseException:
        made.close()
        raise
    return made
