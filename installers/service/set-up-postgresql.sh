#!/bin/sh
# Makes the user of this computer that runs the service, its database and the folder of backups.
# Run it as the system's administrator. A second time changes nothing.
set -eu
user=vcs-service

id "$user" >/dev/null 2>&1 || useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin "$user"
as_postgres() { runuser -u postgres -- "$@"; }
has() { test "$(as_postgres psql -XAtc "$1")" = 1; }

# No password: the database lets in who is this user on this computer, and nobody from elsewhere.
# It may make databases of its own, which the restore drill needs.
has "SELECT 1 FROM pg_roles WHERE rolname = '$user'" || as_postgres createuser --createdb "$user"
has "SELECT 1 FROM pg_database WHERE datname = '$user'" || as_postgres createdb --owner "$user" "$user"
as_postgres psql -Xqc "REVOKE CONNECT ON DATABASE \"$user\" FROM PUBLIC"

install -d -m 0700 -o "$user" -g "$user" /var/backups/vcs-service
echo "The database $user is ready."
