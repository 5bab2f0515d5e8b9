"""Google Ads' other reports: search terms, keywords, ads, the overview card, and segments by week and month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dashboard.domain.reading import Outcome

from ..conftest import SHOP, ReadText, RowsOf

SEARCH_TERMS = (
    "Search terms report\n"
    '"March 1, 2026 - March 2, 2026"\n'
    "Search term,Match type,Added/Excluded,Campaign,Ad group,Currency code,Avg. CPM,Clicks,Impr.,CTR,Avg. CPC,Cost,"
    "Cost (Converted currency),Avg. CPC (Converted currency),Campaign type,Account,Converted currency code\n"
    'implants,Exact match,None,Brand,g1,EUR,1.00,10,100,"> 90%",1.00,30.00,33.00,1.10,Search,Clinic,USD\n'
    "+veneers,Broad match,Added,Brand,g1,EUR,1.00,5,50,< 10%,1.00,22.00,24.20,1.10,Search,Clinic,USD\n"
    "Total: Search terms, --, --, --, --, --, --,15,150, --, --,52.00,57.20, --, --, --, --\n"
    "Total: Other search terms, --, --, --, --, --, --,12,120, --, --,48.00,52.80, --, --, --, --\n"
    "Total: Manager account, --, --, --, --, --, --,27,270, --, --,100.00,110.00, --, --, --, --\n"
)


def test_a_search_term_keeps_the_currency_of_its_own_cost(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(SEARCH_TERMS)
    assert reading.totals == {"rows": 2, "impressions": 150, "clicks": 15, "spend": Decimal(52)}
    assert reading.currency == "EUR"
    assert [row["keyword"] for row in rows_of(reading, "ad_day")] == ["implants", "+veneers"]
    assert all(total.agrees for total in reading.file_totals)


def test_hidden_search_terms_are_named_with_their_share(read_text: ReadText) -> None:
    (hidden,) = read_text(SEARCH_TERMS).hidden
    assert (hidden.name, hidden.measure, hidden.amount) == ("Other search terms", "spend", 48)
    assert hidden.share == Decimal("0.48")
    assert "not in the file row by row" in " ".join(message.template for message in read_text(SEARCH_TERMS).messages)


def test_a_total_of_more_than_the_file_is_not_set_against_its_rows(read_text: ReadText) -> None:
    without = "\n".join(line for line in SEARCH_TERMS.splitlines() if "Total: Search terms" not in line) + "\n"
    reading = read_text(without)
    assert reading.file_totals == ()
    assert reading.totals["spend"] == 52


def test_a_converted_cost_alone_is_in_the_converted_currency(read_text: ReadText) -> None:
    reading = read_text(
        "Campaign report\nMarch 1, 2026 - March 1, 2026\n"
        "Campaign,Day,Currency code,Impr.,Clicks,Cost (Converted currency),Converted currency code\n"
        "Brand,2026-03-01,EUR,100,10,11.00,USD\n"
    )
    assert (reading.totals["spend"], reading.currency) == (11, "USD")
    assert "manager account" in " ".join(message.template for message in reading.messages)


def test_dutch_keywords_may_begin_with_what_a_sheet_takes_for_a_formula(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "Zoekwoordenrapport\n9 mei 2026 - 7 juni 2026\n"
        "Zoekwoordstatus,Zoekwoord,Campagne,Advertentiegroep,Valutacode,Max. CPC,Aantal klikken,Vertoningen,Kosten\n"
        'Enabled,+kliniek,Merk,g1,EUR,"1,00",1.696,20.000,"1487,67"\n'
        'Enabled,[kliniek],Merk,g1,EUR,"1,00",4,1.000,"12,33"\n'
        'Enabled,"""kliniek""",Merk,g1,EUR,"1,00",0,0,"0,00"\n'
        'Totaal: Zoekwoorden, --, --, --, --, --,1.700,21.000,"1.500,00"\n'
        'Totaal: Account, --, --, --, --, --,9.999,99.000,"9.999,00"\n'
    )
    assert [row["keyword"] for row in rows_of(reading, "ad_day")] == ["+kliniek", "[kliniek]", '"kliniek"']
    assert reading.totals == {"rows": 3, "impressions": 21000, "clicks": 1700, "spend": Decimal(1500)}
    assert reading.period == (date(2026, 5, 9), date(2026, 6, 7))
    assert all(total.agrees for total in reading.file_totals)


def test_an_ad_report_is_read_by_campaigns(read_text: ReadText) -> None:
    reading = read_text(
        "Ad report\nMarch 1, 2026 - March 1, 2026\n"
        "Ad status,Final URL,Headline 1,Campaign,Ad group,Day,Ad type,Clicks,Impr.,Cost,"
        "Conv. (Platform Comparable),Cost / Conv. (Platform Comparable),TrueView avg. CPV\n"
        "Enabled,https://x.example/?a=1,Smile,Brand,g1,2026-03-01,Responsive search ad,3,30,3.00,1.00,3.00, --\n"
    )
    assert reading.totals == {"rows": 1, "impressions": 30, "clicks": 3, "spend": Decimal(3)}


def test_the_overview_card_has_its_days_in_its_name(read_text: ReadText, rows_of: RowsOf) -> None:
    card = (
        "Campaign Name,Campaign Group Name,Campaign Status,Cost,Clicks,CTR\n"
        'Brand,,Enabled,"€1,622.60",162,1.00%\nGeneric,,Enabled,€77.40,8,1.00%\n'
    )
    reading = read_text(card, "Campaigns(2026.02.10-2026.02.23).csv")
    # The card has no column of impressions: they are unknown, which is not none.
    assert reading.totals == {"rows": 2, "clicks": 170, "spend": Decimal(1700)}
    assert reading.period == (date(2026, 2, 10), date(2026, 2, 23))
    assert {(row["day"], row["day_to"]) for row in rows_of(reading, "ad_day")} == {
        (date(2026, 2, 10), date(2026, 2, 23))
    }
    assert read_text(card, "Campaigns.csv").outcome is not Outcome.READABLE


def test_a_week_is_kept_as_a_week(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        'Campaign report\n"March 2, 2026 - March 12, 2026"\nCampaign,Week,Currency code,Impr.,Clicks,Cost\n'
        "Brand,2026-03-02,USD,70,7,7.00\nBrand,2026-03-09,USD,40,4,4.00\nTotal: Campaigns, --,--,110,11,11.00\n"
    )
    assert [(row["day"], row["day_to"]) for row in rows_of(reading, "ad_day")] == [
        (date(2026, 3, 2), date(2026, 3, 8)),
        (date(2026, 3, 9), date(2026, 3, 12)),  # the report ends within the week
    ]
    assert (reading.rows_of_spans, reading.period) == (2, (date(2026, 3, 2), date(2026, 3, 12)))


def test_a_month_is_kept_as_a_month_within_the_reports_days(read_text: ReadText, rows_of: RowsOf) -> None:
    report = (
        'Campaign report\n"February 10, 2026 - March 31, 2026"\nCampaign,Month,Currency code,Impr.,Clicks,Cost\n'
        "Brand,2026-02-01,USD,70,7,7.00\nBrand,2026-03-01,USD,40,4,4.00\n"
    )
    for content in (report, report.replace("2026-02-01", "February 2026").replace("2026-03-01", "Mar 2026")):
        reading = read_text(content)
        assert [(row["day"], row["day_to"]) for row in rows_of(reading, "ad_day")] == [
            (date(2026, 2, 10), date(2026, 2, 28)), (date(2026, 3, 1), date(2026, 3, 31)),
        ]  # fmt: skip


def test_where_days_stand_beside_weeks_the_days_count(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "Campaign report\nMarch 2, 2026 - March 3, 2026\nCampaign,Week,Day,Currency code,Impr.,Clicks,Cost\n"
        "Brand,2026-03-02,2026-03-03,USD,70,7,7.00\n"
    )
    assert rows_of(reading, "ad_day")[0]["day"] == rows_of(reading, "ad_day")[0]["day_to"] == date(2026, 3, 3)


def test_a_campaign_that_is_named_like_a_total_is_none(read_text: ReadText) -> None:
    reading = read_text(
        "Campaign report\nMarch 1, 2026 - March 2, 2026\nCampaign,Currency code,Impr.,Clicks,Cost\n"
        "Total Care,USD,70,7,7.00\nTotally new,USD,30,3,3.00\nTotal: Campaigns,--,100,10,10.00\n",
        profile=SHOP,
    )
    assert reading.totals == {"rows": 2, "impressions": 100, "clicks": 10, "spend": Decimal(10)}
    assert all(total.agrees for total in reading.file_totals)
