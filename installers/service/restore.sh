#!/bin/sh
# Puts a backup back in place of a database and begins a new era:  restore.sh FILE DATABASE
# The service must be stopped. What was in the database goes only once the backup is whole in one beside it;
# it is kept under the name DATABASE-before until the next time.
set -eu
file=$1
database=$2
here=$(cd "$(dirname "$0")" && pwd)
service=${VCS_SERVICE:-"$here/../../.venv/bin/vcs-service"}

dropdb --if-exists "$database-new"
createdb "$database-new"
trap 'dropdb --if-exists "$database-new"' EXIT
pg_restore --exit-on-error --no-owner --no-privileges --single-transaction --dbname="$database-new" "$file"
$service restore-drill --database "postgresql:///$database-new${VCS_AT:-}"
# Before anybody can ask it: laptops must never meet the old era with fewer operations than they know.
$service begin-era --database "postgresql:///$database-new${VCS_AT:-}"

dropdb --if-exists "$database-before"
psql -Xq -v ON_ERROR_STOP=1 -d postgres \
	-c "ALTER DATABASE \"$database\" RENAME TO \"$database-before\"" \
	-c "ALTER DATABASE \"$database-new\" RENAME TO \"$database\""
echo "Restored: $file"
