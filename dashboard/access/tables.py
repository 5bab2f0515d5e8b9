"""The tables of queries/schema/workspace, as SQLAlchemy names them. The migrations make them; this never does."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Integer, MetaData, Table, Text

_metadata = MetaData()

schema_version = Table(
    "schema_version",
    _metadata,
    Column("number", Integer, primary_key=True),
    Column("applied_at", Text, nullable=False),
)

clients = Table(
    "clients",
    _metadata,
    Column("slug", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("archived", Integer, nullable=False, default=0),
)

links = Table(
    "links",
    _metadata,
    Column("public_id", Text, primary_key=True),
    Column("secret_hash", Text, nullable=False),
    Column("client", Text, ForeignKey("clients.slug"), nullable=False),
    Column("screens", Text, nullable=False),
    Column("language", Text),
    Column("note", Text, nullable=False, default=""),
    Column("created_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("revoked_at", Text),
    Column("opened_count", Integer, nullable=False, default=0),
    Column("last_opened", Text),
    Column("period", Text, nullable=False, default="free"),
    Column("password_hash", Text),
    Column("most_opens", Integer),
    Column("made_by", Text, nullable=False, default=""),
    Column("generation", Integer, nullable=False, default=1),
    Column("writes_notes", Integer, nullable=False, default=0),
)

people = Table(
    "people",
    _metadata,
    Column("id", Text, primary_key=True),
    Column("email", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("hears_recordings", Integer, nullable=False, default=0),
    Column("password_hash", Text),
    Column("second_factor", Text),
    Column("second_factor_step", BigInteger),
    Column("created_at", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("ended_at", Text),
)

person_clients = Table(
    "person_clients",
    _metadata,
    Column("person", Text, ForeignKey("people.id"), primary_key=True),
    Column("client", Text, ForeignKey("clients.slug"), primary_key=True),
)

recovery_codes = Table(
    "recovery_codes",
    _metadata,
    Column("code_hash", Text, primary_key=True),
    Column("person", Text, ForeignKey("people.id"), nullable=False),
)

rules = Table(
    "rules",
    _metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

entries = Table(
    "entries",
    _metadata,
    Column("token_hash", Text, primary_key=True),
    Column("created_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("used_at", Text),
    Column("kind", Text, nullable=False, default="sign_in"),
    Column("person", Text, ForeignKey("people.id")),
)

sessions = Table(
    "sessions",
    _metadata,
    Column("id_hash", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("person", Text, ForeignKey("people.id")),
    Column("came_from", Text, nullable=False, default=""),
    Column("agent", Text, nullable=False, default=""),
    Column("last_seen", Text),
    Column("before_hash", Text),
)

session_links = Table(
    "session_links",
    _metadata,
    Column("session_hash", Text, ForeignKey("sessions.id_hash"), primary_key=True),
    Column("link", Text, ForeignKey("links.public_id"), primary_key=True),
    Column("opened_at", Text, nullable=False),
    Column("generation", Integer, nullable=False, default=1),
)

agency = Table(
    "agency",
    _metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("contact", Text, nullable=False),
)

audit = Table(
    "audit",
    _metadata,
    Column("id", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("client", Text),
    Column("about", Text, nullable=False, default=""),
    Column("came_from", Text, nullable=False, default=""),
    Column("seq", BigInteger, nullable=False),
    Column("chain", Text, nullable=False, default=""),
)

audit_head = Table(
    "audit_head",
    _metadata,
    Column("one", Integer, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("chain", Text, nullable=False),
)

attempts = Table(
    "attempts",
    _metadata,
    Column("key_hash", Text, primary_key=True),
    Column("level", Double, nullable=False),
    Column("noted_at", Text, nullable=False),
    Column("closed_until", Text),
    Column("known_until", Text),
)
