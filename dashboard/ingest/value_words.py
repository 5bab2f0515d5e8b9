"""Words that people write into the cells of statuses and marks, by what they mean; in lower case."""

from __future__ import annotations

MEANINGS: dict[str, tuple[str, ...]] = {
    "won": (
        "won", "closed won", "success", "successful", "sold", "paid", "done", "completed", "deal", "contract",
        "успешно", "успех", "продано", "продажа", "оплачено", "оплата получена", "куплено", "купил", "сделка закрыта",
        "договор подписан", "выиграна", "выполнен", "завершено", "завершена", "gewonnen", "ganado", "gagné",
        "виграно",
    ),
    "lost": (
        "lost", "closed lost", "failed", "refused", "rejected", "cancelled", "canceled", "junk", "spam", "no deal",
        "отказ", "провал", "проиграна", "потеряна", "не купил", "отмена", "отменен", "отменён", "отменена", "спам",
        "брак", "закрыто и не реализовано", "не реализовано", "неуспешно", "дубль", "verloren", "perdido", "perdu",
    ),
    "open": (
        "open", "new", "in progress", "in work", "waiting", "negotiation", "новая", "новый", "в работе", "думает",
        "переговоры", "ожидание", "ожидает", "первичный контакт", "принимает решение", "счет выставлен", "offen",
    ),
    "answered": (
        "answered", "answer", "yes", "accepted", "completed", "success", "talked", "connected", "принят", "принятый",
        "отвечен", "отвечено", "ответили", "успешный", "разговор состоялся", "да", "состоялся", "обслужен",
    ),
    "missed": (
        "missed", "no answer", "noanswer", "no", "busy", "failed", "abandoned", "lost", "voicemail", "cancelled",
        "пропущен", "пропущенный", "не отвечен", "не отвечено", "нет ответа", "без ответа", "занято", "не принят",
        "потерян", "потерянный", "нет", "сброс", "недозвон", "не дозвонились",
    ),
    "outgoing": ("outgoing", "outbound", "out", "исходящий", "исходящие", "исх", "исх."),
    "incoming": ("incoming", "inbound", "in", "входящий", "входящие", "вх", "вх."),
    "target": (
        "target", "qualified", "good", "yes", "y", "true", "1", "+", "quality", "целевой", "целевая", "качественный",
        "качественная", "да", "квалифицирован", "подходит",
    ),
    "off_target": (
        "off target", "not target", "unqualified", "bad", "no", "n", "false", "0", "-", "spam", "junk", "нецелевой",
        "не целевой", "нецелевая", "некачественный", "нет", "спам", "не подходит", "ошибка", "ошиблись номером",
    ),
    "paid": (
        "paid", "payed", "completed", "complete", "closed", "done", "delivered", "shipped", "success", "yes", "true",
        "1", "оплачен", "оплачено", "оплачена", "да", "выполнен", "выполнено", "завершен", "завершён", "доставлен",
        "закрыт", "выдан", "получен", "проведен", "проведён", "bezahlt", "pagado", "payé", "сплачено",
    ),
    "unpaid": (
        "unpaid", "not paid", "pending", "waiting", "new", "cancelled", "canceled", "voided", "failed", "draft", "no",
        "false", "0", "не оплачен", "не оплачено", "неоплачен", "ожидает оплаты", "ожидание", "новый", "отменен",
        "отменён", "отмена", "нет", "черновик", "в обработке", "в работе", "offen", "pendiente",
    ),
    "phone": ("phone", "call", "by phone", "телефон", "по телефону", "звонок", "колл-центр", "call center"),
    "site": ("site", "website", "web", "online", "form", "сайт", "с сайта", "интернет", "интернет-магазин", "форма"),
    "other": ("shop", "store", "walk-in", "магазин", "офис", "точка", "визит", "самовывоз"),
}  # fmt: skip
