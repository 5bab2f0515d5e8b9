"""Bitrix24 deals: cp1251, every cell quoted, a semicolon after the last cell too, the currency by its name."""

from __future__ import annotations

from collections.abc import Iterable

from sample_data.rows import Deal

COLUMNS = (
    "ID;Стадия сделки;Название сделки;Сумма;Валюта;Ответственный;Дата создания;Предполагаемая дата закрытия;"
    "Сделка закрыта;Источник;Контакт: Рабочий телефон;UTM Source"
)


def write(deals: Iterable[tuple[int, Deal]]) -> bytes:
    lines = [_line(COLUMNS.split(";"))]
    for number, deal in deals:
        stage = ("Сделка успешна" if deal.won else "Сделка провалена") if deal.closed else "В работе"
        lines.append(
            _line(
                [
                    str(number),
                    stage,
                    f'Заявка "{deal.title}"',
                    f"{deal.amount}.00",
                    "Российский рубль",
                    deal.manager,
                    f"{deal.created:%d.%m.%Y %H:%M:%S}",
                    f"{deal.closed or deal.created:%d.%m.%Y}",
                    "да" if deal.closed else "нет",
                    "Веб-сайт" if deal.origin == "сайт" else "Звонок",
                    f"+{deal.person.phone}",
                    deal.source,
                ]
            )
        )
    return "".join(lines).encode("cp1251")


def _line(cells: list[str]) -> str:
    return "".join('"' + cell.replace('"', '""') + '";' for cell in cells) + "\r\n"
