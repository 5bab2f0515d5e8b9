"""CoMagic, also called UIS: the report of calls, under the names of its API or those of its screens.

A call's whole time is more than its talk: waiting and the voice menu are in it too. Only talk counts as talk.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

COMAGIC = Format(
    name="comagic",
    label="CoMagic / UIS",
    kind=Kind.CALLS,
    grade="A",  # the API's description; headers of the web interface's own file are not verified
    languages=("en", "ru"),
    columns={
        "call_id": ("id", "communication_id", "call_session_id", "ID сессии звонка", "ID звонка", "Номер обращения"),
        "started": ("start_time", "Дата и время", "Дата и время звонка", "Дата и время начала"),
        "direction": ("direction", "Направление", "Направление звонка", "Тип звонка"),
        "phone": ("contact_phone_number", "Номер абонента", "Абонент"),
        "tracking_number": ("virtual_phone_number", "Виртуальный номер"),
        "talk": (
            "talk_duration", "clean_talk_duration", "Длительность разговора", "Чистая длительность разговора",
            "Время разговора",
        ),
        "wait": ("wait_duration", "Время ожидания", "Время ожидания ответа", "Длительность ожидания"),
        "duration": ("total_duration", "Общая длительность", "Общая длительность звонка", "Длительность звонка"),
        "lost": ("is_lost", "Потерянный", "Потерянный звонок", "Потерян"),
        "answered": ("Статус", "Статус звонка"),
        "first_call": ("is_first_call", "Первый звонок", "Первичный", "Первичный звонок"),
        "source": ("utm_source", "source", "Источник", "Источник трафика"),
        "medium": ("utm_medium", "channel", "traffic_type", "Канал", "Тип трафика"),
        "campaign": ("utm_campaign", "campaign_name", "Рекламная кампания", "Кампания"),
        "keyword": ("utm_term", "search_query", "Ключевое слово", "Поисковый запрос"),
        "manager": ("employee_full_name", "last_answered_employee_full_name", "Сотрудник", "ФИО сотрудника"),
        "recording": ("call_records", "Запись разговора", "Записи разговоров", "Ссылка на запись"),
    },
    required=("started", "phone", "tracking_number", "talk"),
    known=(
        "finish_time", "communication_number", "communication_type", "finish_reason", "is_transfer", "tags",
        "visitor_id", "visitor_session_id", "site_domain_name", "scenario_name", "postprocessing_duration",
        "Сценарий", "Теги", "Сайт", "Причина завершения", "Тип обращения",
    ),
    date_order="ymd",
    words={
        "answered": ("принят", "отвечен", "успешн", "разговор состоялся"),
        "missed": ("потерян", "не принят", "непринят", "пропущен", "не отвечен", "неотвечен", "неуспешн"),
        "outgoing": ("out", "исходящий", "исходящие"),
    },
    export=N_("In CoMagic or UIS open Reports → Calls, choose the period, then Export → CSV or XLSX."),
)  # fmt: skip
