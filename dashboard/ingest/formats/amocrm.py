"""amoCRM: the list of deals. Some headers stand twice; the first of them with a value counts."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

AMOCRM = Format(
    name="amocrm",
    label="amoCRM",
    kind=Kind.DEALS,
    grade="B",
    languages=("ru",),
    columns={
        "lead_id": ("ID",),
        "title": ("Название сделки",),
        "product": ("Товар", "Услуга", "Продукт"),
        "amount": ("Бюджет", "Бюджет {currency}", "Бюджет, {currency}"),
        "manager": ("Ответственный",),
        "created": ("Дата создания сделки", "Дата создания"),
        "closed": ("Дата закрытия",),
        "stage": ("Этап сделки",),
        "lost_reason": ("Причина отказа",),
        "way": ("Источник", "Источник сделки"),
        "phone": (
            "Рабочий телефон", "Рабочий прямой телефон", "Мобильный телефон", "Домашний телефон", "Другой телефон",
            "Телефон",
        ),
        "email": ("Рабочий email", "Личный email", "Другой email", "Email"),
        "source": ("utm_source",),
        "medium": ("utm_medium",),
        "campaign": ("utm_campaign",),
        "keyword": ("utm_term",),
        "location": ("Филиал", "Магазин", "Салон", "Подразделение", "Регион"),
        "target": ("Целевая заявка", "Целевой лид", "Качество"),
    },
    required=("lead_id", "title", "amount", "created", "stage"),
    known=(
        "Кем создана сделка", "Дата редактирования", "Кем редактирована", "Теги", "Примечание", "Примечание 2",
        "Воронка",
        "Полное имя контакта", "Основной контакт", "Компания контакта", "utm_content", "_ym_uid", "roistat", "gclid",
        "yclid", "fbclid",
    ),
    date_order="dmy",
    words={
        "won": ("успешно реализовано",),
        "lost": ("закрыто и не реализовано",),
        "never": ("не закрыта", "не закрыт"),
        "phone": ("звонок", "телефон", "phone", "call"),
        "site": ("веб", "сайт", "форма", "site", "web"),
    },
    export=N_("In amoCRM open Deals as a list, then ⋯ → Export → CSV or XLSX with all fields."),
)  # fmt: skip
