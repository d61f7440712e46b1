#!/bin/sh
# Writes a backup of the database:  backup.sh DATABASE FOLDER
# Under its name there is only ever a whole one. Those of the last 30 days are kept, three at least.
set -eu
database=$1
folder=$2
umask 077

file="$folder/$(date -u +%Y-%m-%dT%H%M%SZ).dump"
trap 'rm -f "$file.part"' EXIT
pg_dump --format=custom --no-owner --no-privileges --file="$file.part" --dbname="$database"
pg_restore --list "$file.part" >/dev/null # it can be read to its end
mv "$file.part" "$file"
echo "$file"

# Old ones go, but never the newest three.
ls -1 "$folder" | grep -E '^[0-9TZ-]+\.dump$' | sort -r | tail -n +4 | while read -r old; do
	find "$folder/$old" -mtime +30 -delete
done
