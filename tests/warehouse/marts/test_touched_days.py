"""An import rebuilds only the days it touches, and the result is that of rebuilding everything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CLICK = {"source": "google", "medium": "cpc", "campaign": "implants msk"}


def test_an_import_of_ads_touches_its_own_days_only(store: Any) -> None:
    store.add("ad_day", day="2025-03-01", campaign="a", import_id=1)
    store.rebuild()
    store.add("ad_day", day="2025-03-02", campaign="a", import_id=2)
    assert store.touched(2) == ["2025-03-02"]


def test_a_total_of_a_period_touches_all_its_days_also_when_it_is_replaced(store: Any) -> None:
    store.add("ad_day", day="2025-03-01", day_to="2025-03-03", campaign="a", import_id=1, live=False)
    store.add("ad_day", day="2025-03-01", campaign="a", import_id=2)
    assert store.touched(1) == ["2025-03-01", "2025-03-02", "2025-03-03"]
    assert store.touched(2) == ["2025-03-01", "2025-03-02", "2025-03-03"]


def test_a_call_touches_the_days_of_everything_its_person_did(store: Any) -> None:
    store.add("calls", call_id="1", started="2025-03-05 10:00", phone_hash="p1", import_id=2)
    store.add("leads", lead_id="1", created="2025-03-06 10:00", phone_hash="p1", email_hash="e1")
    store.add("sales", order_id="8", sold="2025-03-07", email_hash="e1", refunded_at="2025-04-01", refunded=1)
    store.add("sales", order_id="9", sold="2025-03-08", phone_hash="p2")
    assert store.touched(2) == ["2025-03-05", "2025-03-06", "2025-03-07", "2025-04-01"]


def test_a_replaced_row_touches_its_old_day_and_its_old_person_too(store: Any) -> None:
    store.add("leads", lead_id="1", created="2025-03-01 10:00", phone_hash="p1", import_id=1, live=False)
    store.add("leads", lead_id="1", created="2025-03-02 10:00", phone_hash="p2", import_id=2)
    store.add("calls", call_id="1", started="2025-03-03 10:00", phone_hash="p1", import_id=3)
    assert store.touched(2) == ["2025-03-01", "2025-03-02", "2025-03-03"]


def test_a_call_imported_later_changes_the_credit_of_an_older_sale(store: Any) -> None:
    store.add("sales", order_id="9", sold="2025-03-20", phone_hash="p1", revenue=100, import_id=1)
    store.rebuild()
    assert store.mart("attribution", "channel", "lead_day") == [("no_source", "2025-03-20")]
    store.add("calls", call_id="1", started="2025-03-05 10:00", phone_hash="p1", import_id=2, **CLICK)
    store.rebuild_import(2)
    assert store.mart("attribution", "channel", "lead_day") == [("google_ads", "2025-03-05")]
    store.kill("calls", "import_id = 2")
    store.rebuild_import(2)
    assert store.mart("attribution", "channel", "lead_day") == [("no_source", "2025-03-20")]


def test_untouched_days_are_left_as_they_are(store: Any) -> None:
    store.add("ad_day", day="2025-03-01", campaign="a", clicks=1)
    store.add("ad_day", day="2025-03-02", campaign="a", clicks=1)
    store.rebuild()
    store.kill("ad_day", "true")
    store.rebuild("2025-03-02")
    assert store.mart("funnel_day", "day", "clicks") == [("2025-03-01", 1)]


_DAYS = st.integers(1, 9).map(lambda day: f"2025-03-0{day}")
_PHONES = st.sampled_from([None, "p1", "p2", "p3"])
_EMAILS = st.sampled_from([None, "e1", "e2"])
_TRAFFIC = st.sampled_from(
    [
        {},
        CLICK,
        {"source": "(direct)"},
        {"source": "vk", "medium": "cpc", "campaign": "whiten"},
        {"source": "google", "medium": "cpc", "campaign": "2"},
    ]
)
_NAMES = st.sampled_from(["implants msk", "Whiten", "old"])
_IDS = st.sampled_from(["1", "2", "3", "4"])
_CURRENCIES = st.sampled_from(["RUB", "USD"])
_AMOUNTS = st.integers(0, 5)

_ad = st.tuples(
    st.just("ad_day"),
    st.fixed_dictionaries(
        {"day": _DAYS, "campaign_key": _IDS, "campaign": _NAMES, "spend": _AMOUNTS, "currency": _CURRENCIES}
    ),
    st.just({}),
)
_call = st.tuples(
    st.just("calls"),
    st.fixed_dictionaries({"call_id": _IDS, "started": _DAYS, "phone_hash": _PHONES, "answered": st.booleans()}),
    _TRAFFIC,
)
_lead = st.tuples(
    st.just("leads"),
    st.fixed_dictionaries({"lead_id": _IDS, "created": _DAYS, "phone_hash": _PHONES, "email_hash": _EMAILS}),
    _TRAFFIC,
)
_sale = st.tuples(
    st.just("sales"),
    st.fixed_dictionaries(
        {
            "order_id": _IDS,
            "sold": _DAYS,
            "phone_hash": _PHONES,
            "email_hash": _EMAILS,
            "revenue": _AMOUNTS,
            "refunded": _AMOUNTS,
            "cost": st.none() | _AMOUNTS,
            "refunded_at": st.none() | _DAYS,
            "lead_created": st.none() | _DAYS,
            "currency": _CURRENCIES,
            "paid": st.booleans(),
        }
    ),
    _TRAFFIC,
)
_rate = st.tuples(
    st.just("rates"), st.fixed_dictionaries({"day": _DAYS, "rate": _AMOUNTS, "currency": st.just("USD")}), st.just({})
)
_UNIT = {
    "ad_day": ("campaign_key", "day"),
    "calls": ("call_id",),
    "leads": ("lead_id",),
    "sales": ("order_id",),
    "rates": ("day",),
}
_files = st.lists(
    st.one_of(*(st.lists(row, min_size=1, max_size=4) for row in (_ad, _call, st.one_of(_lead, _sale), _rate))),
    min_size=1,
    max_size=5,
)


def _take(store: Any, import_id: int, rows: list[tuple[str, dict[str, Any], dict[str, Any]]]) -> None:
    for table, values, traffic in rows:
        unit = " and ".join(f"{column} = '{values[column]}'" for column in _UNIT[table])
        store.kill(table, unit)
        store.add(table, import_id=import_id, **values, **traffic)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=_files, undone=st.booleans())
def test_rebuilding_what_imports_touch_equals_rebuilding_everything(
    new_store: Callable[..., Any], files: list[Any], undone: bool
) -> None:
    store = new_store()
    for import_id, rows in enumerate(files, start=1):
        _take(store, import_id, rows)
        store.rebuild_import(import_id)
    if undone:
        for table in _UNIT:
            store.kill(table, f"import_id = {len(files)}")
        store.rebuild_import(len(files))
    by_days = store.marts()
    store.rebuild()
    assert by_days == store.marts()

    converted = dict(store.live("rates", "day", "rate"))
    sold = [
        revenue * (1 if currency == "RUB" else converted.get(day, 0))
        for day, currency, revenue, paid in store.live("sales", "sold", "currency", "revenue", "paid")
        if paid
    ]
    views = {store.total(mart, "revenue") for mart in ("funnel_day", "cohort_day", "attribution", "lag_day")}
    assert views == {sum(sold)}
    for measure in ("refunds", "orders", "cogs", "refunded_cogs", "leads", "target_leads", "order_squares"):
        assert store.total("funnel_day", measure) == store.total("cohort_day", measure)
    assert store.total("funnel_day", "refunds") == store.total("refund_day", "refunds")
