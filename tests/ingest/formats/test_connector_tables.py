"""Tables of connectors: what one unit of money is differs from platform to platform."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ..conftest import ReadText, RowsOf


@pytest.mark.parametrize(
    ("header", "cells", "platform", "currency"),
    [
        ("customer_id,cost_micros,currency_code", "7,1500000,EUR", "google_ads", "EUR"),
        ("account_id,campaign_name,adset_name,spend,inline_link_clicks", "7,Brand,s,1.5,3", "meta_ads", "RUB"),
        ("cost_in_local_currency,cost_in_usd", "1.5,9.9", "linkedin_ads", "RUB"),
        ("cost_in_usd,account_id", "1.5,7", "linkedin_ads", "USD"),
        ("billed_charge_local_micro,placement", "1500000,ALL", "x_ads", "RUB"),
        ("spend_in_micro_dollar,clickthrough_1", "1500000,3", "pinterest_ads", "USD"),
    ],
)
def test_each_platforms_unit(
    read_text: ReadText, rows_of: RowsOf, header: str, cells: str, platform: str, currency: str
) -> None:
    reading = read_text(f"date,campaign_id,impressions,clicks,{header}\n2026-03-01,48,100,3,{cells}\n")
    assert reading.outcome == "readable", reading.messages
    row = rows_of(reading, "ad_day")[0]
    assert (row["platform"], row["spend"], reading.currency) == (platform, Decimal("1.5"), currency)
    assert row["campaign_key"] == "48"


def test_a_table_of_several_platforms_keeps_each_rows_own(read_text: ReadText, rows_of: RowsOf) -> None:
    reading = read_text(
        "source_relation,date_day,platform,account_id,campaign_id,campaign_name,clicks,impressions,spend\n"
        "a,2026-03-01,google_ads,7,48,Brand,1,10,1.50\na,2026-03-01,facebook_ads,8,49,Lookalike,2,20,2.50\n"
        "a,2026-03-01,New Platform,8,50,X,2,20,1.00\n"
    )
    assert [row["platform"] for row in rows_of(reading, "ad_day")] == ["google_ads", "meta_ads", "new platform"]
    assert reading.totals["spend"] == 5


def test_what_is_not_verified_of_a_connectors_table_is_shown_as_such(read_text: ReadText) -> None:
    reading = read_text("date,campaign_id,impressions,clicks,cost_micros\n2026-03-01,48,100,3,1500000\n")
    layout = next(one for one in reading.assumptions if one.about == "format")
    assert layout.because is not None
    assert "not checked against a real file" in layout.because.template
