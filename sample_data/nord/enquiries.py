"""What becomes of an enquiry: a call that is answered or missed, a deal, a contract, now and then a contract undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sample_data import people
from sample_data.chance import Chance
from sample_data.nord.advertising import advertising
from sample_data.nord.offer import ORIGINS, PROCEDURES, Origin, Procedure
from sample_data.nord.story import Story
from sample_data.people import Person
from sample_data.rows import AdRow, Call, Deal

MANAGERS = {"Анна": 4.0, "Олег": 3.0, "Марина": 3.0}
CITIES = {"Москва": 8.0, "Московская область": 2.0, "": 0.6}
RING_AGAIN, CALLED_BACK = 0.35, 0.22  # of the missed callers; the others are lost
SPAM = 0.05
LOST_REASONS = {"Дорого": 3.0, "Не дозвонились": 2.0, "Выбрал другую клинику": 2.0, "Отложил": 2.0, "": 1.0}
USUALLY_REACHED = 0.95  # share of enquiries that ever reach a manager; keeps the campaigns' shares of sales as stated


@dataclass(frozen=True)
class Enquiry:
    """One person's first contact. `buys` is the chance of a contract once a manager has spoken to the person."""

    day: date
    procedure: Procedure
    source: str
    medium: str
    campaign: str
    keyword: str
    by_phone: bool
    tracked: bool
    buys: float
    paid: bool


@dataclass
class Clinic:
    """Everything that happened at the clinic, in order of time."""

    direct: list[AdRow] = field(default_factory=list)
    google: list[AdRow] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    deals: list[Deal] = field(default_factory=list)


def simulate(story: Story, seed: int) -> Clinic:
    clinic = Clinic()
    for day, shown in advertising(story, seed):
        (clinic.google if shown.campaign.source == "google" else clinic.direct).extend(shown.rows)
        chance = Chance(seed, "nord", "paid", shown.campaign.name, day)
        for _ in range(shown.leads):
            procedure = _procedure(shown.campaign.product, chance)
            buys = shown.campaign.buys or procedure.base * 0.75
            enquiry = Enquiry(
                day, procedure, shown.campaign.source, "cpc", shown.name, shown.campaign.keyword,
                chance.happens(0.6), True, min(0.9, buys / USUALLY_REACHED), True,
            )  # fmt: skip
            _follow(enquiry, story, chance, clinic)
    for day in story.time.days():
        for origin in ORIGINS:
            chance = Chance(seed, "nord", "unpaid", origin.source, day)
            for _ in range(_unpaid(origin, day, story, chance)):
                procedure = _procedure("", chance)
                enquiry = Enquiry(
                    day, procedure, origin.source, origin.medium, "", "", chance.happens(origin.by_phone),
                    origin.tracked, min(0.8, procedure.base * origin.eager), False,
                )  # fmt: skip
                _follow(enquiry, story, chance, clinic)
    clinic.calls.sort(key=lambda call: (call.started, call.phone))
    clinic.deals.sort(key=lambda deal: (deal.created, deal.person.phone))
    return clinic


def _procedure(product: str, chance: Chance) -> Procedure:
    return PROCEDURES[product or chance.pick({name: one.share for name, one in PROCEDURES.items()})]


def _unpaid(origin: Origin, day: date, story: Story, chance: Chance) -> int:
    mean = origin.per_month / 30.4 * story.interest(day) * story.demand(day)
    return chance.count(mean * (story.site(day) if origin.medium == "organic" else 1.0), 0.08)


def _follow(enquiry: Enquiry, story: Story, chance: Chance, clinic: Clinic) -> None:
    person = people.russian(chance)
    at = chance.moment(enquiry.day)
    if enquiry.by_phone and enquiry.tracked:
        reached = _ring(enquiry, person, at, story, chance, clinic)
        if reached is None:
            return
        at = reached + timedelta(minutes=chance.randrange(2, 25))
    deal = _deal(enquiry, person, at, story, chance)
    if deal.created.date() <= story.time.end:
        clinic.deals.append(deal)


def _ring(
    enquiry: Enquiry, person: Person, at: datetime, story: Story, chance: Chance, clinic: Clinic
) -> datetime | None:
    """Writes the calls; the moment at which a manager spoke to the person about it, if ever."""
    phone = "" if chance.happens(0.02) else person.phone
    if chance.happens(SPAM):
        clinic.calls.append(_call(enquiry, phone, at, True, chance.randrange(3, 26), True, chance))
        return None
    if not chance.happens(story.missed(at.date())):
        clinic.calls.append(_call(enquiry, phone, at, True, _talk(chance), True, chance))
        if chance.happens(0.09):
            later = at + timedelta(days=chance.randrange(1, 12), minutes=chance.randrange(200))
            if later.date() <= story.time.end:
                clinic.calls.append(_call(enquiry, phone, later, True, _talk(chance), False, chance))
        return at
    clinic.calls.append(_call(enquiry, phone, at, False, 0, True, chance))
    fate = chance.random()
    if fate < RING_AGAIN:
        again = at + timedelta(minutes=chance.randrange(3, 300))
        if again.date() > story.time.end:
            return None
        clinic.calls.append(_call(enquiry, phone, again, True, _talk(chance), False, chance))
        return again
    if fate < RING_AGAIN + CALLED_BACK:
        return at + timedelta(minutes=chance.randrange(20, 1200))
    return None


def _talk(chance: Chance) -> int:
    return min(1800, max(9, round(chance.lognormvariate(5.1, 0.75))))


def _call(enquiry: Enquiry, phone: str, at: datetime, answered: bool, talk: int, unique: bool, chance: Chance) -> Call:
    return Call(
        started=at,
        phone=phone,
        answered=answered,
        wait=chance.randrange(4, 38) if answered else chance.randrange(12, 70),
        talk=talk,
        unique=unique,
        target=answered and talk >= 30,
        manager=chance.pick(MANAGERS),
        source=enquiry.source,
        medium=enquiry.medium,
        campaign=enquiry.campaign,
        keyword=enquiry.keyword if chance.happens(0.8) else "",
        city=chance.pick(CITIES),
    )


def _deal(enquiry: Enquiry, person: Person, at: datetime, story: Story, chance: Chance) -> Deal:
    """The deal as it will have ended. A call's deal is often typed by hand, and then without its source."""
    procedure = enquiry.procedure
    won = chance.happens(enquiry.buys)
    median = procedure.days if won else 12.0
    closed = at + timedelta(days=chance.around(median * 1.25, 0.7), minutes=chance.randrange(600))
    stays_open = not won and chance.happens(0.12)
    known = not enquiry.tracked or chance.happens(0.4 if enquiry.by_phone else 0.94)
    price = procedure.price * story.price_level(closed.date())
    amount = max(500, round(chance.around(price, 0.22) / 500) * 500)
    returned = None
    if won and chance.happens(0.025):
        returned = closed + timedelta(days=chance.randrange(10, 50))
    target = _target(won, chance)
    return Deal(
        person=person,
        created=at,
        title=chance.choice(procedure.titles),
        amount=amount,
        manager=chance.pick(MANAGERS),
        source=enquiry.source if known else "",
        medium=enquiry.medium if known else "",
        campaign=enquiry.campaign if known else "",
        origin=_origin(enquiry),
        closed=None if stays_open else closed,
        won=won,
        returned=returned,
        target=target,
        lost_reason="" if won or stays_open else _lost_reason(target, chance),
    )


def _target(won: bool, chance: Chance) -> bool | None:
    """Whoever bought was on target; of the others a third is never marked."""
    if won:
        return True
    return chance.happens(0.55) if chance.happens(0.66) else None


def _lost_reason(target: bool | None, chance: Chance) -> str:
    return "Не наша услуга" if target is False else chance.pick(LOST_REASONS)


def _origin(enquiry: Enquiry) -> str:
    if enquiry.medium == "offline":
        return "Рекомендация"
    return "звонок" if enquiry.by_phone else "сайт"


def deals_created(deals: list[Deal], first: date, last: date) -> Iterator[tuple[int, Deal]]:
    """The deals of that span with the number that the CRM gave them."""
    for number, deal in enumerate(deals, start=204_001):
        if first <= deal.created.date() <= last:
            yield number, deal
