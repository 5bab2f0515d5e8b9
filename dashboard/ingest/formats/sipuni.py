"""Sipuni: the call statistics of the web interface."""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format

SIPUNI = Format(
    name="sipuni",
    label="Sipuni",
    kind=Kind.CALLS,
    grade="A",
    languages=("ru",),
    columns={
        "started": ("Время",),
        "direction": ("Тип",),
        "answered": ("Статус",),
        "phone": ("Откуда",),
        "called": ("Куда",),
        "tracking_number": ("Куда",),
        "manager": ("Кто ответил",),
        "duration": ("Длительность звонка, сек", "Продолжительность звонка", "Длительность звонка"),
        "talk": ("Длительность разговора, сек", "Продолжительность разговора", "Длительность разговора"),
        "wait": ("Время ответа, сек", "Время ответа"),
        "recording": ("ID записи",),
        "first_call": ("Новый клиент",),
    },
    required=("started", "direction", "answered", "phone", "called"),
    known=(
        "Схема", "Оценка", "Метка", "Теги", "ID заказа звонка", "Запись существует", "Состояние перезвона",
        "Время перезвона",
    ),
    date_order="dmy",
    words={
        "answered": ("отвечен", "успешн"),
        "missed": ("не отвечен", "неотвечен", "пропущен", "не дозвон"),
        "outgoing": ("исходящий",),
    },
    export=N_("In Sipuni open Statistics → Call statistics, choose the period, then Export → CSV."),
)  # fmt: skip
