"""One question to the infrastructure service over HTTP, and its answer, looked at as it comes.

An answer of status 200 says nothing by itself: a public Wi-Fi answers everything with its own
page. What has not the right kind and size is not read, and nobody is followed elsewhere.
"""

import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from vcs_desktop.core.addresses import is_service_address
from vcs_desktop.core.web_session import Exchange
from vcs_desktop.sync import service_errors as errors
from vcs_desktop.sync.errors import SignInToWifi, WrongAddress
from vcs_desktop.sync.http_remote import PATIENT, Patience, new_session
from vcs_desktop.sync.remote import SIGN_IN, WEB_PAGES, asked_wait_s, kind_of
from vcs_desktop.wire.fields import text
from vcs_desktop.wire.service import MOST_SMALL_REQUEST, Code

_JSON: Final = "application/json"
OCTETS: Final = "application/octet-stream"
_AT_ONCE: Final = 1 << 16
_ELSEWHERE: Final = range(300, 400)
_BUSY: Final = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)
_SERVER_FAILED: Final = 500
_THIS_COMPUTER: Final = ("127.0.0.1", "localhost")
_NONCE_BYTES: Final = 24

_REFUSALS: Final[Mapping[str, type[errors.Refused]]] = {
    Code.MALFORMED: errors.NotUnderstood,
    Code.UNKNOWN_TOKEN: errors.TokenNotKnown,
    Code.REMOVED: errors.DeviceRemoved,
    Code.NOT_ALLOWED: errors.NotAllowed,
    Code.NOT_THERE: errors.NotThere,
    Code.OTHER_BYTES: errors.OtherBytes,
    Code.TAKEN: errors.Taken,
    Code.ERASED: errors.Gone,
    Code.WITHDRAWN: errors.Gone,
    Code.EXPIRED: errors.Gone,
    Code.TOO_LARGE: errors.TooLarge,
}


@dataclass(frozen=True, slots=True)
class Sent:
    """A question: its method and path, and what goes along."""

    method: str
    path: str
    body: bytes | None = None
    kind: str = _JSON
    headers: Mapping[str, str] | None = None
    most: int = MOST_SMALL_REQUEST
    """Bytes that the answer may have."""


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer that the service gave, and no refusal. ``headers`` have lower-case names."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def said(self) -> Any:
        """Return the JSON of the answer.

        Raises:
            WrongAnswer: it is none.
        """
        if kind_of(self.headers) != _JSON:
            raise errors.WrongAnswer("an answer of another kind")
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise errors.WrongAnswer("an answer that is no JSON") from error


class ServiceLine:
    """The connection to one service."""

    def __init__(
        self,
        address: str,
        patience: Patience = PATIENT,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take an address.

        Raises:
            WrongAddress: it is none that can be used: a token goes along, so that nobody may
                listen on the way.
        """
        if not is_service_address(address) or not _is_private(address):
            raise WrongAddress(address)
        self.address = address.rstrip("/")
        self._patience = patience
        self._clock_s = clock_s
        self._session = new_session()

    def close(self) -> None:
        """Let go of its connections."""
        self._session.close()

    def ask(self, sent: Sent, token: str = "") -> Heard:
        """Ask, and return the answer.

        Raises:
            Offline: no answer came that can be used.
            Refused: the service will not.
        """
        url = f"{self.address}{sent.path}"
        patience = self._patience
        exchange = self._session.exchange = Exchange(
            patience.always_s, patience.read_s, patience.least_bytes_s, self._clock_s
        )
        try:
            with self._session.request(
                sent.method,
                url,
                data=sent.body,
                headers=self._headers(sent),
                auth=_Bearer(token),
                timeout=(patience.connect_s, patience.read_s),
                allow_redirects=False,
                stream=True,
            ) as response:
                headers = {name.lower(): value for name, value in response.headers.items()}
                _must_be_its_own(url, response.status_code, headers)
                body = _body(response, headers, sent, exchange)
        except requests.exceptions.SSLError as error:
            raise errors.ServiceNotSafe(type(error).__name__) from error
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            kind = errors.ServiceTooSlow if exchange.is_overdue else errors.ServiceOffline
            raise kind(type(error).__name__) from error
        heard = Heard(response.status_code, headers, body)
        if not response.ok:
            raise _refusal(sent, heard)
        return heard

    @staticmethod
    def _headers(sent: Sent) -> dict[str, str]:
        kind = {} if sent.body is None else {"Content-Type": sent.kind}
        return {**kind, **(sent.headers or {})}


class _Bearer(requests.auth.AuthBase):
    """Says who asks; nothing that this computer keeps for other programs is sent in its place."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def new_nonce() -> str:
    """Return what nobody can have answered before."""
    return secrets.token_urlsafe(_NONCE_BYTES)


def _is_private(address: str) -> bool:
    """Say whether nobody can listen on the way to an address."""
    parts = urlsplit(address)
    return parts.scheme == "https" or parts.hostname in _THIS_COMPUTER


def _must_be_its_own(url: str, status: int, headers: Mapping[str, str]) -> None:
    """Do nothing if the service itself may have answered."""
    if status == SIGN_IN:
        raise SignInToWifi(f"{status}")
    if status in _ELSEWHERE:
        if urlsplit(urljoin(url, headers.get("location", ""))).netloc != urlsplit(url).netloc:
            raise SignInToWifi(f"{status}: sent to another host")
        raise errors.NotAService(f"{status}: sent elsewhere")
    if kind_of(headers) in WEB_PAGES:
        if status < HTTPStatus.BAD_REQUEST:
            raise SignInToWifi(f"{status}: a web page")
        if status < _SERVER_FAILED:
            raise errors.NotAService(f"{status}: a web page")


def _body(
    response: requests.Response, headers: Mapping[str, str], sent: Sent, exchange: Exchange
) -> bytes:
    """Return the body of an answer, if it has the size that it says and may have."""
    length = headers.get("content-length", "")
    if sent.method == "HEAD" or response.status_code == HTTPStatus.NO_CONTENT:
        return b""
    if headers.get("content-encoding", "identity") != "identity":
        raise errors.WrongAnswer("an answer that is packed")
    if length and not (length.isascii() and length.isdigit() and int(length[:15]) <= sent.most):
        raise errors.WrongAnswer("an answer that is too large")
    pieces, got = [], 0
    while piece := response.raw.read1(_AT_ONCE, decode_content=False):
        exchange.got(len(piece))
        got += len(piece)
        if got > sent.most:
            raise errors.WrongAnswer("an answer that is too large")
        pieces.append(piece)
    if length and got != int(length):
        raise errors.ServiceOffline("an answer that was cut off")
    return b"".join(pieces)


def _refusal(sent: Sent, heard: Heard) -> Exception:
    """Return what an answer means that is no success."""
    if heard.status in _BUSY:
        return errors.ServiceBusy(
            f"{heard.status}", wait_s=asked_wait_s(heard.headers, time.time())
        )
    try:
        code = text(dict(heard.said()), "error") if sent.method != "HEAD" else _by_status(heard)
    except (ValueError, TypeError, errors.WrongAnswer):
        code = ""
    if heard.status >= _SERVER_FAILED:
        return errors.ServiceOffline(f"{heard.status}")
    if code in _REFUSALS:
        return _REFUSALS[code](f"{heard.status} {code}", code=code)
    if code and sent.method != "HEAD":
        return errors.Refused(f"{heard.status}", code=code)
    return errors.NotAService(f"{heard.status}: not as our service answers")


def _by_status(heard: Heard) -> str:
    """Return the code of a refusal that has no body."""
    return {
        HTTPStatus.UNAUTHORIZED: Code.UNKNOWN_TOKEN,
        HTTPStatus.FORBIDDEN: Code.REMOVED,
        HTTPStatus.NOT_FOUND: Code.NOT_THERE,
        HTTPStatus.GONE: Code.ERASED,
        HTTPStatus.UNPROCESSABLE_ENTITY: Code.MALFORMED,
    }.get(HTTPStatus(heard.status), "")
