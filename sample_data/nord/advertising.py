"""The clinic's advertising, day by day: what was spent, and how many enquiries it brought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sample_data import seasons
from sample_data.chance import Chance
from sample_data.nord.offer import ABROAD, DIRECT, RENAMED, Campaign
from sample_data.nord.story import Story
from sample_data.rows import AdRow

DAYS_IN_MONTH = 30.4


@dataclass(frozen=True)
class CampaignDay:
    """One campaign's day: the rows of its groups, and the enquiries that came of it under the name it had that day."""

    campaign: Campaign
    name: str
    rows: tuple[AdRow, ...]
    leads: int


def name_on(campaign: Campaign, day: date, story: Story) -> str:
    return RENAMED.get(campaign.number, campaign.name) if day >= story.renamed_on else campaign.name


def budget(campaign: Campaign, day: date, story: Story) -> float:
    """What the campaign may spend that day, in its account's currency."""
    if campaign is ABROAD:
        monthly = campaign.since if day >= story.abroad_since else 0
    else:
        monthly = campaign.since if day >= story.launch else campaign.before
    season: float = seasons.clinic(day) ** 0.8
    return monthly / DAYS_IN_MONTH * season


def campaign_day(campaign: Campaign, day: date, story: Story, seed: int) -> CampaignDay | None:
    planned = budget(campaign, day, story)
    if planned <= 0:
        return None
    chance = Chance(seed, "nord", "ads", campaign.name, day)
    leads = chance.count(planned / campaign.cpl * story.site(day), 0.06)
    groups = campaign.groups or ("",)
    name = name_on(campaign, day, story)
    rows = []
    for number, group in enumerate(groups):
        spend = round(chance.around(planned * _share(number, len(groups)), 0.12) * 100)
        clicks = max(1, round(spend / 100 / chance.around(campaign.cpc, 0.1)))
        impressions = max(clicks, round(clicks / chance.around(campaign.ctr, 0.1)))
        conversions = min(clicks, round(leads * _share(number, len(groups)) * 0.9))
        rows.append(AdRow(day, campaign.number, name, group, impressions, clicks, spend, conversions))
    return CampaignDay(campaign, name, tuple(rows), leads)


def _share(number: int, of: int) -> float:
    return 1.0 if of == 1 else (0.64, 0.36)[number]


def advertising(story: Story, seed: int) -> Iterator[tuple[date, CampaignDay]]:
    for day in story.time.days():
        for campaign in (*DIRECT, ABROAD):
            result = campaign_day(campaign, day, story, seed)
            if result is not None:
                yield day, result
