"""Google Ads campaign report by day: English as UTF-16 with tabs, Russian as UTF-8 with commas; both end in totals."""

from __future__ import annotations

from calendar import month_name
from datetime import date

from sample_data.layouts.numbers import (
    each,
    english,
    english_count,
    russian,
    russian_count,
    share,
    table,
)
from sample_data.rows import AdRow

NOTHING = " --"
ENGLISH = "Campaign status,Campaign,Day,Currency code,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions,Search impr. share"
RUSSIAN = "День,Кампания,Kлики,Показы,CTR,Код валюты,Ср. цена за клик,Расходы,Конверсии"  # the K of «Kлики» is Latin


def write_english(rows: list[AdRow], currency: str, first: date, last: date) -> bytes:
    """UTF-16 little-endian with a mark, tabs, and the totals by campaign, account and type."""
    lines = [ENGLISH.split(",")]
    for row in rows:
        lines.append(
            [
                "Enabled",
                row.campaign,
                row.day.isoformat(),
                currency,
                english_count(row.impressions),
                english_count(row.clicks),
                f"{share(row.clicks, row.impressions)}%",
                each(row.spend, row.clicks),
                english(row.spend),
                f"{row.conversions}.00",
                "64.20%" if row.campaign.startswith("Search") else NOTHING,
            ]
        )
    search = [row for row in rows if row.campaign.startswith("Search")]
    others = [row for row in rows if not row.campaign.startswith("Search")]
    lines.append(_english_total("Total: Campaigns", rows))
    lines.append(_english_total("Total: Account", rows))
    lines.append(_english_total("Total: Search", search))
    lines.append(_english_total("Total: Performance Max", others))
    title = f'Campaign report\r\n"{_long(first)} - {_long(last)}"\r\n'
    return b"\xff\xfe" + (title + table(lines, "\t", "\r\n")).encode("utf-16-le")


def write_russian(rows: list[AdRow], currency: str, first: date, last: date) -> bytes:
    """UTF-8 with a mark, commas between and within, no-break spaces in thousands."""
    lines = [RUSSIAN.split(",")]
    for row in rows:
        lines.append(
            [
                row.day.isoformat(),
                row.campaign,
                russian_count(row.clicks),
                russian_count(row.impressions),
                share(row.clicks, row.impressions).replace(".", ",") + "%",
                currency,
                each(row.spend, row.clicks).replace(".", ","),
                russian(row.spend),
                f"{row.conversions},00",
            ]
        )
    clicks, impressions = sum(row.clicks for row in rows), sum(row.impressions for row in rows)
    spend = russian(sum(row.spend for row in rows))
    counts = [russian_count(clicks), russian_count(impressions)]
    lines.append(["Итого: Кампании", NOTHING, *counts, NOTHING, NOTHING, NOTHING, spend, NOTHING])
    title = f'Отчет по кампаниям\r\n"{first:%d.%m.%Y} - {last:%d.%m.%Y}"\r\n'
    return (title + table(lines, ",", "\r\n")).encode("utf-8-sig")


def _long(day: date) -> str:
    return f"{month_name[day.month]} {day.day}, {day.year}"


def _english_total(name: str, rows: list[AdRow]) -> list[str]:
    impressions = english_count(sum(row.impressions for row in rows))
    clicks = english_count(sum(row.clicks for row in rows))
    cost = english(sum(row.spend for row in rows))
    return [name, NOTHING, NOTHING, NOTHING, impressions, clicks, NOTHING, NOTHING, cost, NOTHING, NOTHING]
