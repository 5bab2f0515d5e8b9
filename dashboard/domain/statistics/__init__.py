"""How sure a number is: intervals of rates, counts and money, and when two channels can be told apart."""

from __future__ import annotations

from dashboard.domain.statistics.counts import (
    Beside,
    CountRatio,
    growth_interval,
    log_prob_none,
    overdispersion,
    poisson_ratio,
    prob_count_below,
    ratio_of_ratios,
)
from dashboard.domain.statistics.interval import Interval, MoneyInterval
from dashboard.domain.statistics.orders import (
    Bootstrap,
    bootstrap,
    bootstrap_ranking,
    contribution_interval,
    n_eff,
    prob_a_better,
    prob_above,
    roas_interval,
    roas_ratio_interval,
    standard_error,
)
from dashboard.domain.statistics.proportions import (
    newcombe,
    prob_at_most_given_history,
    prob_b_better,
    prob_rate_below,
    prob_zero,
    prob_zero_given_history,
    rate_upper_bound,
    wilson,
)
from dashboard.domain.statistics.ranking import ChannelSums, Standing, Tier, standing, tiers
from dashboard.domain.statistics.strata import Shift, Trials, shift_within

__all__ = [
    "Beside",
    "Bootstrap",
    "ChannelSums",
    "CountRatio",
    "Interval",
    "MoneyInterval",
    "Shift",
    "Standing",
    "Tier",
    "Trials",
    "bootstrap",
    "bootstrap_ranking",
    "contribution_interval",
    "growth_interval",
    "log_prob_none",
    "n_eff",
    "newcombe",
    "overdispersion",
    "poisson_ratio",
    "prob_a_better",
    "prob_above",
    "prob_at_most_given_history",
    "prob_b_better",
    "prob_count_below",
    "prob_rate_below",
    "prob_zero",
    "prob_zero_given_history",
    "rate_upper_bound",
    "ratio_of_ratios",
    "roas_interval",
    "roas_ratio_interval",
    "shift_within",
    "standard_error",
    "standing",
    "tiers",
    "wilson",
]
