"""Who guesses, who holds on to a place, and who comes at the very same moment as another."""

import json
import secrets
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from sqlalchemy import event, insert, text

from tests.contract.backend import IDS, new_group, new_keys, operation
from tests.server.test_hostile_requests import ask, ops
from tests.support.live_service import UNHURRIED, live_service
from vcs_desktop.server import doors, house
from vcs_desktop.server.invitations import MOST_WAITING, welcome
from vcs_desktop.server.limits import Limiter, Rate, Rates
from vcs_desktop.server.refusals import Refusal, busy, unknown_token
from vcs_desktop.server.tables import groups, invitations, joins
from vcs_desktop.sync.service_errors import Refused, ServiceBusy, Taken, TokenNotKnown

FEW_GUESSES = Rates(UNHURRIED.known, UNHURRIED.looking, Rate(4, 0.001))


@contextmanager
def questions_of(live):
    """Yield what the database is asked meanwhile."""
    asked = []

    def note(_connection, _cursor, statement, *_):
        asked.append(statement)

    event.listen(live.database._engine, "before_cursor_execute", note)
    yield asked
    event.remove(live.database._engine, "before_cursor_execute", note)


def test_made_up_tokens_do_not_come_to_the_database_for_long(tmp_path):
    with live_service(f"sqlite:///{tmp_path / 'a.db'}", rates=FEW_GUESSES) as live:
        for _ in range(4):
            with pytest.raises(TokenNotKnown):
                live.door().entering(IDS.new(), secrets.token_urlsafe(32)).operations(0)
        with questions_of(live) as asked:
            paths = (f"/v1/groups/{IDS.new()}/ops", "/v1/officer/inbox", f"/v1/joins/{IDS.new()}")
            for path in paths:
                made_up = secrets.token_urlsafe(32)
                assert ask(live, "GET", path, token=made_up)[0] == 429
        assert asked == []


def test_who_guesses_beside_a_laptop_does_not_keep_it_out(tmp_path):
    with live_service(f"sqlite:///{tmp_path / 'a.db'}", rates=FEW_GUESSES) as live:
        group = new_group(live)
        group.service.push([operation()])
        guesser = live.door().entering(group.id, secrets.token_urlsafe(32))
        for told in (TokenNotKnown, TokenNotKnown, TokenNotKnown, ServiceBusy):
            with pytest.raises(told):
                guesser.operations(0)
        assert group.service.operations(0).head == 1


def test_a_laptop_that_is_let_in_is_no_guess_however_often_it_asks(tmp_path):
    address = f"sqlite:///{tmp_path / 'a.db'}"
    with live_service(address) as live:
        group = new_group(live)
        group.service.push([operation()])
    with live_service(address, rates=FEW_GUESSES, begins=False) as live:
        back = [live.door().entering(group.id, group.token) for _ in range(6)]
        assert [each.operations(0).head for each in back] == [1] * 6
        for _ in range(4):  # nothing was taken from what others may guess
            with pytest.raises(TokenNotKnown):
                live.door().entering(group.id, secrets.token_urlsafe(32)).operations(0)


def test_a_try_counts_as_a_guess_until_it_was_none():
    limiter = Limiter(Rates(knocking=Rate(2, 0.001)), lambda: 0.0)
    for _ in range(3):
        with limiter.trying("a token that somebody has", "192.0.2.1"):
            pass
    twice = limiter.trying("one", "192.0.2.1"), limiter.trying("one", "192.0.2.1")
    with twice[0], twice[1], pytest.raises(Refusal), limiter.trying("another", "192.0.2.1"):
        pass
    with pytest.raises(Refusal), limiter.trying("nobody has looked", "192.0.2.1"):
        raise busy()
    for told in ("unknown_token", "too_many"):
        with pytest.raises(Refusal, match=told), limiter.trying("nobody's", "192.0.2.1"):
            raise unknown_token()
    with limiter.trying("one", "192.0.2.1"):
        pass
    with pytest.raises(Refusal, match="unknown_token"), limiter.trying("one", "192.0.2.1"):
        raise unknown_token()  # it was taken out meanwhile
    with pytest.raises(Refusal, match="too_many"), limiter.trying("one", "192.0.2.1"):
        pass


def beginning_of_a_large_body(live, group, token):
    """Begin to send a large body, and say no more."""
    place = urlsplit(live.address)
    line = socket.create_connection((place.hostname, place.port), timeout=10)
    head = f"POST {ops(group)} HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n"
    line.sendall(f"{head}Expect: 100-continue\r\nAuthorization: Bearer {token}\r\n\r\n".encode())
    assert b"100" in line.recv(100)  # it has a place, and is waited for
    return line


def test_nobody_holds_more_than_one_of_the_places_for_large_bodies(live):
    group = new_group(live)
    other, _ = group.another_laptop()
    large = json.dumps({"ops": []}).encode() + b" " * 2_000_000
    with beginning_of_a_large_body(live, group, group.token):
        for _ in range(9):
            status, headers, said = ask(live, "POST", ops(group), large, group.token)
            assert (status, said["error"]) == (429, "too_many")
            assert int(headers["retry-after"]) > 0
        big = operation(secrets.token_bytes(2_000_000))
        other.push([big])
        group.service.push([operation()])
    for _ in range(50):  # until the service has heard that the line was cut
        status, _, _ = ask(live, "POST", ops(group), large, group.token)
        if status != 429:
            break
    assert status == 422


def test_who_finds_no_place_for_a_large_body_is_told_to_come_again(live, monkeypatch):
    monkeypatch.setattr(house, "_PLACE_S", 0.2)
    group = new_group(live)
    crowd = [new_group(live) for _ in range(8)]
    big = operation(secrets.token_bytes(2_000_000))
    with ExitStack() as held:
        for each in crowd:
            held.enter_context(beginning_of_a_large_body(live, each, each.token))
        with pytest.raises(ServiceBusy):
            group.service.push([big])
        group.service.push([operation()])  # what is small needs no place
    for _ in range(50):  # until the service has heard that the lines were cut
        with suppress(ServiceBusy):
            assert group.service.push([big]).results
            return
    raise AssertionError("no place is free again")


@contextmanager
def written_meanwhile(live, statement):
    """Write something; it is kept once the body has asked for the same, and waits."""
    with live.database.writing() as connection, ThreadPoolExecutor() as pool:
        connection.execute(statement)
        yield pool
        waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
        while True:
            with live.database.reading() as beside:
                if beside.execute(waiting).scalar_one():
                    break
        connection.commit()


def test_two_that_begin_the_same_group_at_once_are_told_who_was_first(on_postgres):
    group, code = IDS.new(), on_postgres.new_code()
    begun = insert(groups).values(
        id=group, head=0, epoch=0, bytes_kept=0, begun_at=on_postgres.clock.now()
    )
    with written_meanwhile(on_postgres, begun) as pool:
        second = pool.submit(on_postgres.door().start_group, group, code, new_keys())
    with pytest.raises(Taken):
        second.result()


def test_two_groups_that_keep_the_same_invitation_at_once_are_told_who_was_first(on_postgres):
    group, other, locator = new_group(on_postgres), new_group(on_postgres), secrets.token_hex(32)
    kept = insert(invitations).values(
        locator=locator, group_id=other.id, offer=b"theirs", expires_at=on_postgres.clock.now()
    )
    with written_meanwhile(on_postgres, kept) as pool:
        second = pool.submit(group.another_way_in().invite, locator, b"ours")
    with pytest.raises(Taken):
        second.result()


@pytest.mark.parametrize("proof", [b"proof", b"another proof"])
def test_a_laptop_that_asks_twice_at_once_waits_once(on_postgres, proof):
    group, keys, locator = new_group(on_postgres), new_keys(), secrets.token_hex(32)
    group.service.invite(locator, b"offer")
    first = insert(joins).values(
        group_id=group.id, device=keys.id, locator=locator, sign_key=keys.sign_key,
        seal_key=keys.seal_key, proof=b"proof", waiting_sha256=secrets.token_hex(32),
        expires_at=on_postgres.clock.now().replace(year=2030), refused=False,
    )  # fmt: skip
    with written_meanwhile(on_postgres, first) as pool:
        again = pool.submit(on_postgres.door().ask_to_join, locator, keys, proof)
    if proof == b"proof":
        assert on_postgres.door().joined(keys.id, again.result()) is None
    else:
        with pytest.raises(Taken):
            again.result()
    assert [each.device for each in group.service.joins()] == [keys]


def test_no_more_wait_by_one_invitation_than_may_however_many_ask_at_once(on_postgres):
    group, locator, gate = new_group(on_postgres), secrets.token_hex(32), threading.Barrier(12)
    group.service.invite(locator, b"offer")

    def ask(_):
        door = on_postgres.door()
        door.probe()
        gate.wait()
        with suppress(Taken):
            door.ask_to_join(locator, new_keys(), b"proof")

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(ask, range(12)))
    assert len(group.service.joins()) == MOST_WAITING


def test_another_that_asks_while_a_laptop_is_let_in_does_not_take_its_place(on_postgres):
    group, keys = new_group(on_postgres), new_keys()
    locator, other = (secrets.token_hex(32) for _ in range(2))
    for each in (locator, other):
        group.service.invite(each, b"offer")
    waits = on_postgres.door().ask_to_join(locator, keys, b"proof")
    now = on_postgres.clock.now()
    stranger = replace(new_keys(), id=keys.id)
    with on_postgres.database.writing() as connection, ThreadPoolExecutor() as pool:
        who = doors.asker(connection, group.token, group.id, locking=True)
        asks = pool.submit(on_postgres.door().ask_to_join, other, stranger, b"another")
        with suppress(TimeoutError):
            asks.exception(0.5)  # it would have been answered where nobody has to wait
        welcome(connection, who, keys.id, b"welcome", now)
        connection.commit()
    with pytest.raises(Taken):
        asks.result()
    assert on_postgres.door().joined(keys.id, waits).welcome == b"welcome"


def test_many_that_come_at_once_with_one_id_have_clear_answers(on_postgres):
    """Whatever is asked of the same id at once: one is first, the others hear that."""
    group, code, gate = IDS.new(), on_postgres.new_code(), threading.Barrier(6)
    codes = [code, code, *(on_postgres.new_code() for _ in range(4))]
    keys = new_keys()

    def begin(told):
        door = on_postgres.door()
        gate.wait()
        try:
            return door.start_group(group, told, keys)
        except Refused as refusal:
            return refusal

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(begin, codes))
    assert any(not isinstance(each, Refused) for each in answers)
    assert all(isinstance(each, Taken) for each in answers if isinstance(each, Refused))
