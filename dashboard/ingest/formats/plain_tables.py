"""Our own plain tables, known by their headers: exchange rates, the plan, events, monthly notes, series."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

RATES = Format(
    name="rates",
    label=N_("Exchange rates"),
    kind=Kind.RATES,
    grade="A",
    languages=("en", "ru"),
    columns={"day": ("day", "date", "День", "Дата"), "currency": ("currency", "Валюта"), "rate": ("rate", "Курс")},
    required=("day", "currency", "rate"),
    export=N_(
        "A table with the columns day, currency and rate: what one unit of it is worth in the client's currency."
    ),
)

PLAN = Format(
    name="plan",
    label=N_("Plan"),
    kind=Kind.PLAN,
    grade="A",
    languages=("en", "ru"),
    columns={
        "month": ("month", "Месяц"),
        "channel": ("channel", "Канал"),
        "measure": ("measure", "Показатель"),
        "value": ("value", "Значение", "План"),
        "agreed_on": ("agreed_on", "agreed on", "Согласовано", "Дата согласования"),
    },
    required=("month", "measure", "value"),
    export=N_("A table with the columns month, channel, measure, value and, if known, agreed_on."),
)

EVENTS = Format(
    name="events",
    label=N_("Events"),
    kind=Kind.EVENTS,
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": ("day", "date", "День", "Дата"),
        "day_to": ("day_to", "day to", "По день", "До"),
        "what": ("what", "Что", "Событие"),
        "text": ("text", "Текст", "Описание"),
    },
    required=("day", "what", "text"),
    export=N_("A table with the columns day, what and text and, for an event of several days, day_to."),
)

NOTES = Format(
    name="notes",
    label=N_("Notes"),
    kind=Kind.NOTES,
    grade="A",
    languages=("en", "ru"),
    columns={
        "month": ("month", "Месяц"),
        "author": ("author", "Автор"),
        "text": ("text", "Текст"),
        "next_steps": ("next_steps", "next steps", "Дальнейшие шаги", "Что дальше"),
    },
    required=("month", "author", "text"),
    export=N_("A table with the columns month, author, text and next_steps."),
)

SERIES = Format(
    name="series",
    label=N_("Series"),
    kind=Kind.SERIES,
    grade="A",
    languages=("en", "ru"),
    columns={
        "day": ("day", "date", "week", "month", "День", "Дата", "Неделя", "Месяц"),
        "day_to": ("day_to", "day to", "По день", "До"),
        "kind": ("kind", "series", "Ряд", "Вид ряда"),
        "name": ("name", "Название", "Что"),
        "place": ("place", "Место"),
        "value": ("value", "Значение"),
        "currency": ("currency", "Валюта"),
    },
    required=("day", "kind", "value"),
    told_by=("kind", "series", "Ряд", "Вид ряда"),
    export=N_(
        "A table with the columns day, kind (demand, price_index, market_price, stock, …), name, value and, "
        "for a value of several days, day_to."
    ),
)

REFUNDS = Format(
    name="refunds",
    label=N_("Refunds from accounting"),
    kind=Kind.REFUNDS,
    grade="A",
    languages=("en", "ru"),
    columns={
        "order_id": ("order_id", "order", "order number", "Номер заказа", "Заказ"),
        "day": ("day", "date", "refund date", "День", "Дата", "Дата возврата"),
        "month": ("month", "Месяц"),
        "amount": ("refund_amount", "refund amount", "Сумма возврата", "Возвращено"),
        "currency": ("currency", "Валюта"),
        "comment": ("comment", "Комментарий"),
    },
    required=("amount",),
    told_by=("refund_amount", "refund amount", "Сумма возврата", "Возвращено"),
    export=N_("A table with the columns order_id, day, month and refund_amount: each row names an order or a month."),
)
