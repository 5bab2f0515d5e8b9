"""What may be said of two years: three classes, no cause, and only proven parts by name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.caveats import Caveat, Severity
from dashboard.domain.comparison import Change
from dashboard.domain.phrase import Money, Percent, Phrase, Term, say
from dashboard.domain.year_over_year.bridge import GROUPS, Bridge, Group, OneYearOnly, Part, Restated
from dashboard.domain.year_over_year.line_names import LINE_NAMES
from dashboard.domain.year_over_year.noise import Noise, Source
from dashboard.domain.year_over_year.verdict import Verdict, VerdictKind, largest_proven, verdict
from dashboard.i18n import LANGUAGES, Language

D = Decimal
NINTH = date(2011, 12, 9)

# December 2010 whole, its first nine days, and the first nine days of December 2011: a retailer's real figures.
NAIVE = Change(D("433668.01"), D("748957.02"))
NINE_DAYS = Change(D("433668.01"), D("377488.45"))
UNFINISHED = Caveat("Y05", Severity.BLOCKER, say("Data end early."))
QUIET, LOUD = Noise(0.01, Source.ORDERS), Noise(0.2, Source.ORDERS)


def judged(change: Change = NINE_DAYS, noise: Noise | None = QUIET, bridge: Bridge | None = None) -> Verdict:
    return verdict(change, change, noise, bridge, [], "GBP", NINTH)


def values(phrase: Phrase) -> dict[str, object]:
    """The values of a phrase and of those within it."""
    found: dict[str, object] = {}
    for name, value in phrase.values:
        found |= values(value) if isinstance(value, Phrase) else {name: value}
    return found


def text(phrase: Phrase) -> str:
    """The templates of a phrase and of those within it."""
    return " ".join([phrase.template, *(text(value) for _, value in phrase.values if isinstance(value, Phrase))])


def test_an_unfinished_period_is_not_compared_this_way_and_the_same_days_are_given_instead() -> None:
    found = verdict(NAIVE, NINE_DAYS, None, None, [UNFINISHED], "GBP", NINTH)
    said = values(found.text)
    assert found.kind is VerdictKind.NOT_COMPARABLE
    assert said["share"] == Percent(NINE_DAYS.share or D(0), signed=True, decimals=1)
    assert said["naive"] == Percent(NAIVE.share or D(0), signed=True, decimals=1)


def test_a_blocker_that_does_not_change_the_days_still_forbids_the_comparison_and_is_named() -> None:
    found = verdict(NINE_DAYS, NINE_DAYS, QUIET, None, [UNFINISHED], "GBP", NINTH)
    assert found.kind is VerdictKind.NOT_COMPARABLE
    assert found.headline == say("These two periods cannot be compared this way.")
    assert found.more == (UNFINISHED.text,)


def test_a_year_without_a_base_cannot_be_compared_with() -> None:
    assert judged(Change(D(5), D(0))).kind is VerdictKind.NOT_COMPARABLE


def test_a_growth_whose_range_holds_zero_cannot_be_told_apart_and_the_change_that_would_have_shown_is_said() -> None:
    found = judged(noise=LOUD)
    said = values(found.text)
    assert found.kind is VerdictKind.NOT_DISTINGUISHABLE
    assert (said["rise"], said["fall"]) == (Percent(LOUD.rise), Percent(-LOUD.fall))


def test_a_growth_that_is_told_from_zero_is_said_with_its_largest_proven_part_and_whose_it_is() -> None:
    bridge = Bridge.of(
        D(100),
        D(150),
        parts=[Part("leads", 40.0, 30.0), Part("close", 20.0, 5.0), Part("answered", 10.0, 1.0), Part("mix", -20, 1)],
    )
    found = judged(Change(D(150), D(100)), QUIET, bridge)
    said = values(found.text)
    assert (found.kind, found.main) == (VerdictKind.CHANGED, bridge.line("close"))
    assert said["line"] == Term(LINE_NAMES["close"])
    assert said["amount"] == Money(D(20), "GBP", short=True, signed=True)


def test_where_no_part_is_proven_none_is_named() -> None:
    found = judged(Change(D(150), D(100)), QUIET, Bridge.of(D(100), D(150), parts=[Part("leads", 50.0, 40.0)]))
    assert found.main is None
    assert "No single part" in text(found.text)


def test_the_class_follows_the_growth_that_is_counted_alike_and_both_are_said() -> None:
    # Reported −5 %, but 12 are still to come: counted alike +7 %, and that is told from zero.
    bridge = Bridge.of(D(100), D(95), [Restated("immature", now=D(12))], parts=[Part("leads", 7.0, 1.0)])
    found = judged(Change(D(95), D(100)), QUIET, bridge)
    assert found.kind is VerdictKind.CHANGED
    assert values(found.text)["growth"] == Percent(D("0.07"), signed=True, decimals=1)
    assert judged(Change(D(95), D(100)), LOUD, bridge).kind is VerdictKind.NOT_DISTINGUISHABLE


def test_what_cannot_be_told_apart_says_what_is_proven_up_and_down_within_it() -> None:
    """Golden 20: the same revenue twice, of fewer buyers who ask by themselves and of new ones from ads."""
    parts = [Part("demand", -27.0, 4.0), Part("calendar", -7.0, 1.0), Part("answered", -9.0, 2.0), Part("price", 4.0)]
    bridge = Bridge.of(D(99), D(101), (), [OneYearOnly("new_channels", now=D(41), se=6.0)], parts)
    found = judged(Change(D(101), D(99)), LOUD, bridge)
    said = values(found.text)
    assert found.kind is VerdictKind.NOT_DISTINGUISHABLE
    assert said["up"] == Money(D(41), "GBP", short=True, signed=True)
    assert said["down"] == Money(D(-43), "GBP", short=True, signed=True)
    assert [line.key for line in found.both_ways] == ["new_channels", "demand"]
    assert (said["risen"], said["fallen"]) == (Term(LINE_NAMES["new_channels"]), Term(LINE_NAMES["demand"]))


def test_parts_that_pull_one_way_or_are_not_worth_saying_are_not_said_to_pull_both_ways() -> None:
    for parts in ([("leads", 9.0), ("close", -1.9)], [("leads", 9.0), ("close", 3.0)]):
        bridge = Bridge.of(
            D(100), D(100) + sum(D(each) for _, each in parts), parts=[Part(*part, 0.5) for part in parts]
        )
        found = judged(Change(bridge.reported.now, D(100)), LOUD, bridge)
        assert found.kind is VerdictKind.NOT_DISTINGUISHABLE
        assert "both ways" not in text(found.text)


def test_more_leads_of_a_poorer_kind_are_told_as_one() -> None:
    parts = [Part("leads", 74.0, 9.0), Part("mix", -39.0, 7.0), Part("close", 36.0, 8.0)]
    bridge = Bridge.of(D(100), D(171), parts=parts)
    assert bridge.line("leads") != largest_proven(bridge)
    assert largest_proven(bridge) == bridge.line("close")
    poorer = Bridge.of(D(100), D(140), parts=[*parts[:2], Part("close", 5.0, 1.0)])
    found = judged(Change(D(140), D(100)), QUIET, poorer)
    assert found.main is not None
    assert (found.main.amount, found.main.se) == (35, hypot(9, 7))
    assert "with their mix" in text(found.text)


amounts = st.floats(-1e5, 1e5)
errors = st.one_of(st.none(), st.floats(0, 1e5))
_PARTS = [key for key, group in GROUPS.items() if group is Group.LIKE_FOR_LIKE]


@given(
    st.dictionaries(st.sampled_from(_PARTS), st.tuples(amounts, errors), max_size=6),
    st.floats(0, 1e5),
    st.floats(0, 1e5),
    st.one_of(st.none(), st.floats(0.001, 1)),
)
def test_whatever_is_named_is_proven_and_goes_the_way_of_the_change(
    parts: dict[str, tuple[float, float | None]], came: float, later: float, sd: float | None
) -> None:
    then = D(1_000_000)
    change = sum((D(amount) for amount, _ in parts.values()), D(0)) + D(came)
    bridge = Bridge.of(
        then,
        then + change - D(later),
        [Restated("immature", now=D(later))],
        [OneYearOnly("new_channels", now=D(came))],
        [Part(key, *part) for key, part in parts.items()],
    )
    noise = None if sd is None else Noise(sd, Source.ORDERS)
    found = verdict(
        Change(bridge.reported.now, then), Change(bridge.reported.now, then), noise, bridge, [], "RUB", NINTH
    )
    assert found.main in (None, largest_proven(bridge))
    if found.main is not None:
        assert found.kind is VerdictKind.CHANGED
        assert found.main.proven
        assert found.main.group is not Group.COMPARABILITY
        assert found.main.amount * bridge.comparable.difference > 0


# What no sentence may claim, and what no verdict may say at all: a difference in figures is not its cause.
OF_CAUSES = ("because", "thanks to", "due to", "owing to", "благодаря", "из-за", "потому", "по вине", "вследствие")


def test_no_verdict_speaks_of_causes_in_any_language() -> None:
    proven = Bridge.of(D(100), D(150), [Restated("vat", then=D(-9))], parts=[Part("leads", 59.0, 1.0)])
    unproven = Bridge.of(D(100), D(150), parts=[Part("leads", 50.0)])
    both_ways = Bridge.of(D(100), D(150), parts=[Part("leads", 99.0, 1.0), Part("mix", -39, 1), Part("close", -10, 1)])
    found = [
        judged(Change(D(150), D(100)), noise, bridge)
        for noise in (QUIET, LOUD, None)
        for bridge in (proven, unproven, both_ways, None)
    ]
    found += [judged(Change(D(5), D(0))), verdict(NAIVE, NINE_DAYS, None, None, [UNFINISHED], "GBP", NINTH)]
    for code in LANGUAGES:
        language = Language(code)
        for one in found:
            said = language.say(one.text).casefold()
            assert not [word for word in OF_CAUSES if word in said]
