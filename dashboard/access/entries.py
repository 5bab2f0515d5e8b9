"""One-time sign-in addresses of the agency: printed when the server starts, good once and for a day."""

from __future__ import annotations

from sqlalchemy import ColumnElement, delete, insert, select, update

from dashboard.access import audit, moments, secret, tables
from dashboard.access.store import AccessStore

HOURS = 24


def issue(store: AccessStore, by: str) -> str:
    """A new token; its address is /enter/<token>. Kept as a hash, so this is the only time that it can be shown."""
    token = secret.new()
    row = {"created_at": moments.written(moments.now()), "expires_at": moments.after(hours=HOURS)}
    with store.writing() as connection:
        connection.execute(delete(tables.entries).where(tables.entries.c.expires_at < moments.after(days=-30)))
        connection.execute(insert(tables.entries).values(token_hash=secret.hashed(token), **row))
        audit.record(connection, by, "sign-in address issued")
    return token


def is_open(store: AccessStore, token: str) -> bool:
    """Whether this token would sign in now. Asking does not use it up."""
    with store.reading() as connection:
        row = connection.execute(select(tables.entries.c.token_hash).where(*_open(token))).one_or_none()
    return row is not None and secret.same(row.token_hash, secret.hashed(token))


def use(store: AccessStore, token: str) -> bool:
    """Uses the token up. True for the one caller who may sign in with it, False for everybody else."""
    change = update(tables.entries).where(*_open(token)).values(used_at=moments.written(moments.now()))
    with store.writing() as connection:
        return connection.execute(change).rowcount == 1


def _open(token: str) -> tuple[ColumnElement[bool], ...]:
    columns = tables.entries.c
    return (
        columns.token_hash == secret.hashed(token),
        columns.used_at.is_(None),
        columns.expires_at > moments.written(moments.now()),
    )
