"""What `python -m dashboard names …` does."""

from __future__ import annotations

import argparse

from dashboard import names
from dashboard.domain.errors import SettingsInvalid
from dashboard.domain.naming import NameDecision, NameKind
from dashboard.domain.phrase import say
from dashboard.i18n import Language
from dashboard.reports.names import Met, Names
from dashboard.reports.report import plain
from dashboard.terminal import person, print_json
from dashboard.workspace import Workspace

TAKES = {"match": 2, "own": 1, "withdraw": 1}


def names_of(options: argparse.Namespace) -> int:
    """Lists a client's unmatched names and what was decided, or decides, or takes a decision back."""
    if len(options.told) != TAKES.get(options.action, 0):
        options.misused("names match NAME MEANING, names own NAME, or names withdraw DECISION")
    workspace = Workspace()
    if options.action is None:
        return _list(names.read(workspace, options.client), as_json=options.json)
    decided = _withdraw(workspace, options) if options.action == "withdraw" else _decide(workspace, options)
    if options.json:
        print_json(_decision(decided))
    else:
        said = "taken back" if options.action == "withdraw" else decided.meaning or "one of its own"
        print(f"{decided.number}\t{decided.name.text}\t{said}")
    return 0


def _decide(workspace: Workspace, options: argparse.Namespace) -> NameDecision:
    kind = NameKind.PRODUCT if options.product else NameKind.CAMPAIGN
    met = names.found(names.read(workspace, options.client), kind, options.told[0], options.channel)
    meaning = options.told[1] if options.action == "match" else ""
    return names.decide(workspace, options.client, met.name, meaning, by=person())


def _withdraw(workspace: Workspace, options: argparse.Namespace) -> NameDecision:
    number = options.told[0]
    if not number.isdecimal():
        raise SettingsInvalid(say("Decision {number} is not in force any more. Nothing was changed.", number=number))
    return names.withdraw(workspace, options.client, int(number), by=person())


def _list(found: Names, *, as_json: bool) -> int:
    if as_json:
        print_json(
            {
                "verdict": plain(found.verdict),
                "unmatched": [_unmatched(found, met) for met in found.unmatched],
                "decisions": [
                    _decision(one) | {"has_own_ads": one.number in found.contested} for one in found.decisions
                ],
            }
        )
        return 0
    print(Language("en").say(found.verdict))
    for met in found.unmatched:
        like = [f"{one.meant.name.text} ({one.likeness})" for one in found.suggestions(met)]
        where = met.name.channel or met.name.kind.value
        print(f"{where}\t{met.name.text}\t{met.leads} leads\t{plain(met.revenue)}\t{'; '.join(like) or '—'}")
    for one in found.in_force:
        where = one.name.channel or one.name.kind.value
        contested = "\thas ads of its own by now" if one.number in found.contested else ""
        meaning = one.meaning or "one of its own"
        print(f"decision {one.number}\t{where}\t{one.name.text}\t{meaning}\t{one.decided_by}{contested}")
    return 0


def _unmatched(found: Names, met: Met) -> dict[str, object]:
    return {
        "kind": met.name.kind.value,
        "channel": met.name.channel,
        "name": met.name.text,
        "spend": plain(met.spend),
        "leads": met.leads,
        "orders": met.orders,
        "revenue": plain(met.revenue),
        "first_day": plain(met.first_day),
        "last_day": plain(met.last_day),
        "suggestions": [
            {"name": one.meant.name.text, "likeness": str(one.likeness), "score": round(one.score, 2)}
            for one in found.suggestions(met)
        ],
    }


def _decision(one: NameDecision) -> dict[str, object]:
    return {
        "number": one.number,
        "kind": one.name.kind.value,
        "channel": one.name.channel,
        "name": one.name.text,
        "meaning": one.meaning,
        "decided_at": one.decided_at.isoformat(timespec="seconds"),
        "decided_by": one.decided_by,
        "withdrawn_at": one.withdrawn_at and one.withdrawn_at.isoformat(timespec="seconds"),
        "withdrawn_by": one.withdrawn_by,
    }
