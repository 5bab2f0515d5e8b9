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
        "call_id": ("callId", "ID звонка"),
        "started": ("date", "Дата и время звонка", "Дата звонка"),
        "phone": ("callerNumber", "Номер звонящего", "Номер клиента"),
        "tracking_number": ("phoneNumber", "Номер телефона", "Отслеживаемый номер"),
        "talk": ("duration", "Длительность", "Длительность звонка"),
        "wait": ("waitingConnect", "Время ожидания", "Ожидание"),
        "answered": ("successful", "Успешный", "Статус звонка"),
        "first_call": ("uniqueCall", "Уникальный"),
        "target": ("targetCall", "Целевой"),
        "callback": ("callbackCall", "Обратный звонок"),
        "source": ("utmSource", "source", "Источник"),
        "medium": ("utmMedium", "medium", "Канал", "Тип трафика"),
        "campaign": ("utmCampaign", "Кампания"),
        "keyword": ("utmTerm", "keyword", "Ключевое слово"),
        "manager": ("manager", "Менеджер"),
        "recording": ("recordUrl", "Ссылка на запись"),
    },
    required=("started", "phone", "talk", "answered", "target"),
    known=("uniqTargetCall", "redirectNumber", "city", "url", "callTags", "yaClientId", "Уникально-целевой", "Город"),
    date_order="dmy",
    words={
        "answered": ("успешный", "отвечен"),
        "missed": ("неуспешный", "не отвечен", "пропущен"),
        "outgoing": ("исходящий",),
    },
    export=N_("In Calltouch open Reports → Call log, choose the period, then Export → CSV."),
)
