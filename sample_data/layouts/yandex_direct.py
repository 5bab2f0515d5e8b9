"""Yandex Direct, report wizard: four service lines, semicolons, decimal commas, a line of totals."""

from __future__ import annotations

from datetime import date

from sample_data.layouts.numbers import comma, each, share, table
from sample_data.rows import AdRow

COLUMNS = (
    "Дата;Кампания;№ Кампании;Группа;№ Группы;№ Объявления;Показы;Клики;CTR (%);{spend};{click};"
    "Отказы (%);Глубина (стр.);Конверсии"
)


def write(rows: list[AdRow], account: str, first: date, last: date, *, modern: bool) -> bytes:
    """Older files are cp1251 with «руб.» in the header, newer ones UTF-8 with a mark at the start and «₽»."""
    spend, click = ("Расход, ₽", "Ср. цена клика, ₽") if modern else ("Расход (руб.)", "Ср. цена клика (руб.)")
    lines = [COLUMNS.format(spend=spend, click=click).split(";")]
    lines += [_cells(row) for row in rows]
    lines.append(_total(rows))
    preamble = f"Отчет по дням\r\nАккаунт: {account}\r\nПериод: {first:%d.%m.%Y} - {last:%d.%m.%Y}\r\n\r\n"
    text = preamble + table(lines, ";", "\r\n")
    return text.encode("utf-8-sig" if modern else "cp1251")


def _cells(row: AdRow) -> list[str]:
    group = str(4_921_000_000 + sum(map(ord, row.campaign_id + row.ad_group)))
    bounce = 18 + sum(map(ord, row.ad_group)) % 30
    return [
        f"{row.day:%d.%m.%Y}",
        row.campaign,
        row.campaign_id,
        row.ad_group,
        group,
        f"M-1{group[1:]}",
        str(row.impressions),
        str(row.clicks),
        share(row.clicks, row.impressions).replace(".", ","),
        comma(row.spend),
        each(row.spend, row.clicks).replace(".", ","),
        f"{bounce},40" if row.clicks > 3 else "-",
        "1,43",
        str(row.conversions),
    ]


def _total(rows: list[AdRow]) -> list[str]:
    impressions = sum(row.impressions for row in rows)
    clicks = sum(row.clicks for row in rows)
    spend = sum(row.spend for row in rows)
    return ["Итого", "", "", "", "", "", str(impressions), str(clicks), "", comma(spend), "", "", "", ""]
