"""Bitrix24: the list of deals as CSV, or as the «Excel» export, which is a table of HTML named .xls.

«Предполагаемая дата закрытия» is an expected date until the deal ends, when Bitrix24 sets it to that day; so it dates
a won deal only where it lies between the deal's creation and today, else the deal counts on the day it was created.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

BITRIX24 = Format(
    name="bitrix24",
    label="Bitrix24",
    kind=Kind.DEALS,
    grade="A",
    languages=("ru", "en"),
    columns={
        "lead_id": ("ID",),
        "stage": ("Стадия сделки", "Стадия", "STAGE_ID"),
        "status": ("STAGE_SEMANTIC_ID",),
        "title": ("Название сделки", "Название", "TITLE"),
        "product": ("Товар",),
        "quantity": ("Количество",),
        "amount": ("Сумма", "OPPORTUNITY"),
        "currency": ("Валюта", "CURRENCY_ID"),
        "manager": ("Ответственный", "ASSIGNED_BY_ID"),
        "created": ("Дата создания", "DATE_CREATE"),
        "closed": ("Дата завершения",),
        "expected_close": ("Предполагаемая дата закрытия", "CLOSEDATE"),
        "way": ("Источник", "SOURCE_ID"),
        "lost_reason": ("Причина отказа", "Причина провала"),
        "phone": (
            "Контакт: Рабочий телефон", "Контакт: Мобильный телефон", "Контакт: Телефон", "Контакт: Другой телефон",
            "Компания: Рабочий телефон", "Рабочий телефон", "Мобильный телефон", "Телефон",
        ),
        "email": ("Контакт: Рабочий e-mail", "Контакт: Частный e-mail", "Рабочий e-mail", "E-mail"),
        "source": ("UTM Source", "UTM_SOURCE"),
        "medium": ("UTM Medium", "UTM_MEDIUM"),
        "campaign": ("UTM Campaign", "UTM_CAMPAIGN"),
        "keyword": ("UTM Term", "UTM_TERM"),
        "location": ("Филиал", "Магазин", "Салон", "Подразделение", "Регион"),
        "target": ("Целевая заявка", "Целевой лид", "Качество"),
    },
    required=("lead_id", "stage", "amount", "created"),
    known=(
        "Цена", "Компания", "Контакт", "Вероятность", "Тип", "Дата изменения", "Дата начала", "Сделка закрыта",
        "Дополнительно об источнике", "Повторная сделка", "Направление", "Воронка", "UTM Content", "CLOSED",
        "CATEGORY_ID", "TYPE_ID", "CONTACT_ID", "COMPANY_ID", "BEGINDATE", "DATE_MODIFY", "UTM_CONTENT",
    ),
    date_order="dmy",
    words={
        "won": ("сделка успешна", "успешна", "успешно завершена", "won", "s"),
        "lost": ("сделка провалена", "провалена", "анализ причины провала", "lose", "apology", "f"),
        "phone": ("звонок", "телефон", "phone", "call"),
        "site": ("веб", "сайт", "crm-форма", "интернет", "web", "форма"),
    },
    export=N_(
        "In Bitrix24 open CRM → Deals as a list, turn on ID, stage, sum, currency, created, expected closing date, "
        "contact's phone and the UTM columns, then the gear → Export to CSV or Excel."
    ),
)  # fmt: skip
