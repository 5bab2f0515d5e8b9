"""Sipuni call log: cp1251, semicolons, empty cells hanging at the end, now and then a tab before the line."""

from __future__ import annotations

from collections.abc import Iterable

from sample_data.chance import Chance
from sample_data.people import as_written_in_russia
from sample_data.rows import Call

COLUMNS = (
    "Тип;Статус;Время;Схема;Откуда;Куда;Кто ответил;Длительность звонка, сек;Длительность разговора, сек;"
    "Время ответа, сек;Оценка;ID записи;Метка;Теги;ID заказа звонка;Запись существует;Новый клиент;;"
)


def write(calls: Iterable[tuple[int, Call]], number: str) -> bytes:
    lines = [COLUMNS]
    for record, call in calls:
        typing = Chance("sipuni", call.phone)
        cells = [
            "Входящий",
            "Отвечен" if call.answered else "Не отвечен",
            f"{call.started:%d.%m.%Y %H:%M:%S}",
            "Основная",
            as_written_in_russia(call.phone, typing) if call.phone else "",
            number,
            call.manager if call.answered else "",
            str(call.wait + call.talk),
            str(call.talk) if call.answered else "",
            str(call.wait) if call.answered else "",
            "",
            f"rec{record}",
            "",
            "",
            "",
            "1",
            "1" if call.unique else "0",
            "",
            " ",
        ]
        lines.append(("\t" if record % 23 == 0 else "") + ";".join(cells))
    return "".join(f"{line}\r\n" for line in lines).encode("cp1251")
