#!/bin/sh
# Sees whether the newest backup can be restored, and whether all of it is whole:  drill.sh FOLDER
# It is done in a database of its own, which is gone afterwards; the service may run meanwhile.
set -eu
folder=$1
here=$(cd "$(dirname "$0")" && pwd)
service=${VCS_SERVICE:-"$here/../../.venv/bin/vcs-service"}

newest=$(ls -1 "$folder" | grep -E '^[0-9TZ-]+\.dump$' | sort | tail -n 1)
test -n "$newest" || { echo "There is no backup in $folder." >&2; exit 1; }
scratch="vcs-drill-$$"
createdb "$scratch"
trap 'dropdb --if-exists "$scratch"' EXIT
pg_restore --exit-on-error --no-owner --no-privileges --single-transaction --dbname="$scratch" "$folder/$newest"
$service restore-drill --database "postgresql:///$scratch${VCS_AT:-}"
echo "The backup $newest can be restored."
