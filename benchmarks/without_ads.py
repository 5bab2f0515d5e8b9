"""How long “without the ads?” takes: the model on series of several lengths, and the demo's clinic from its marts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from benchmarks.timing import Gathered, Times
from dashboard import settings
from dashboard.domain.counterfactual.answer import answer
from dashboard.domain.counterfactual.question import Control, Question
from dashboard.domain.counterfactual.regressors import Unit
from dashboard.domain.period import month_to_date
from dashboard.reports import freshness
from dashboard.reports.selection import DateView, Selection
from dashboard.reports.year_over_year import report
from dashboard.reports.year_over_year.without_ads.report import made, without_ads
from dashboard.workspace import Workspace

RUNS = 15
CLINIC = "nord"
SERIES = ((Unit.WEEK, 65, 21), (Unit.WEEK, 104, 12), (Unit.WEEK, 260, 52), (Unit.DAY, 365, 30), (Unit.DAY, 730, 30))


@dataclass(frozen=True)
class ModelTime:
    """One series: its steps before and since, and one answer with all its placebos."""

    unit: Unit
    before: int
    since: int
    times: Times


@dataclass(frozen=True)
class ClientTime:
    """The demo's clinic: the answer from its marts, the report that finds it kept, and finding it kept alone."""

    whole: Times
    report: Times
    kept: Times


def measured(home: Path, tell: Callable[[str], None]) -> tuple[list[ModelTime], ClientTime]:
    """Both, each several times; `home` holds the demo."""
    models = [_model(unit, before, since) for unit, before, since in SERIES]
    client = _client(Workspace(home))
    tell(f"without the ads: {client.whole.milliseconds()} ms")
    return models, client


def _model(unit: Unit, before: int, since: int) -> ModelTime:
    chance = np.random.default_rng(before)
    steps = before + since
    demand = 100 + 10 * np.sin(np.arange(steps) / 9) + chance.normal(0, 2, steps)
    sold = 3 * demand + np.cumsum(chance.normal(0, 0.5, steps)) + chance.normal(0, 8, steps)
    control = Control("demand", tuple(map(float, demand)))
    question = Question(unit, date(2020, 1, 6), tuple(map(float, sold)), (100,) * steps, before, (control,))
    answer(question)
    gathered = Gathered()
    for _ in range(RUNS):
        with gathered:
            told = answer(question)
        assert told.effect is not None, told.refusals
    return ModelTime(unit, before, since, gathered.times)


def _client(workspace: Workspace) -> ClientTime:
    warehouse = workspace.namespace(CLINIC).reader()
    today = settings.today(warehouse.profile.timezone)
    ages = freshness.sources(warehouse, today)
    selection = Selection(period=month_to_date(today), view=DateView.SALE)
    report.build(warehouse, selection, today)
    whole, built, kept = Gathered(), Gathered(), Gathered()
    for _ in range(RUNS):  # turn by turn, so that whatever else the machine does falls on all
        with whole:
            made(warehouse, ages, today)
        with built:
            report.build(warehouse, selection, today)
        with kept:
            without_ads(warehouse, ages, today)
    return ClientTime(whole.times, built.times, kept.times)
