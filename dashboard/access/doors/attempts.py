"""The limit on trying: whoever fails too often waits, a little longer each time, and an office does not wait for one.

Three counts for each failure, each of which time takes off again:

- the target (a person, a link) tried from this network: five are free, so a typing error costs nobody anything;
- the target tried from anywhere: for a guesser with many addresses. It does not count for a network from which this
  target has been opened before, so nobody shuts the rightful owner out;
- the network, whatever it tries: sixty are free, since a whole office may stand behind one address.

Only tries are counted. A session that is good is never asked for, and a success takes the failures before it back.
Of many tries at one target from one network at the same moment one is looked at, so that no crowd slips in between the
look and the count. Kept in the workspace's store: all processes of a server share it, and a restart forgets nothing.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import Connection, delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from dashboard.access import audit, moments, secret, tables
from dashboard.access.store import AccessStore

_KNOWN_DAYS = 30
_LOOKED_AT = 2.0  # seconds, after which a try that was never settled stands in no other's way
_MOST_ROWS = 50_000  # what a crowd of addresses may make the store keep

_under_way: dict[tuple[int, str], float] = {}  # what this process is looking at, of which store, and since when
_lock = threading.Lock()


@dataclass(frozen=True)
class Limit:
    """So many failures are free; after them each closes the door, twice as long as the one before, up to `longest`.

    An hour takes `forgotten` failures off. The lengths are seconds.
    """

    free: int
    forgotten: float
    first: float
    longest: float

    def closes_for(self, level: float) -> float:
        """How long the door stays closed after a failure that brought the count to this level."""
        over = ceil(level) - self.free
        return min(self.longest, self.first * 2.0 ** min(over - 1, 30)) if over > 0 else 0

    def level(self, before: float, since: timedelta) -> float:
        """What time has left of a level."""
        return max(0.0, before - self.forgotten * max(0.0, since.total_seconds()) / 3600)


FROM_HERE = Limit(free=5, forgotten=5, first=15, longest=900)
FROM_ANYWHERE = Limit(free=20, forgotten=20, first=15, longest=900)
NETWORK = Limit(free=60, forgotten=360, first=5, longest=300)


def too_many(store: AccessStore, kind: str, address: str, target: str = "") -> int | None:
    """For how many whole seconds a try of this kind has to wait; None if it may be made now.

    `kind` is what is tried ('sign-in', 'password', …); `target` is what would open: a person's e-mail as it was typed,
    a link's public id; '' where there is none. With a target the try is to be settled by `failed` or `succeeded`.
    """
    now = moments.now()
    keys = _keys(kind, address, target)
    if target and not _begun(store, keys[FROM_HERE]):
        return 1
    columns = tables.attempts.c
    asked = select(columns.key_hash, columns.closed_until, columns.known_until).where(
        columns.key_hash.in_(keys.values())
    )
    with store.reading() as connection:
        rows = {row.key_hash: row for row in connection.execute(asked)}
    here = rows.get(keys.get(FROM_HERE, ""))
    known = here is not None and here.known_until is not None and here.known_until > moments.written(now)
    waits = [
        ceil((moments.read(rows[key].closed_until) - now).total_seconds())
        for limit, key in keys.items()
        if key in rows and rows[key].closed_until and not (known and limit is FROM_ANYWHERE)
    ]
    longest = max((wait for wait in waits if wait > 0), default=None)
    if longest is not None:
        _settled(store, keys)
    return longest


def failed(store: AccessStore, kind: str, address: str, target: str = "", client: str | None = None) -> None:
    """Counts a failure. The one that closes a door is in the record, without what was typed."""
    now = moments.now()
    with store.writing() as connection:
        _forget(connection, now)
        closed = False
        for limit, key in _keys(kind, address, target).items():
            before = _level(connection, key, limit, now)
            length = limit.closes_for(before + 1)
            closed |= bool(length) and not limit.closes_for(before)
            until = moments.written(now + timedelta(seconds=length)) if length else None
            _put(connection, key, level=before + 1, noted_at=moments.written(now), closed_until=until)
        if closed:
            audit.record(connection, "", "tries limited", client=client, about=kind, came_from=address)
    _settled(store, _keys(kind, address, target))


def succeeded(store: AccessStore, kind: str, address: str, target: str) -> None:
    """Takes this target's failures from this network back, and knows the network to the target for thirty days."""
    now = moments.now()
    keys = _keys(kind, address, target)
    with store.writing() as connection:
        own = _level(connection, keys[FROM_HERE], FROM_HERE, now)
        if own:
            left = max(0.0, _level(connection, keys[NETWORK], NETWORK, now) - own)
            open_again: dict[str, None] = {} if NETWORK.closes_for(left) else {"closed_until": None}
            _put(connection, keys[NETWORK], level=left, noted_at=moments.written(now), **open_again)
        until = moments.written(now + timedelta(days=_KNOWN_DAYS))
        _put(
            connection, keys[FROM_HERE], level=0.0, noted_at=moments.written(now), closed_until=None, known_until=until
        )
    _settled(store, keys)


def _begun(store: AccessStore, key: str) -> bool:
    """Begins to look at a try; False where another of its kind is being looked at."""
    now = time.monotonic()
    with _lock:
        for left in [one for one, since in _under_way.items() if now - since >= _LOOKED_AT]:
            del _under_way[left]
        if (id(store), key) in _under_way:
            return False
        _under_way[id(store), key] = now
        return True


def _settled(store: AccessStore, keys: dict[Limit, str]) -> None:
    with _lock:
        _under_way.pop((id(store), keys.get(FROM_HERE, "")), None)


def network(address: str) -> str:
    """What counts as one place: an IPv4 address; of IPv6 the /64, of which one household has them all."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is None:
            return str(ipaddress.ip_network((ip, 64), strict=False))
        ip = ip.ipv4_mapped
    return str(ip)


def _keys(kind: str, address: str, target: str) -> dict[Limit, str]:
    where = network(address)
    keys = {NETWORK: _key(kind, "network", where)}
    if target:
        keys |= {FROM_HERE: _key(kind, "here", target, where), FROM_ANYWHERE: _key(kind, "anywhere", target)}
    return keys


def _key(*parts: str) -> str:
    return secret.hashed("\0".join(parts))


def _level(connection: Connection, key: str, limit: Limit, now: datetime) -> float:
    columns = tables.attempts.c
    row = connection.execute(
        select(columns.level, columns.noted_at).where(columns.key_hash == key).with_for_update()
    ).one_or_none()
    return limit.level(row.level, now - moments.read(row.noted_at)) if row else 0.0


def _put(connection: Connection, key: str, **values: float | str | None) -> None:
    # Both dialects say it alike; plain SQLAlchemy has no word for it.
    upsert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    row = upsert(tables.attempts).values(key_hash=key, **values)
    connection.execute(row.on_conflict_do_update(index_elements=["key_hash"], set_=values))


def _forget(connection: Connection, now: datetime) -> None:
    """Takes out what time has forgotten, and of a crowd the oldest."""
    columns = tables.attempts.c
    unknown = or_(columns.known_until.is_(None), columns.known_until < moments.written(now))
    day_ago = moments.written(now - timedelta(days=1))
    connection.execute(delete(tables.attempts).where(unknown, columns.noted_at < day_ago))
    kept = connection.execute(select(func.count()).select_from(tables.attempts)).scalar_one()
    if kept > _MOST_ROWS:
        oldest = select(columns.key_hash).order_by(columns.noted_at).limit(_MOST_ROWS // 10)
        connection.execute(delete(tables.attempts).where(columns.key_hash.in_(oldest)))
