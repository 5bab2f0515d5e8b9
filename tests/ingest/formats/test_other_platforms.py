"""Microsoft, TikTok, VK, LinkedIn and Meta's other languages: what is peculiar to each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.domain.reading import Outcome, Reading

from ..conftest import SHOP, ReadText, RowsOf


def _said(reading: Reading) -> str:
    return " ".join(message.template for message in reading.messages)


MICROSOFT = (
    '"Report Name: Campaigns"\r\n"Report Time: 3/1/2026 - 3/13/2026"\r\n"Time Zone: (GMT) Greenwich Mean Time"\r\n'
    '"Last Completed Available Day: 3/2/2026"\r\n"Last Completed Available Hour: "\r\n"Report Aggregation: Daily"\r\n'
    '"Report Filter: "\r\n"Potential Incomplete Data: true"\r\n"Rows: 2"\r\n\r\n'
    '"Gregorian date","Account name","Campaign ID","Campaign name","Impressions","Clicks","CTR (%)","Spend",'
    '"Currency code"\r\n'
    '"3/1/2026","Clinic","[82945799304067]","Brand","100","10","10.00%","10.50","USD"\r\n'
    '"3/2/2026","Clinic","[82945799304067]","Brand","200","20","10.00%","19.50","USD"\r\n'
    '"©2026 Microsoft Corporation. All rights reserved. "\r\n'
)


def test_microsofts_preamble_footer_and_bracketed_ids(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(MICROSOFT)
    assert reading.totals == {"rows": 2, "impressions": 300, "clicks": 30, "spend": Decimal(30)}
    first = rows_of(reading, "ad_day")[0]
    assert (first["day"], first["campaign_key"], first["campaign"]) == (date(2026, 3, 1), "82945799304067", "Brand")
    assert "may be cut" not in _said(reading)


def test_fewer_rows_than_the_file_says_are_told(read_text: ReadText) -> None:
    assert "may be cut" in _said(read_text(MICROSOFT.replace("Rows: 2", "Rows: 3")))


def test_microsofts_api_writes_hours_after_the_day(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "AccountId,CampaignId,TimePeriod,CurrencyCode,Impressions,Clicks,Ctr,Spend,Conversions,Revenue\n"
        "7,48,2026-03-01|01,USD,100,10,10.00%,10.50,1,5.00\n7,48,2026-03-01|02,USD,200,20,100.00%,19.50,2,5.00\n"
    )
    assert (reading.format, reading.totals["spend"]) == ("microsoft_ads_api", 30)
    first = rows_of(reading, "ad_day")[0]
    assert (first["platform"], first["day"], first["campaign"], first["campaign_key"]) == (
        "microsoft_ads", date(2026, 3, 1), "48", "48",
    )  # fmt: skip


TIKTOK = (
    "By Day,Campaign name,Cost,Impressions,CPC (Destination),Clicks (Destination),Clicks (All),"
    "Website URL (Ad Level）,Currency\n"
    "2026-03-01,Spring,10.50,100,1.00,10,12,-,USD\n2026-03-02,Spring,19.50,<5,--,20,25,-,USD\n"
    "Total of 2 results,-,30.00,100,-,30,37,-,USD\n"
)


def test_tiktoks_old_case_and_its_masked_impressions(read_text: ReadText) -> None:
    reading = read_text(TIKTOK)
    assert (reading.format, reading.totals) == (
        "tiktok_ads", {"rows": 2, "impressions": 100, "clicks": 30, "spend": Decimal(30)},
    )  # fmt: skip
    assert ("clicks", "Clicks (Destination)") in {(one.about, one.decided) for one in reading.assumptions}
    assert all(total.agrees for total in reading.file_totals)
    assert "hides how often" in _said(reading)
    assert "may be cut" in _said(read_text(TIKTOK.replace("of 2 results", "of 3 results")))


@pytest.mark.parametrize("spend", ['"Потрачено, ₽"', '"Расход, ₽"', '"Потрачено всего, ₽"', "Потрачено всего"])
def test_vks_columns_of_spend(read_text: ReadText, spend: str) -> None:
    reading = read_text(
        f"Дата,Название кампании,ID кампании,Показы,Клики,{spend},Охват\n"
        '01.03.2026,Виниры,5,1000,10,"1000,25",900\n02.03.2026,Виниры,5,500,5,"499,75",400\n'
        'Итого,,,1500,15,"1500,00",1200\n'
    )
    assert reading.format == "vk_ads"
    assert reading.totals == {"rows": 2, "impressions": 1500, "clicks": 15, "spend": Decimal(1500)}
    assert reading.currency == "RUB"
    assert all(total.agrees for total in reading.file_totals)


def test_vks_ads_stand_in_for_campaigns_that_are_not_named(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        'Дата,Название объявления,Статус,ID объявления,ID группы объявлений,Показы,Клики,"Потрачено, ₽",Охват\n'
        '01.03.2026,Улыбка,Активно,11,7,1000,10,"100,50",900\n'
    )
    assert (reading.format, rows_of(reading, "ad_day")[0]["campaign"]) == ("vk_ads", "Улыбка")
    assert "each ad is taken for one" in _said(reading)


LINKEDIN = (
    "Campaign Performance Report (in UTC)\r\nReport Start: March 1, 2026, 12:00 AM\r\n"
    "Report End: March 2, 2026, 11:59 PM\r\nDate Generated: March 3, 2026, 9:00 AM\r\n\r\n"
    "Start Date (in UTC)\tAccount Name\tCurrency\tCampaign Group Name\tCampaign ID\tCampaign Name\tCampaign Type\t"
    "Total Spent\tImpressions\tClicks\tClicks to Landing Page\tLeads\tConversions\r\n"
    "3/1/2026\tClinic\tUSD\tGroup\t48\tBrand\tSponsored\t10.50\t100\t10\t8\t1\t2\r\n"
    "3/2/2026\tClinic\tUSD\tGroup\t48\tBrand\tSponsored\t19.50\t1,200\t20\t8\t1\t3\r\n"
)


def test_linkedins_days_are_months_first_and_in_utc(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(LINKEDIN, "report.csv", encoding="utf-16")
    assert (reading.format, reading.currency) == ("linkedin_ads", "USD")
    assert reading.totals == {"rows": 2, "impressions": 1300, "clicks": 30, "spend": Decimal(30)}
    assert reading.period == (date(2026, 3, 1), date(2026, 3, 2))
    first = rows_of(reading, "ad_day")[0]
    assert (first["campaign_key"], first["source"], first["conversions"]) == ("48", "linkedin", 2)
    assert "UTC" in _said(reading)


def test_linkedins_rows_of_the_whole_report_are_not_taken_for_its_first_day(
    read_text: ReadText, rows_of: RowsOf
) -> None:
    reading = read_text(LINKEDIN.replace("3/2/2026\t", "3/1/2026\t").replace("March 2, 2026", "March 14, 2026"))
    assert {(row["day"], row["day_to"]) for row in rows_of(reading, "ad_day")} == {
        (date(2026, 3, 1), date(2026, 3, 14))
    }
    assert reading.rows_of_spans == 2
    assert {row["day_to"] for row in rows_of(read_text(LINKEDIN), "ad_day")} == {date(2026, 3, 1), date(2026, 3, 2)}


def test_linkedins_second_file_is_refused_by_name(read_text: ReadText) -> None:
    reading = read_text(
        "Conversion Performance Report (in UTC)\nStart Date (in UTC),Campaign Name,Conversion Name,Conversions\n"
        "3/1/2026,Brand,Form,2\n"
    )
    assert reading.outcome is Outcome.REFUSED
    assert "conversions by their names" in str(reading.messages[0].values)


@pytest.mark.parametrize(
    ("content", "currency", "spend"),
    [
        (
            "Nombre de la campaña,Día,Importe gastado (ARS),Impresiones,Clics en el enlace\n"
            'Marca,2026-03-01,"1.000,25",100,7\nMarca,2026-03-02,"499,75",200,8\n',
            "ARS", Decimal(1500),
        ),
        (
            "Nom de la campagne;Jour;Montant dépensé (USD);Impressions;Clics sur un lien\n"
            "Marque;2026-03-01;1 234,56;100;7\nMarque;2026-03-02;65,44;200;8\n",
            "USD", Decimal(1300),
        ),
        (
            "Tên chiến dịch,Ngày,Số tiền đã chi tiêu (VND),Lượt hiển thị,Lượt click vào liên kết\n"
            'A,2026-03-01,"5.000,25",100,7\nA,2026-03-02,"4.999,75",200,8\n',
            "VND", Decimal(10000),
        ),
        (
            "Reporting Starts,Reporting Ends,Campaign Name,Ad Set Name,Day,Amount Spent (USD),Impressions,Link Clicks\n"
            "2026-03-01,2026-03-01,A,s,2026-03-01,10.25,100,7\n2026-03-02,2026-03-02,A,s,2026-03-02,20.25,200,8\n"
            "2026-03-01,2026-03-02,,,,30.50,300,15\n",
            "USD", Decimal("30.50"),
        ),
    ],
)  # fmt: skip
def test_meta_in_other_languages_and_in_its_old_case(
    read_text: ReadText, content: str, currency: str, spend: Decimal
) -> None:
    for encoding in ("utf-8-sig", "utf-8"):
        reading = read_text(content, encoding=encoding)
        assert (reading.format, reading.currency) == ("meta_ads", currency)
        assert reading.totals == {"rows": 2, "impressions": 300, "clicks": 15, "spend": spend}
        assert all(total.agrees for total in reading.file_totals)


def test_metas_results_are_conversions_only_where_they_are_that(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "Campaign name,Day,Results,Result indicator,Amount spent (USD),Impressions,Link clicks\n"
        "A,2026-03-01,3,actions:lead,1.00,10,1\nB,2026-03-01,90,actions:link_click,1.00,10,90\n"
        "C,2026-03-01,2,actions:offsite_conversion.fb_pixel_purchase,1.00,10,1\n"
    )
    assert [row["conversions"] for row in rows_of(reading, "ad_day")] == [3, None, 2]
    assert "not counted as conversions" in _said(reading)
    assert "link click" in repr(reading.messages)
    assert "actions:" not in repr(reading.messages)


def test_metas_clicks_of_all_kinds_count_only_where_nothing_better_is_there(read_text: ReadText) -> None:
    header = "Campaign name,Day,Amount spent (USD),Impressions,Clicks (all)"
    reading = read_text(f"{header}\nA,2026-03-01,1.00,10,5\n", profile=SHOP)
    assert reading.totals["clicks"] == 5
    assert ("clicks", "Clicks (all)") in {(one.about, one.decided) for one in reading.assumptions}
    both = read_text(f"{header},Link clicks\nA,2026-03-01,1.00,10,5,\n", profile=SHOP)
    assert both.totals["clicks"] == 0  # an empty cell of link clicks is none, not all clicks


def test_cost_with_the_agencys_commission_says_so(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text("Дата;Кампания;Показы;Клики;Расход с НДС и АК\n01.03.2026;Поиск;10;1;122,00\n")
    assert rows_of(reading, "ad_day")[0]["includes_vat"] is True
    assert "commission" in _said(reading)
    plain = read_text(
        'Дата,Кампания,№ Кампании,Показы,Клики,"Расход, ₽",Расход с НДС и АК\n'
        '01.03.2026,Поиск,1,10,1,"100,00","122,00"\n'
    )
    assert (plain.totals["spend"], plain.currency) == (100, "RUB")
    assert "commission" not in _said(plain)
