"""What people call the columns of their own tables, beside the headers that the known exports have.

English and Russian first, then the other languages of the field. Compared as headers are: without case and blanks.
"""

from __future__ import annotations

from dashboard.domain.canonical import Kind

_DAY = ("date", "day", "дата", "день", "число", "datum", "tag", "fecha", "día", "jour", "data", "dzień", "дата дня")
_MONTH = ("month", "period", "месяц", "период", "monat", "mes", "mois", "miesiąc", "місяць", "maand")
_CURRENCY = ("currency", "currency code", "валюта", "код валюты", "währung", "moneda", "devise", "waluta", "valuta")
_PHONE = (
    "phone", "phone number", "telephone", "tel", "mobile", "cell", "contact phone", "customer phone", "телефон",
    "тел", "тел.", "номер телефона", "телефон клиента", "мобильный", "моб. телефон", "контактный телефон", "telefon",
    "telefonnummer", "handy", "teléfono", "téléphone", "номер абонента", "telefoon", "контакт",
)  # fmt: skip
_EMAIL = (
    "email", "e-mail", "mail", "email address", "customer email", "почта", "эл. почта", "электронная почта", "имейл",
    "e-mail клиента", "correo", "courriel",
)  # fmt: skip
_SOURCE = (
    "source", "where from", "utm_source", "utm source", "traffic source", "lead source", "channel source", "источник",
    "рекламный источник",
    "откуда", "откуда пришел", "откуда узнали", "источник трафика", "quelle", "fuente", "джерело", "źródło", "bron",
)  # fmt: skip
_MEDIUM = ("medium", "utm_medium", "utm medium", "тип трафика", "канал трафика")
_CAMPAIGN = (
    "campaign", "campaign name", "utm_campaign", "utm campaign", "кампания", "название кампании",
    "рекламная кампания", "рк", "kampagne", "campaña", "campagne", "kampania", "кампанія",
)  # fmt: skip
_KEYWORD = ("keyword", "utm_term", "search term", "ключевое слово", "ключевая фраза", "запрос", "фраза", "ключ")
_MANAGER = (
    "manager", "responsible", "owner", "sales rep", "agent", "operator", "employee", "менеджер", "ответственный",
    "сотрудник", "оператор", "продавец", "кассир", "администратор", "verkäufer", "vendedor", "менеджер по продажам",
)  # fmt: skip
_PRODUCT = (
    "product", "product name", "item", "item name", "description", "goods", "sku name", "service", "товар", "услуга",
    "наименование", "номенклатура", "название товара", "товар/услуга", "позиция", "артикул", "produkt", "artikel",
    "producto", "produit", "послуга",
)  # fmt: skip
_QUANTITY = (
    "quantity", "qty", "pcs", "pieces", "units", "count", "количество", "кол-во", "кол во", "шт", "штук", "menge",
    "anzahl",
    "cantidad", "quantité", "ilość", "кількість", "aantal",
)  # fmt: skip
_WAY = ("order type", "way", "how it came", "способ заказа", "как пришел", "тип обращения", "канал продаж", "способ")
_LOCATION = (
    "location", "store", "shop", "branch", "outlet", "office", "site", "region", "point of sale", "магазин", "филиал",
    "салон", "торговая точка", "точка продаж", "точка", "подразделение", "склад", "регион", "отделение",
    "клиника", "сайт", "filiale", "tienda", "magasin", "sklep",
)  # fmt: skip
_COST = (
    "cost of goods", "cogs", "cost price", "себестоимость", "закупка", "закупочная стоимость", "себестоимость товара",
)  # fmt: skip
_TARGET = (
    "target", "qualified", "quality", "good lead", "целевой", "целевая", "качество", "качественный", "качество лида",
    "целевой лид", "целевой звонок", "квалификация",
)  # fmt: skip

WORDS: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.ADS: {
        "day": (*_DAY, "дата показа", "report date"),
        "day_to": ("end date", "reporting ends", "по дату", "дата окончания", "конец периода"),
        "account": ("account", "account name", "аккаунт", "кабинет", "рекламный кабинет", "логин", "konto", "cuenta"),
        "campaign_id": ("campaign id", "id кампании", "номер кампании", "№ кампании"),
        "campaign": (*_CAMPAIGN, "площадка", "размещение", "placement", "ad campaign"),
        "ad_group": ("ad group", "ad set", "adset", "group", "группа", "группа объявлений", "anzeigengruppe"),
        "keyword": _KEYWORD,
        "impressions": (
            "impressions", "impr", "views", "shows", "показы", "просмотры", "impressionen", "impresiones", "покази",
            "wyświetlenia", "vertoningen",
        ),
        "clicks": (
            "clicks", "click", "клики", "переходы", "нажатия", "klicks", "clics", "кліки", "kliknięcia", "klikken",
        ),
        "spend": (
            "spend", "spent", "cost", "costs", "budget spent", "amount spent", "расход", "расходы", "затраты",
            "потрачено",
            "стоимость", "сумма", "бюджет", "израсходовано", "kosten", "ausgaben", "gasto", "coste", "dépenses",
            "coût",
            "витрати", "koszt",
        ),
        "currency": _CURRENCY,
        "conversions": ("conversions", "results", "leads", "конверсии", "лиды", "заявки", "результаты", "конверсії"),
        "conversion_value": ("conversion value", "revenue", "ценность конверсий", "доход", "выручка"),
    },
    Kind.CALLS: {
        "call_id": ("call id", "id", "id звонка", "номер звонка", "идентификатор"),
        "started": (
            *_DAY, "date and time", "time", "start time", "call time", "call date", "дата и время", "время",
            "дата звонка",
            "время звонка", "начало", "когда", "anrufzeit", "fecha y hora",
        ),
        "started_time": ("time", "call time", "время", "время звонка", "час", "uhrzeit", "hora", "heure"),
        "direction": ("direction", "call type", "type", "направление", "тип звонка", "тип", "richtung"),
        "phone": (
            *_PHONE, "caller", "caller number", "caller id", "from", "откуда", "кто звонил", "звонящий", "абонент",
            "номер клиента", "anrufer",
        ),
        "called": ("called", "to", "callee", "dialled number", "куда", "кому", "вызываемый номер"),
        "tracking_number": (
            "tracking number", "virtual number", "номер отслеживания", "виртуальный номер", "подменный номер",
        ),
        "answered": (
            "answered", "status", "call status", "result", "outcome", "disposition", "статус", "статус звонка",
            "результат",
            "итог", "отвечен", "принят", "состояние",
        ),
        "wait": ("wait", "waiting time", "ring time", "ожидание", "время ожидания", "время ответа", "дозвон"),
        "talk": ("talk time", "talk", "conversation", "разговор", "время разговора", "длительность разговора"),
        "duration": (
            "duration", "call duration", "length", "длительность", "продолжительность", "dauer", "duración", "durée",
        ),
        "callback": ("callback", "called back", "перезвон", "обратный звонок", "перезвонили"),
        "first_call": (
            "first call", "first-time caller", "new", "unique", "первый звонок", "уникальный", "новый",
            "новый клиент",
        ),
        "target": _TARGET,
        "source": (*_SOURCE, "канал"),
        "medium": _MEDIUM,
        "campaign": _CAMPAIGN,
        "keyword": _KEYWORD,
        "manager": (*_MANAGER, "кто ответил", "кто принял"),
        "recording": ("recording", "record", "запись", "запись разговора", "ссылка на запись"),
        "email": _EMAIL,
    },
    Kind.DEALS: {
        "lead_id": (
            "id", "deal id", "lead id", "request no", "request number", "request", "deal number", "lead number",
            "number", "no", "id сделки", "id лида", "номер",
            "номер сделки", "номер заявки", "№", "№ заявки", "заявка", "сделка", "код",
        ),
        "created": (
            *_DAY, "created", "created at", "creation date", "lead date", "received", "создан", "создана",
            "дата создания",
            "дата заявки", "дата обращения", "поступила", "erstellt", "створено",
        ),
        "closed": (
            "closed", "close date", "closed at", "won time", "закрыта", "дата закрытия", "дата завершения",
            "дата сделки",
        ),
        "expected_close": ("expected close date", "предполагаемая дата закрытия", "план закрытия"),
        "first_answer": (
            "first answer", "first response", "first contact", "первый ответ", "дата первого ответа",
            "взят в работу",
        ),
        "stage": (
            "stage", "deal stage", "pipeline stage", "pipeline step", "step", "этап", "стадия", "этап сделки",
            "стадия сделки",
            "этап воронки",
            "phase", "etapa", "etap", "етап",
        ),
        "status": ("status", "state", "result", "статус", "состояние", "результат", "итог"),
        "lost_reason": (
            "lost reason", "reason", "refusal", "причина отказа", "причина", "причина проигрыша", "отказ",
        ),
        "product": (*_PRODUCT, "interest", "интерес", "направление"),
        "title": (
            "title", "deal name", "name", "subject", "название", "название сделки", "тема", "клиент", "имя", "фио",
        ),
        "amount": (
            "amount", "value", "deal value", "sum", "price", "total", "revenue", "сумма", "сумма сделки", "бюджет",
            "стоимость",
            "цена", "чек", "выручка", "betrag", "importe", "montant", "kwota",
        ),
        "quantity": _QUANTITY,
        "cost": _COST,
        "currency": _CURRENCY,
        "phone": _PHONE,
        "email": _EMAIL,
        "source": (*_SOURCE, "канал", "channel"),
        "medium": _MEDIUM,
        "campaign": _CAMPAIGN,
        "keyword": _KEYWORD,
        "manager": _MANAGER,
        "location": _LOCATION,
        "way": (*_WAY, "тип заявки"),
        "target": _TARGET,
    },
    Kind.ORDERS: {
        "order_id": (
            "order", "order id", "order number", "order no", "invoice", "invoice no", "receipt", "number", "no", "id",
            "transaction id", "заказ", "номер заказа", "№ заказа", "номер", "№", "чек", "номер чека", "счет",
            "номер счета",
            "документ", "bestellnummer", "pedido", "commande", "zamówienie", "замовлення", "накладная",
        ),
        "sold": (
            *_DAY, "order date", "sold", "sold on", "sale date", "invoice date", "created at", "purchase date",
            "дата заказа",
            "дата продажи", "дата покупки", "дата оплаты", "продано", "пробито", "bestelldatum", "дата чека",
            "дата создания",
        ),
        "sold_time": ("time", "order time", "время", "время заказа", "время продажи"),
        "lead_created": ("lead date", "дата обращения", "дата заявки", "дата лида"),
        "refunded_at": ("refund date", "refunded at", "дата возврата"),
        "status": (
            "status", "order status", "payment status", "state", "статус", "статус заказа", "состояние",
            "статус оплаты",
        ),
        "paid": ("paid", "is paid", "payment", "оплачен", "оплачено", "оплата", "bezahlt", "pagado"),
        "product": _PRODUCT,
        "quantity": _QUANTITY,
        "unit_price": (
            "price", "unit price", "each", "price per unit", "item price", "цена", "цена за единицу", "цена за шт",
            "preis",
            "precio", "prix", "cena", "ціна",
        ),
        "revenue": (
            "revenue", "amount", "sum", "line total", "sales", "net sales", "turnover", "total price", "сумма",
            "выручка",
            "сумма продажи", "сумма, руб", "стоимость", "оборот", "итог", "betrag", "umsatz", "importe", "montant",
            "kwota",
            "сума", "продажи",
        ),
        "order_total": (
            "order total", "total", "grand total", "сумма заказа", "итого по заказу", "итого", "всего", "сумма чека",
        ),
        "refunded": ("refund", "refunded", "returned", "возврат", "сумма возврата", "возвращено", "rückerstattung"),
        "order_refunded": ("refunded amount", "возврат по заказу"),
        "discount": ("discount", "скидка", "сумма скидки", "rabatt", "descuento", "remise"),
        "cost": _COST,
        "unit_cost": ("unit cost", "закупочная цена", "цена закупки", "себестоимость единицы", "purchase price"),
        "way": _WAY,
        "phone": _PHONE,
        "email": _EMAIL,
        "currency": _CURRENCY,
        "source": (*_SOURCE, "channel", "канал", "рекламный канал"),
        "medium": _MEDIUM,
        "campaign": _CAMPAIGN,
        "keyword": _KEYWORD,
        "utm": ("utm", "note attributes", "метки", "utm-метки", "landing page", "страница входа"),
        "manager": _MANAGER,
        "location": _LOCATION,
    },
    Kind.RATES: {
        "day": _DAY,
        "currency": _CURRENCY,
        "rate": ("rate", "exchange rate", "курс", "курс валюты", "kurs", "tipo de cambio", "taux"),
    },
    Kind.PLAN: {
        "month": _MONTH,
        "channel": ("channel", "канал", "источник", "площадка", "kanal", "canal"),
        "measure": ("measure", "metric", "kpi", "indicator", "показатель", "метрика", "kennzahl", "métrica"),
        "value": ("value", "plan", "target", "goal", "значение", "план", "цель", "сумма", "ziel", "objetivo"),
        "agreed_on": ("agreed on", "agreed", "согласовано", "дата согласования", "утверждено"),
    },
    Kind.EVENTS: {
        "day": (*_DAY, "start", "from", "начало", "с"),
        "day_to": ("to", "end", "until", "по", "до", "окончание", "конец"),
        "what": ("what", "event", "type", "kind", "что", "событие", "тип", "вид", "ereignis", "evento"),
        "text": ("text", "comment", "details", "description", "что произошло", "текст", "комментарий", "описание"),
    },
    Kind.NOTES: {
        "month": _MONTH,
        "author": ("author", "who", "автор", "кто", "от кого"),
        "text": ("text", "note", "comment", "текст", "комментарий", "заметка"),
        "next_steps": ("next steps", "plan", "дальнейшие шаги", "что дальше", "план работ"),
    },
    Kind.REFUNDS: {
        "order_id": ("returned order", "возвращённый заказ"),
        "day": ("refund date", "returned on", "дата возврата", "день возврата"),
        "month": ("refund month", "месяц возврата"),
        "amount": ("refund amount", "refunded amount", "returns", "сумма возврата", "сумма возвратов", "возвраты"),
        "currency": _CURRENCY,
        "comment": ("reason for refund", "причина возврата"),
    },
    Kind.SERIES: {
        "day": (*_DAY, "week", "month", "неделя", "месяц", "начало недели"),
        "day_to": ("to", "until", "по", "до", "конец недели"),
        "kind": ("kind", "series", "ряд", "вид"),
        "name": ("name", "query", "запрос", "название"),
        "place": ("place", "competitor", "конкурент", "место", "магазин", "город"),
        "value": ("value", "index", "temperature", "значение", "индекс", "температура"),
        "count": ("count", "queries", "число запросов", "частота", "остаток"),
        "currency": _CURRENCY,
    },
}  # fmt: skip
