"""amoCRM deals: commas, UTF-8 with a mark, two columns named «roistat» and two named «Источник».

The last two columns are fields that the clinic added by itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from sample_data.chance import Chance
from sample_data.layouts.numbers import table
from sample_data.people import as_written_in_russia
from sample_data.rows import Deal

COLUMNS = (
    "ID,Название сделки,Бюджет,Ответственный,Дата создания сделки,Дата закрытия,Теги,Этап сделки,Воронка,"
    "Основной контакт,Рабочий телефон,Рабочий email,Источник,utm_source,utm_medium,utm_campaign,"
    "roistat,roistat,Источник,Целевая заявка,Причина отказа"
)
WON, LOST, FIRST, TALKING = "Успешно реализовано", "Закрыто и не реализовано", "Первичный контакт", "Переговоры"
TARGET = {True: "да", False: "нет", None: ""}


def write(deals: Iterable[tuple[int, Deal]], broken: Iterable[str] = ()) -> bytes:
    """Each phone as some manager typed it; the same deal is always typed the same way."""
    lines = [COLUMNS.split(",")]
    for number, deal in deals:
        typing = Chance("amocrm", deal.person.phone)
        stage = (WON if deal.won else LOST) if deal.closed else (FIRST if number % 3 else TALKING)
        lines.append(
            [
                str(number),
                deal.title,
                str(deal.amount),
                deal.manager,
                f"{deal.created:%d.%m.%Y %H:%M:%S}",
                f"{deal.closed:%d.%m.%Y %H:%M:%S}" if deal.closed else "не закрыта",
                deal.tags,
                stage,
                "Воронка",
                "Клиент",
                as_written_in_russia(deal.person.phone, typing),
                deal.person.email if typing.happens(0.4) else "",
                "",
                deal.source,
                deal.medium,
                deal.campaign,
                "",
                "",
                deal.origin,
                TARGET[deal.target],
                deal.lost_reason,
            ]
        )
    return (table(lines, ",", "\r\n") + "".join(f"{line}\r\n" for line in broken)).encode("utf-8-sig")
