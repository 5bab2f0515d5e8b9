"""The clinic's stories hold in the raw numbers of its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sample_data import reading_back

Files = dict[str, list[Path]]


def spend(files: Files, first: str, last: str, name: str = "") -> float:
    rows = reading_back.direct(files["nord/direct"])
    return sum(row["spend"] for key, row in rows.items() if first <= key[0] <= last and name in row["campaign"])


def won(files: Files, first: str, last: str) -> int:
    deals = reading_back.deals(files["nord/amocrm"]).values()
    return sum(
        deal["Этап сделки"] == "Успешно реализовано" and first <= reading_back.iso(deal["Дата закрытия"]) <= last
        for deal in deals
    )


def procedure(files: Files, name: str) -> tuple[float, int, int]:
    """Spend, leads and sales of one procedure's campaigns until the end of August, when nearly all is decided."""
    last = "2026-08-31"
    leads = {
        reading_back.digits(row["callerNumber"])
        for row in reading_back.calls(files["nord/calltouch"])
        if name in row["utmCampaign"] and reading_back.iso(row["date"]) <= last
    }
    deals = [
        deal
        for deal in reading_back.deals(files["nord/amocrm"]).values()
        if reading_back.iso(deal["Дата создания сделки"]) <= last
    ]
    leads |= {reading_back.digits(deal["Рабочий телефон"]) for deal in deals if name in deal["utm_campaign"]}
    sold = [
        deal
        for deal in deals
        if deal["Этап сделки"] == "Успешно реализовано" and reading_back.digits(deal["Рабочий телефон"]) in leads
    ]
    return spend(files, "2024-09-01", last, name), len(leads), len(sold)


def test_liposuction_brings_cheap_leads_that_rarely_buy(files: Files) -> None:
    cost, leads, sales = procedure(files, "Липосакция")
    assert cost / leads == pytest.approx(500, rel=0.12)
    assert sales / leads == pytest.approx(0.03, abs=0.008)
    assert cost / sales == pytest.approx(16_700, rel=0.25)


def test_rhinoplasty_brings_dear_leads_of_which_every_second_buys(files: Files) -> None:
    cost, leads, sales = procedure(files, "Ринопластика")
    assert cost / leads == pytest.approx(3_000, rel=0.12)
    assert sales / leads == pytest.approx(0.5, abs=0.06)
    assert cost / sales == pytest.approx(6_000, rel=0.2)


def test_last_year_sold_about_as_much_with_far_less_advertising(files: Files) -> None:
    then, now = ("2025-01-01", "2025-10-31"), ("2026-01-01", "2026-10-31")
    assert spend(files, *now) > 8 * spend(files, *then)
    assert won(files, *now) == pytest.approx(won(files, *then), rel=0.15)


def test_three_times_as_many_calls_are_missed_since_the_advertising_began(files: Files) -> None:
    calls = reading_back.calls(files["nord/calltouch"])
    before = [row["successful"] for row in calls if reading_back.iso(row["date"]) < "2025-12-01"]
    since = [row["successful"] for row in calls if reading_back.iso(row["date"]) >= "2025-12-01"]
    assert before.count("false") / len(before) == pytest.approx(0.05, abs=0.015)
    assert since.count("false") / len(since) == pytest.approx(0.15, abs=0.02)


def test_moved_days_off_are_quiet(files: Files) -> None:
    deals = reading_back.deals(files["nord/amocrm"]).values()
    created = [reading_back.iso(deal["Дата создания сделки"]) for deal in deals]
    monday_off, monday_after = created.count("2026-05-11"), created.count("2026-05-18")
    assert monday_off < 0.6 * monday_after


def test_young_deals_are_open(files: Files) -> None:
    deals = reading_back.deals(files["nord/amocrm"]).values()
    young = [deal for deal in deals if reading_back.iso(deal["Дата создания сделки"]) > "2026-11-14"]
    old = [deal for deal in deals if reading_back.iso(deal["Дата создания сделки"]) < "2026-03-01"]
    assert share_open(young) > 0.5
    assert share_open(old) < 0.15


def share_open(deals: list[dict[str, str]]) -> float:
    return sum(deal["Дата закрытия"] == "не закрыта" for deal in deals) / len(deals)


def test_some_sales_have_no_source_and_some_come_by_recommendation(files: Files) -> None:
    callers = {reading_back.digits(row["callerNumber"]) for row in reading_back.calls(files["nord/calltouch"])}
    sold = [
        deal
        for deal in reading_back.deals(files["nord/amocrm"]).values()
        if deal["Этап сделки"] == "Успешно реализовано"
    ]
    nowhere = [
        deal for deal in sold if not deal["utm_source"] and reading_back.digits(deal["Рабочий телефон"]) not in callers
    ]
    advised = [deal for deal in sold if deal["utm_source"] == "рекомендация"]
    assert 0.1 < len(nowhere) / len(sold) < 0.3
    assert 0.1 < len(advised) / len(sold) < 0.3


def test_a_contract_can_be_undone_in_a_later_export(files: Files) -> None:
    won_then: set[str] = set()
    undone = set()
    for path in files["nord/amocrm"]:
        for number, deal in reading_back.deals([path]).items():
            if deal["Этап сделки"] == "Успешно реализовано":
                won_then.add(number)
            elif number in won_then:
                undone.add(number)
                assert deal["Теги"] == "возврат"
    assert undone


def test_an_overlapping_direct_file_settles_three_days_and_leaves_the_others(files: Files) -> None:
    *_, before, again = files["nord/direct"]
    provisional, settled = reading_back.direct([before]), reading_back.direct([again])
    both = provisional.keys() & settled.keys()
    assert {key[0] for key in both} == {f"2026-10-{day}" for day in range(18, 32)}
    changed = {key[0] for key in both if provisional[key] != settled[key]}
    assert changed == {"2026-10-29", "2026-10-30", "2026-10-31"}


def test_two_days_of_direct_were_never_exported(files: Files) -> None:
    days = {key[0] for key in reading_back.direct(files["nord/direct"])}
    assert {"2026-08-08", "2026-08-11"} <= days
    assert not {"2026-08-09", "2026-08-10"} & days


def test_a_renamed_campaign_keeps_its_number(files: Files) -> None:
    names: dict[str, set[object]] = {}
    for (_, number, _), row in reading_back.direct(files["nord/direct"]).items():
        names.setdefault(number, set()).add(row["campaign"])
    assert names["51200106"] == {"РСЯ | Инъекции", "РСЯ | Инъекции и уход"}
    assert all(len(found) == 1 for number, found in names.items() if number != "51200106")


def test_dollars_have_a_rate_on_every_day_but_two(files: Files) -> None:
    (path,) = files["nord/kursy"]
    rates = {row["day"] for row in reading_back.records(path, "utf-8", ",")}
    spent = {
        row["День"]
        for path in files["nord/google"]
        for row in reading_back.records(path, "utf-8-sig", ",", 2)
        if not row["День"].startswith("Итого")
    }
    assert spent - rates == {"2026-09-14", "2026-09-15"}


def test_a_plan_agreed_anew_keeps_the_first_agreement(files: Files) -> None:
    (path,) = files["nord/plan"]
    rows = reading_back.records(path, "utf-8", ",")
    november = [row for row in rows if (row["month"], row["channel"], row["measure"]) == ("2026-11-01", "", "orders")]
    assert [row["agreed_on"] for row in november] == ["2026-09-19", "2026-10-16"]
    assert int(november[0]["value"]) > int(november[1]["value"])


def test_the_clinic_marks_its_leads_and_disagrees_with_the_call_tracker(files: Files) -> None:
    marks = {
        reading_back.digits(deal["Рабочий телефон"]): deal["Целевая заявка"]
        for deal in reading_back.deals(files["nord/amocrm"]).values()
    }
    assert set(marks.values()) == {"да", "нет", ""}
    calls = [row for row in reading_back.calls(files["nord/calltouch"]) if row["targetCall"] == "true"]
    denied = [row for row in calls if marks.get(reading_back.digits(row["callerNumber"])) == "нет"]
    assert len(denied) > 100
