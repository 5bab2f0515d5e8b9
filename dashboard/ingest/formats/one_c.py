"""1C: the report of sales («Продажи», «Валовая прибыль предприятия»), saved as a workbook or as text.

Lines above the header name parameters and filters; the header may take two rows, with months or «Продажи» over the
measures; rows of groups state again what the rows below them say; returns are rows below nought. Gross profit gives the
cost of a line.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import N_
from dashboard.ingest.declaration import Format, Variant

_REVENUE = ("Выручка", "Стоимость продаж", "Сумма продаж", "Сумма", "Стоимость", "Всего")
_WITHOUT_VAT = tuple(f"{name} без НДС" for name in _REVENUE)
_WITH_VAT = tuple(f"{name} с НДС" for name in _REVENUE)

ONE_C = Format(
    name="one_c",
    label=N_("1C, sales"),
    kind=Kind.ORDERS,
    grade="C",  # no real file was at hand
    languages=("ru",),
    columns={
        "order_id": (
            "Номер", "Номер документа", "Документ", "Регистратор", "Документ продажи", "Документ реализации",
            "Заказ клиента", "Заказ покупателя", "Код",
        ),
        "sold": ("Дата", "Дата документа", "Дата продажи", "День", "Период"),
        "month": ("Месяц",),
        "product": ("Номенклатура", "Товар", "Номенклатура, Характеристика", "Товар (номенклатура)"),
        "quantity": ("Количество", "Кол-во", "Количество продано"),
        "revenue": (
            "Выручка", "Выручка, {currency}", "Выручка ({currency})", "Сумма выручки", "Стоимость продаж",
            "Стоимость продажи", "Сумма продаж", "Сумма продажи", "Сумма", "Сумма, {currency}", "Сумма ({currency})",
            *_WITHOUT_VAT, *_WITH_VAT,
        ),
        "gross_profit": ("Валовая прибыль", "Валовая прибыль, {currency}", "Валовая прибыль ({currency})", "Прибыль"),
        "cost": ("Себестоимость", "Себестоимость продаж", "Себестоимость продажи", "Себестоимость, {currency}"),
        "customer": ("Контрагент", "Покупатель", "Клиент", "Партнер"),
        "phone": ("Телефон", "Телефон контрагента", "Контрагент.Телефон"),
        "email": ("Email", "E-mail", "Контрагент.Email"),
        "currency": ("Валюта", "Валюта документа"),
        "manager": ("Менеджер", "Ответственный"),
        "location": ("Магазин", "Торговая точка", "Подразделение", "Склад", "Филиал"),
    },
    required=("product", "revenue"),
    known=(
        "Организация", "Артикул", "Единица измерения", "Ед. изм.", "Рентабельность, %",
        "Рентабельность", "Наценка, %", "Характеристика", "Вид номенклатуры", "НДС", "Сумма НДС", "Ставка НДС",
        "% НДС",
    ),
    # Where amounts without the tax stand beside others, they are the revenue.
    variants=tuple(Variant((name,), columns={"revenue": (name,)}) for name in _WITHOUT_VAT)
    + tuple(Variant((name,), without=_WITHOUT_VAT, columns={"revenue": (name,)}) for name in _WITH_VAT),
    told_by=("Номенклатура", "Контрагент", "Валовая прибыль", "Выручка"),
    date_order="dmy",
    two_row_header=True,
    has_groups=True,
    way="other",
    export=N_(
        "In 1C open the report of sales or of gross profit, group it by date, document and product in columns of their "
        "own, then save the table as XLSX."
    ),
)  # fmt: skip
