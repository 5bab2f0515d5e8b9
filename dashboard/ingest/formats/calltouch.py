"""Calltouch: the call log, under the names of its API, which its own exports share."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

CALLTOUCH = Format(
    name="calltouch",
    label="Calltouch",
    kind=Kind.CALLS,
    grade="A",  # the API's description; headers of the web interface's own file were not found
    languages=("en", "ru"),
    columns={
        "call_id": ("callId", "ID звонка", "Идентификатор звонка"),
        "direction": ("Направление", "Направление звонка", "Тип звонка"),
        "started": ("date", "Дата и время звонка", "Дата звонка", "Дата и время", "Дата"),
        "phone": ("callerNumber", "Номер звонящего", "Номер клиента", "Телефон клиента", "Телефон звонящего", "АОН"),
        "tracking_number": ("phoneNumber", "Номер телефона", "Отслеживаемый номер", "Подменный номер", "Номер пула"),
        "talk": ("duration", "Длительность", "Длительность звонка", "Длительность разговора", "Длительность, сек"),
        "wait": ("waitingConnect", "Время ожидания", "Ожидание", "Время дозвона"),
        "answered": ("successful", "Успешный", "Успешный звонок", "Статус звонка", "Статус"),
        "first_call": ("uniqueCall", "Уникальный", "Уникальный звонок"),
        "target": ("targetCall", "Целевой", "Целевой звонок"),
        "callback": ("callbackCall", "Обратный звонок", "Коллбэк"),
        "source": ("utmSource", "source", "Источник"),
        "medium": ("utmMedium", "medium", "Канал", "Тип трафика"),
        "campaign": ("utmCampaign", "Кампания", "Рекламная кампания"),
        "keyword": ("utmTerm", "keyword", "Ключевое слово"),
        "manager": ("manager", "Менеджер", "Оператор"),
        "recording": ("recordUrl", "Ссылка на запись"),
    },
    required=("started", "phone", "talk", "answered", "target"),
    known=(
        "uniqTargetCall", "redirectNumber", "city", "url", "callTags", "yaClientId", "Уникально-целевой",
        "Уникально-целевой звонок", "Город", "Теги", "Теги звонка", "Номер переадресации", "Страница входа", "Сценарий",
    ),
    date_order="dmy",
    words={
        "answered": ("успешный", "отвечен"),
        "missed": ("неуспешный", "не отвечен", "пропущен", "неотвечен", "потерян", "не дозвон", "недозвон"),
        "outgoing": ("исходящий",),
    },
    export=N_("In Calltouch open Reports → Call log, choose the period, then Export → CSV."),
)  # fmt: skip
