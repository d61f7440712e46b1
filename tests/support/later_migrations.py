"""The migrations of a file as they are, and some that a later version might add."""

from dataclasses import replace

_MIGRATION = """
from alembic import op
import sqlalchemy as sa

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade():
{body}
"""


def with_later(schema, folder, *bodies):
    """Return a schema with one more migration for each body, its scripts kept in a folder."""
    scripts = folder / "scripts"
    versions = scripts / "versions"
    versions.mkdir(parents=True)
    (scripts / "env.py").write_text((schema.scripts / "env.py").read_text())
    for file in (schema.scripts / "versions").glob("[0-9]*"):
        (versions / file.name).write_text(file.read_text())
    revision = schema.revision
    for body in bodies:
        before, revision = revision, f"{int(revision) + 1:04}"
        script = _MIGRATION.format(revision=revision, before=before, body=f"    {body.lstrip()}")
        (versions / f"{revision}_later.py").write_text(script)
    return replace(schema, scripts=scripts, revision=revision)
