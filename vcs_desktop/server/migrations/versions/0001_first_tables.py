"""The first tables, as they were released.

A released migration is never edited: databases that it made hold what groups have.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table and index."""
    _doors()
    _log()
    _joining()
    _files()
    _inbox()


def _doors() -> None:
    """Make the tables of who may come in."""
    op.create_table(
        "service",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("era", sa.String(length=36), nullable=False),
        sa.Column("era_begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("inbox_head", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service")),
    )
    op.create_table(
        "group_codes",
        sa.Column("code_sha256", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("group_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("code_sha256", name=op.f("pk_group_codes")),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("head", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("bytes_kept", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
    )
    op.create_table(
        "devices",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("sign_key", sa.String(length=64), nullable=False),
        sa.Column("seal_key", sa.String(length=64), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("token_used", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_devices_group_id")),
        sa.PrimaryKeyConstraint("group_id", "id", name=op.f("pk_devices")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_devices_token_sha256")),
    )
    op.create_table(
        "officers",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_officers")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_officers_token_sha256")),
    )


def _log() -> None:
    """Make the tables of operations and epochs."""
    op.create_table(
        "operations",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("blank", sa.LargeBinary(), nullable=True),
        sa.Column("blanked_by", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_operations_group_id")),
        sa.PrimaryKeyConstraint("group_id", "number", name=op.f("pk_operations")),
    )
    op.create_table(
        "epochs",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_by", sa.String(length=36), nullable=False),
        sa.Column("letters_sha256", sa.String(length=64), nullable=False),
        sa.Column("signature", sa.String(length=128), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_epochs_group_id")),
        sa.PrimaryKeyConstraint("group_id", "number", name=op.f("pk_epochs")),
    )
    op.create_table(
        "letters",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("letter", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "number"],
            ["epochs.group_id", "epochs.number"],
            name=op.f("fk_letters_group_id_number"),
        ),
        sa.PrimaryKeyConstraint("group_id", "number", "device", name=op.f("pk_letters")),
    )
    op.create_index(
        op.f("ix_operations_group_id_uuid"), "operations", ["group_id", "uuid"], unique=True
    )


def _joining() -> None:
    """Make the tables of invitations."""
    op.create_table(
        "invitations",
        sa.Column("locator", sa.String(length=64), nullable=False),
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("offer", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_invitations_group_id")),
        sa.PrimaryKeyConstraint("locator", name=op.f("pk_invitations")),
    )
    op.create_table(
        "joins",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("device", sa.String(length=36), nullable=False),
        sa.Column("locator", sa.String(length=64), nullable=False),
        sa.Column("sign_key", sa.String(length=64), nullable=False),
        sa.Column("seal_key", sa.String(length=64), nullable=False),
        sa.Column("proof", sa.LargeBinary(), nullable=False),
        sa.Column("waiting_sha256", sa.String(length=64), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        sa.Column("welcome", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_joins_group_id")),
        sa.PrimaryKeyConstraint("group_id", "device", name=op.f("pk_joins")),
        sa.UniqueConstraint("waiting_sha256", name=op.f("uq_joins_waiting_sha256")),
    )
    op.create_index(op.f("ix_invitations_group_id"), "invitations", ["group_id"], unique=False)


def _files() -> None:
    """Make the tables of files."""
    op.create_table(
        "blobs",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_blobs_group_id")),
        sa.PrimaryKeyConstraint("group_id", "sha256", name=op.f("pk_blobs")),
    )
    op.create_table(
        "blob_parts",
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("begins", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id", "sha256"],
            ["blobs.group_id", "blobs.sha256"],
            name=op.f("fk_blob_parts_group_id_sha256"),
        ),
        sa.PrimaryKeyConstraint("group_id", "sha256", "begins", name=op.f("pk_blob_parts")),
    )


def _inbox() -> None:
    """Make the table of what was shared."""
    op.create_table(
        "inbox",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("uuid", sa.String(length=36), nullable=False),
        sa.Column("group_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("sealed", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reply", sa.Text(), nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("keep_until_on", sa.Date(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["group_id"], ["groups.id"], name=op.f("fk_inbox_group_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_inbox")),
        sa.UniqueConstraint("uuid", name=op.f("uq_inbox_uuid")),
    )
    op.create_index(op.f("ix_inbox_group_id"), "inbox", ["group_id"], unique=False)
