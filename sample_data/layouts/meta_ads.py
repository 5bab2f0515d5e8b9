"""Meta Ads Manager, English, by ad set and day: the totals come first, in a row without a campaign."""

from __future__ import annotations

from datetime import date

from sample_data.layouts.numbers import plain, table
from sample_data.rows import AdRow

COLUMNS = (
    "Reporting starts,Reporting ends,Campaign name,Ad set name,Day,Attribution setting,Results,Result indicator,"
    "Reach,Amount spent ({currency}),Impressions,Link clicks,Clicks (all)"
)
ATTRIBUTION = "7-day click or 1-day view"


def write(rows: list[AdRow], currency: str, first: date, last: date) -> bytes:
    """UTF-8 with a mark, commas, line feeds."""
    spend, impressions = sum(row.spend for row in rows), sum(row.impressions for row in rows)
    lines = [COLUMNS.format(currency=currency).split(",")]
    total = [first.isoformat(), last.isoformat(), "", "", "", "", "", "", "", plain(spend), str(impressions), "", ""]
    lines.append(total)
    for row in rows:
        day = row.day.isoformat()
        lines.append(
            [
                day,
                day,
                row.campaign,
                row.ad_group,
                day,
                ATTRIBUTION,
                str(row.conversions) if row.conversions else "",
                "actions:offsite_conversion.fb_pixel_purchase",
                str(row.impressions * 7 // 9),
                plain(row.spend),
                str(row.impressions),
                str(row.clicks),
                str(row.clicks + row.clicks // 8),
            ]
        )
    return table(lines, ",", "\n").encode("utf-8-sig")
