"""What a file's amounts are: their currency, their unit, and whether value-added tax is in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dashboard.domain.canonical import Kind
from dashboard.domain.phrase import Phrase, Term, say
from dashboard.domain.reading import Assumption, SettledBy
from dashboard.ingest.currencies import code_of, codes_beside, shared_by, sign_in
from dashboard.ingest.decisions import mark_evidence
from dashboard.ingest.headers import includes_vat
from dashboard.ingest.neighbours import number
from dashboard.ingest.settling import Case, Settled, first_of

OPEN_UNITS = ("either", "whole_micros")  # of Format.money_unit: the file decides
_CENT_IN_MICROS = 10_000
# «Ед. изм.: тыс. руб.», «Суммы в тысячах», Amounts in thousands; not «100 тыс. показов».
_THOUSANDS_ABOVE = re.compile(
    r"(?:изм\w*\.?\s*[:—-]?\s*(?:в\s+)?тыс|(?:сумм\w*|цифры|данные)[^.\d]{0,30}\sв\s+тысячах"
    r"|amounts?[^.\d]{0,30}\sin\s+thousands|^\W*(?:в\s+тыс\w*\.?|in\s+thousands)\b)",
    re.IGNORECASE,
)


def settle_currency(case: Case, amounts: Sequence[str]) -> tuple[Settled | None, str, tuple[str, ...]]:
    """The currency of amounts that do not name their own; where it must be asked, the sign and the currencies it is of.

    `decided` is '' where nothing says it, and `column` where each row does.
    """
    found, own = case.job.found, case.job.profile.currency
    if "currency" in found.columns:
        return Settled("column", SettledBy.FILE, say("It stands in each row.")), "", ()
    signs = {sign for cell in amounts if (sign := sign_in(cell)) and code_of(sign)}
    sign = found.sign or (next(iter(signs)) if len({code_of(sign) for sign in signs}) == 1 else "")
    shared = shared_by(sign) if sign else ()
    if shared:
        ordered = tuple(sorted(shared, key=lambda code: code != own))
        settled = first_of(
            lambda: case.answered("currency"),
            lambda: _own(own, sign) if own in shared else None,
            lambda: case.before("currency", shared),
        )
        return settled, sign, () if settled else ordered
    if sign:
        where = say("The header says it.") if found.sign else say("The amounts say it.")
        return Settled(code_of(sign) or "", SettledBy.FILE, where), sign, ()
    if case.form.currency:
        return case.mapped(case.form.currency) or case.vendor(case.form.currency), "", ()
    because = say("The file does not say; it is the client's own.")
    return case.answered("currency") or Settled("", SettledBy.USUAL, because), "", ()


def signs_beside(case: Case, amounts: Sequence[str]) -> tuple[str, ...]:
    """The currencies of several signs that stand beside amounts, where nothing else in the file names one."""
    found = case.job.found
    if "currency" in found.columns or found.sign or case.form.currency:
        return ()
    codes = codes_beside(amounts, case.job.profile.currency)
    return codes if len(codes) > 1 else ()


def _own(own: str, sign: str) -> Settled:
    because = say("“{sign}” is the sign of several currencies, the client's own among them.", sign=sign)
    return Settled(own, SettledBy.USUAL, because)


def settle_unit(case: Case, amounts: Sequence[str]) -> Settled | None:
    """The unit of money: units, thousands, micros; None where the person must be asked."""
    if case.job.found.in_thousands:
        return Settled("thousands", SettledBy.FILE, say("The header says it."))
    line = next((line for line in case.above if _THOUSANDS_ABOVE.search(line)), None)
    if line:
        return Settled("thousands", SettledBy.FILE, say("It stands above the header: “{line}”.", line=line.strip()))
    unit = case.form.money_unit
    if unit not in OPEN_UNITS:
        if unit == "units":
            return Settled("units", SettledBy.USUAL, say("The file names no other unit."))
        return case.mapped(unit) or case.vendor(unit)
    told = [cell for cell in amounts if (number(cell, ".") or 0) != 0]
    broken = next((cell for cell in told if mark_evidence(cell, True) in (".", ",") and not cell.isdigit()), None)
    whole = [Decimal(cell) for cell in told if cell.isdigit()]
    small = next((cell for cell in whole if cell % _CENT_IN_MICROS), None)
    if unit == "whole_micros":
        # Its millionths need be no whole cents: tax taken out of them leaves any number.
        small = None if max(whole, default=Decimal(0)) >= _CENT_IN_MICROS else small
    if broken or small:
        because = say("“{cell}” cannot be millionths: they would be no whole cents.", cell=broken or str(small))
        return Settled("units", SettledBy.FILE, because)
    if not told:
        return Settled("units", SettledBy.USUAL, say("All amounts are zero."))
    if unit == "whole_micros":
        because = say(
            "No amount has a decimal mark, and {format} writes millionths unless it is asked for units.",
            format=Term(case.form.label),
        )
        return case.answered("money_unit") or Settled("micros", SettledBy.VENDOR, because)
    return first_of(lambda: case.answered("money_unit"), lambda: case.before("money_unit", ("units", "micros")))


def settle_vat(case: Case) -> Settled:
    """Whether value-added tax is in the amounts: included or excluded; of sales also not_said."""
    found = case.job.found
    if found.vat_said:
        return Settled(_vat(found.includes_vat), SettledBy.FILE, say("The header says it."))
    for line in case.above:
        said = includes_vat(line)
        if said is not None:
            because: Phrase = say("It stands above the header: “{line}”.", line=line.strip())
            return Settled(_vat(said), SettledBy.FILE, because)
    if found.includes_vat is not None:
        told = say("{format} always writes it so.", format=Term(case.form.label))
        return case.mapped(_vat(found.includes_vat)) or Settled(_vat(found.includes_vat), SettledBy.VENDOR, told)
    if case.form.kind is not Kind.ADS:
        return Settled("not_said", SettledBy.USUAL, say("The file does not say whether VAT is in them."))
    because = say("The file does not say; platforms give amounts without it.")
    return Settled("excluded", SettledBy.USUAL, because)


def _vat(included: bool | None) -> str:
    return "included" if included else "excluded"


def told_currency(settled: Settled, own: str) -> Assumption:
    """The currency as it is shown: the client's own where the file says nothing."""
    return Assumption("currency", settled.decided or own, settled.because, settled.by)
