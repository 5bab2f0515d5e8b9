"""Ringostat: the call log. One file has 6,500 calls at most, so a long period comes in files that may overlap."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

RINGOSTAT = Format(
    name="ringostat",
    label="Ringostat",
    kind=Kind.CALLS,
    grade="C",  # its limit and its forms are described; the names of its columns are those of its API
    languages=("en", "ru", "uk"),
    columns={
        "call_id": ("uniqueid", "call_id", "ID звонка", "ID дзвінка"),
        "started": (
            "calldate", "call_date", "Дата и время звонка", "Дата и время", "Дата звонка", "Дата та час дзвінка",
            "Дата та час", "Дата дзвінка",
        ),
        "phone": (
            "caller", "caller_number", "src", "Кто звонил", "Номер звонящего", "Хто дзвонив", "Номер абонента",
            "Номер, що телефонує",
        ),
        "called": ("dst", "Куда звонили", "Кому звонили", "Набранный номер", "Куди дзвонили", "Набраний номер"),
        "tracking_number": (
            "n_alias", "dst", "Подменный номер", "Набранный номер", "Підмінний номер", "Набраний номер",
        ),
        "direction": ("call_type", "direction", "Тип звонка", "Направление звонка", "Тип дзвінка"),
        "answered": ("disposition", "Статус звонка", "Статус дзвінка"),
        "talk": ("billsec", "Длительность разговора", "Тривалість розмови"),
        "duration": ("duration", "Длительность звонка", "Тривалість дзвінка"),
        "wait": ("waittime", "wait_time", "Время ожидания", "Час очікування"),
        "first_call": ("unique", "Уникальный", "Первый звонок", "Унікальний", "Перший дзвінок"),
        "target": ("proper", "Целевой", "Целевой звонок", "Цільовий", "Цільовий дзвінок"),
        "source": ("utm_source", "source", "Источник", "Джерело"),
        "medium": ("utm_medium", "medium", "Канал"),
        "campaign": ("utm_campaign", "campaign", "Кампания", "Кампанія"),
        "keyword": ("utm_term", "keyword", "Ключевое слово", "Ключове слово"),
        "manager": ("employee", "employee_fio", "connected_with", "Сотрудник", "Менеджер", "Співробітник"),
        "recording": ("recording", "recording_wav", "Запись разговора", "Запис розмови"),
    },
    required=("started", "phone", "called", "answered", "talk"),
    known=("utm_content", "landing", "refferrer", "referrer", "client_id", "pool_name", "has_recording", "city"),
    date_order="ymd",
    words={
        "answered": ("answered", "proper", "repeated", "отвечен", "принят", "целевой", "прийнят", "відповідь"),
        "missed": (
            "no answer", "no-answer", "noanswer", "busy", "failed", "voicemail", "cancel", "congestion", "не отвечен",
            "пропущен", "занято", "неудачн", "без ответа", "пропущен", "зайнято", "не прийнят", "немає відповіді",
        ),
        "outgoing": ("out", "outcoming", "outgoing", "outbound", "исходящий", "вихідний"),
    },
    row_limit=6500,
    export=N_(
        "In Ringostat open the call log, choose a period of fewer than 6,500 calls, then Export → CSV. "
        "A call that stands in two files counts once."
    ),
)  # fmt: skip
