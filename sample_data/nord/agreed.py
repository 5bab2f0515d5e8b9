"""What the clinic and its agency agreed and wrote down: the plan, the events, the monthly notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sample_data import seasons
from sample_data.layouts.plain import Event, Note, Planned
from sample_data.nord.advertising import budget
from sample_data.nord.offer import ABROAD, DIRECT, RENAMED, Campaign
from sample_data.nord.story import Story
from sample_data.rows import Call
from sample_data.timeline import days, month_end, month_start

RATE_IN_PLAN = 82  # roubles for a dollar when the plan was made
MORE_ASKED = 1.12  # what the parties hoped for beyond what the campaigns bring
AUTHOR = "Агентство"


def plan(story: Story) -> Iterator[Planned]:
    """Six months back to the end of the running quarter; the last two months were agreed anew in the middle."""
    last = month_start(story.time.end, 2 - (story.time.end.month - 1) % 3)
    changed_on = story.time.day(1, 16)
    month = story.time.month(6)
    while month <= last:
        agreed_on = _quarter_start(month) - timedelta(days=12)
        yield from _plan_of(month, agreed_on, story, 1.0)
        if month >= story.time.month(0):
            yield from _plan_of(month, changed_on, story, 0.9)
        month = month_start(month, 1)


def _quarter_start(month: date) -> date:
    return month_start(month, -((month.month - 1) % 3))


def _plan_of(month: date, agreed_on: date, story: Story, level: float) -> Iterator[Planned]:
    direct_spend = sum(_month_budget(campaign, month, story) for campaign in DIRECT)
    google_spend = _month_budget(ABROAD, month, story) * RATE_IN_PLAN
    direct_leads = sum(_month_budget(campaign, month, story) / campaign.cpl for campaign in DIRECT)
    google_leads = _month_budget(ABROAD, month, story) / ABROAD.cpl
    season = sum(map(seasons.clinic, days(month, month_end(month)))) / 30.4
    for channel, measure, value, step in (
        ("yandex_direct", "spend", direct_spend, 5_000),
        ("yandex_direct", "leads", direct_leads * 1.04, 5),
        ("yandex_direct", "target_leads", direct_leads * 0.58, 5),
        ("yandex_direct", "orders", 52 * season, 1),
        ("google_ads", "spend", google_spend, 1_000),
        ("google_ads", "leads", google_leads * MORE_ASKED, 1),
        ("", "spend", direct_spend + google_spend, 5_000),
        ("", "leads", (direct_leads + google_leads + 320 * season), 10),
        ("", "orders", 150 * season, 5),
        ("", "revenue", 18_500_000 * season, 100_000),
    ):
        yield Planned(month, channel, measure, round(value * level / step) * step, agreed_on)


def _month_budget(campaign: Campaign, month: date, story: Story) -> float:
    return sum(budget(campaign, day, story) for day in days(month, month_end(month)))


def events(story: Story) -> list[Event]:
    without_export, without_rate = story.days_without_export, story.days_without_rate
    old = next(campaign.name for campaign in DIRECT if campaign.number in RENAMED)
    new = next(iter(RENAMED.values()))
    prices_from, abroad_from, down = story.new_prices, story.abroad_since, story.site_down
    return [
        Event(story.launch, story.launch, "ads_started", "Запущена полная программа рекламы в Яндекс Директе"),
        Event(
            story.launch - timedelta(days=20), story.launch + timedelta(days=100), "demand",
            "Спрос на пластические операции в Москве снижается: запросов примерно на 30 % меньше, чем год назад",
        ),
        Event(prices_from, prices_from, "price", "Новый прейскурант: цены выше на 6 %"),
        Event(abroad_from, abroad_from, "ads_started", "Запущена реклама на Казахстан, счёт в долларах"),
        Event(story.renamed_on, story.renamed_on, "campaign_renamed", f"Кампания «{old}» переименована в «{new}»"),
        Event(down, down, "site_down", "Сайт не открывался с утра до ночи: работы у хостера"),
        Event(*without_export, "data_missing", "Яндекс Директ не отдал статистику за эти дни"),
        Event(*without_rate, "data_missing", "Нет курса доллара за эти дни"),
        Event(story.time.day(1, 16), story.time.day(1, 16), "plan_changed", "План со следующего месяца снижен на 10 %"),
    ]  # fmt: skip


def notes(story: Story, calls: list[Call]) -> Iterator[Note]:
    for back, (text, next_steps) in enumerate(reversed(TEXTS), start=1):
        month = story.time.month(back)
        yield Note(month, AUTHOR, text.format(missed=_missed(calls, month)), next_steps)


def _missed(calls: list[Call], month: date) -> str:
    asked = [call for call in calls if month_start(call.started.date()) == month]
    return f"{100 * sum(not call.answered for call in asked) / max(1, len(asked)):.0f}\u00a0%"


TEXTS = (  # from the oldest of the last six full months to the newest
    (
        "Липосакция даёт больше всего заявок, но договоров по ней мало; по ринопластике заявка дорогая, "
        "а договор заключает каждый второй. По заявкам впереди липосакция, по прибыли ринопластика. "
        "Не отвечено {missed} звонков.",
        "Не наращивать бюджет на липосакцию. Просим клинику записывать источник в карточку сделки.",
    ),
    (
        "Кампания в сетях по инъекциям переименована, настройки прежние. Её заявки пока не окупают расход. "
        "Доля неотвеченных звонков: {missed}.",
        "Проверить инъекции ещё месяц на новых посадочных страницах, затем решить вместе.",
    ),
    (
        "Один день не работал сайт: формы молчали, реклама шла. Расход этого дня показан честно, мы его не вычитали. "
        "Не отвечено {missed} звонков.",
        "Подключить проверку доступности сайта, чтобы реклама останавливалась сама.",
    ),
    (
        "За два дня Директ не отдал статистику, поэтому расход месяца немного занижен. "
        "Спрос заметно ниже прошлогоднего, заявки из поиска без рекламы падают вместе с ним. "
        "Не отвечено {missed} звонков.",
        "Выгрузить недостающие дни повторно, когда площадка их вернёт.",
    ),
    (
        "Реклама на Казахстан держится в плане по заявкам. Счёт в долларах; за два дня нет курса, эти дни показаны "
        "отдельно и в рубли не пересчитаны. Не отвечено {missed} звонков.",
        "Внести курс за пропущенные дни. Обсудить вечернюю смену на приёме звонков.",
    ),
    (
        "Договоров примерно столько же, сколько год назад, хотя спрос ниже: разницу закрыла реклама. "
        "Больше всего теряем на телефоне: не отвечено {missed} звонков. План на следующий месяц снижен на 10 % "
        "по взаимному согласию.",
        "Клинике: вечерняя смена и перезвон в течение получаса. Агентству: перенести часть бюджета "
        "с инъекций на ринопластику.",
    ),
)
