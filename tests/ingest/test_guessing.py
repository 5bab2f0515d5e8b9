"""Guesses about plain tables, in both languages: what they are about, what each column is, what the values mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.domain.canonical import Kind
from dashboard.ingest.declaration import COLUMNS
from dashboard.ingest.guessing import Column, guessed_columns, guessed_kind, guessed_meaning
from dashboard.ingest.header_words import WORDS
from dashboard.ingest.looks import Look, hidden, look_of
from dashboard.ingest.mapping import VALUES
from dashboard.ingest.outline import Outline, outline
from dashboard.ingest.value_words import MEANINGS

ORDERS_EN = """Receipt,Sold on,Customer phone,Goods,Pcs,Price each,State,Where from
A-1,2026-03-01 10:15,+1 212 555 0134,Kettle,2,10.50,Paid,google
A-2,2026-03-02 11:00,+1 212 555 0177,Lamp,1,5.00,Cancelled,walked in
A-3,2026-03-02 12:30,+1 212 555 0134,Kettle,1,10.50,Paid,google
A-4,2026-03-03 09:00,+1 212 555 0199,Chair,1,70.00,Paid,yandex
"""
ORDERS_RU = """№ чека;Дата продажи;Тел. клиента;Наименование;Кол-во;Сумма, руб.;Статус оплаты;Откуда узнали
1;01.03.2026 10:15;8 916 111-22-33;Чайник;2;2 100,50;Оплачен;Яндекс
2;02.03.2026 11:00;8 916 111-22-44;Лампа;1;500,00;Отменён;знакомые
3;02.03.2026 12:30;8 916 111-22-33;Чайник;1;1 050,25;Оплачен;Яндекс
4;13.03.2026 09:00;8 916 111-22-55;Стул;1;7 000,00;Оплачен;Google
"""
DEALS_RU = """Номер заявки;Поступила;Клиент;Телефон;Этап воронки;Бюджет сделки;Ответственный менеджер;Причина отказа
11;01.03.2026;Иванова;+7 916 111-22-33;Новая;10000;Анна;
12;02.03.2026;Петров;+7 916 111-22-44;Договор подписан;25000;Борис;
13;14.03.2026;Сидоров;+7 916 111-22-55;Отказ;0;Анна;дорого
14;15.03.2026;Орлова;+7 916 111-22-66;Новая;5000;Анна;
"""
DEALS_EN = """Request no,Received,Name,E-mail,Pipeline step,Deal value,Sales rep,Lead source
11,2026-03-01,Ann,ann@example.com,New,1000.00,Kim,google
12,2026-03-02,Bob,bob@example.com,Closed won,2500.50,Lee,meta
13,2026-03-14,Cid,cid@example.com,Closed lost,10.00,Kim,google
14,2026-03-15,Dan,dan@example.com,New,500.00,Kim,google
"""
CALLS_RU = """Дата и время звонка;Номер звонившего;Результат звонка;Ожидание, сек;Разговор, сек;Кто принял;Источник
01.03.2026 10:15:00;8 916 111-22-33;Принят;5;120;Анна;yandex
01.03.2026 11:15:00;8 916 111-22-44;Пропущен;30;0;;google
14.03.2026 12:00:00;8 916 111-22-55;Принят;7;45;Борис;yandex
14.03.2026 12:30:00;8 916 111-22-66;Принят;9;15;Борис;yandex
"""
ADS_EN = """Report date,Campaign title,Impr,Link clicks,Amount spent USD
2026-03-01,Brand,1000,10,5.50
2026-03-02,Brand,2000,20,7.25
2026-03-03,Search,1500,12,6.00
"""
ADS_RU = """День;Рекламная кампания;Показы;Переходы;Расход, руб
01.03.2026;Бренд;1000;10;500,50
02.03.2026;Бренд;2000;20;700,25
13.03.2026;Поиск;1500;12;600,00
"""
PLAN_RU = "Месяц;Канал;Показатель;План\n01.03.2026;yandex_direct;spend;100000\n01.04.2026;yandex_direct;leads;50\n"


def read(text: str, tmp_path: Path, country: str = "RU") -> Outline:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    found = outline(path, path.name, tmp_path / "scratch", country)
    assert found is not None
    return found


def guessed(text: str, tmp_path: Path, country: str = "RU") -> tuple[Kind, dict[str, str]]:
    columns = [column.guessed_from for column in read(text, tmp_path, country).columns]
    kind = guessed_kind(columns)
    return kind, {columns[place].name: found for place, found in guessed_columns(columns, kind).items()}


def test_a_table_of_orders_in_english(tmp_path: Path) -> None:
    kind, columns = guessed(ORDERS_EN, tmp_path, "US")
    assert kind is Kind.ORDERS
    assert columns == {
        "Receipt": "order_id", "Sold on": "sold", "Customer phone": "phone", "Goods": "product", "Pcs": "quantity",
        "Price each": "unit_price", "State": "status", "Where from": "source",
    }  # fmt: skip


def test_a_table_of_orders_in_russian(tmp_path: Path) -> None:
    kind, columns = guessed(ORDERS_RU, tmp_path)
    assert kind is Kind.ORDERS
    assert columns == {
        "№ чека": "order_id", "Дата продажи": "sold", "Тел. клиента": "phone", "Наименование": "product",
        "Кол-во": "quantity", "Сумма, руб.": "revenue", "Статус оплаты": "status", "Откуда узнали": "source",
    }  # fmt: skip


def test_a_table_of_deals_in_russian(tmp_path: Path) -> None:
    kind, columns = guessed(DEALS_RU, tmp_path)
    assert kind is Kind.DEALS
    assert columns == {
        "Номер заявки": "lead_id", "Поступила": "created", "Клиент": "title", "Телефон": "phone",
        "Этап воронки": "stage", "Бюджет сделки": "amount", "Ответственный менеджер": "manager",
        "Причина отказа": "lost_reason",
    }  # fmt: skip


def test_a_table_of_deals_in_english(tmp_path: Path) -> None:
    kind, columns = guessed(DEALS_EN, tmp_path, "US")
    assert kind is Kind.DEALS
    assert columns == {
        "Request no": "lead_id", "Received": "created", "Name": "title", "E-mail": "email", "Pipeline step": "stage",
        "Deal value": "amount", "Sales rep": "manager", "Lead source": "source",
    }  # fmt: skip


def test_a_table_of_calls_in_russian(tmp_path: Path) -> None:
    kind, columns = guessed(CALLS_RU, tmp_path)
    assert kind is Kind.CALLS
    assert columns == {
        "Дата и время звонка": "started", "Номер звонившего": "phone", "Результат звонка": "answered",
        "Ожидание, сек": "wait", "Разговор, сек": "talk", "Кто принял": "manager", "Источник": "source",
    }  # fmt: skip


@pytest.mark.parametrize("text", [ADS_EN, ADS_RU])
def test_a_table_of_advertising_in_both_languages(text: str, tmp_path: Path) -> None:
    kind, columns = guessed(text, tmp_path)
    assert kind is Kind.ADS
    assert set(columns.values()) == {"day", "campaign", "impressions", "clicks", "spend"}


def test_a_plan(tmp_path: Path) -> None:
    kind, columns = guessed(PLAN_RU, tmp_path)
    assert (kind, set(columns.values())) == (Kind.PLAN, {"month", "channel", "measure", "value"})


def test_no_column_is_guessed_twice() -> None:
    columns = [
        Column("Date", Look.DATE),
        Column("Date", Look.DATE),
        Column("Sum", Look.MONEY),
        Column("Sum", Look.MONEY),
    ]
    found = guessed_columns(columns, Kind.ORDERS)
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("kind", "column", "word", "meaning"),
    [
        (Kind.DEALS, "stage", "closed won", "won"),
        (Kind.DEALS, "stage", "успешно реализовано", "won"),
        (Kind.DEALS, "stage", "закрыто и не реализовано", "lost"),
        (Kind.DEALS, "stage", "в работе", "open"),
        (Kind.CALLS, "answered", "пропущенный", "missed"),
        (Kind.CALLS, "answered", "нет ответа", "missed"),
        (Kind.CALLS, "target", "нецелевой", "off_target"),
        (Kind.ORDERS, "status", "оплачен картой", "paid"),
        (Kind.ORDERS, "status", "не оплачен", "unpaid"),
        (Kind.ORDERS, "status", "сиреневый", None),
    ],
)
def test_a_value_is_guessed_by_words_of_the_field(kind: Kind, column: str, word: str, meaning: str | None) -> None:
    assert guessed_meaning(kind, column, word) == meaning


@pytest.mark.parametrize(
    ("cells", "look"),
    [
        (["01.03.2026", "2.3.26"], Look.DATE),
        (["2026-03-01 10:00:00", "Mar 1, 2026"], Look.DATE),
        (["8 (916) 111-22-33", "+7 916 1112244"], Look.PHONE),
        (["a@example.com", "b@example.com"], Look.EMAIL),
        (["1 200,50 ₽", "7"], Look.MONEY),
        (["10", "200"], Look.NUMBER),
        (["1:20", "0:05:00"], Look.TIME),
        (["Paid", "Paid", "Open", "Paid"], Look.WORD),
        (["", " - "], Look.EMPTY),
    ],
)
def test_cells_show_what_they_are(cells: list[str], look: Look) -> None:
    assert look_of(cells, "RU") is look


def test_contacts_are_hidden_in_what_is_shown(tmp_path: Path) -> None:
    text = "Кто;Почта;Примечание\n8 916 111-22-33;anna@example.com;звонить +7 916 111-22-33\n"
    shown = read(text, tmp_path)
    said = str(shown)
    assert "111-22" not in said
    assert "anna" not in said
    assert shown.columns[0].samples == ("••• 33",)
    assert hidden("01.03.2026 10:15", Look.DATE) == "01.03.2026 10:15"


def test_the_header_may_be_said_to_be_in_another_line(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("Отчёт;за март\n1;2\nЧек;Сумма\n5;10\n", encoding="utf-8")
    found = outline(path, path.name, tmp_path / "scratch", "RU", header_line=3)
    assert found is not None
    assert ([column.name for column in found.columns], found.rows) == (["Чек", "Сумма"], 1)


def test_words_are_given_for_columns_and_meanings_that_there_are() -> None:
    for kind in Kind:
        assert set(WORDS[kind]) <= set(COLUMNS[kind])
    known = {meaning for rules in VALUES.values() for meanings in rules.values() for meaning in meanings}
    assert set(MEANINGS) <= known
