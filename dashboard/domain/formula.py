"""Formulas over measures: sums, differences and products, read once and evaluated exactly.

A formula has no division: the one place that divides is `dashboard.domain.metrics`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal

EXACT = Context(prec=50)  # more digits than any sum or product of stored amounts has, so nothing is rounded

Lookup = Callable[[str], Decimal | None]


@dataclass(frozen=True)
class Formula:
    """`text` such as "margin - spend": names of measures, whole numbers, + − × and brackets; ValueError for others."""

    text: str
    _tree: ast.expr = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        tree = ast.parse(self.text, mode="eval").body
        _check(tree, self.text)
        object.__setattr__(self, "_tree", tree)

    @property
    def names(self) -> tuple[str, ...]:
        """The measures it needs, each once, in order of appearance."""
        found = [node for node in ast.walk(self._tree) if isinstance(node, ast.Name)]
        return tuple(dict.fromkeys(node.id for node in sorted(found, key=lambda node: node.col_offset)))

    def value(self, look_up: Lookup) -> Decimal | None:
        """Its value; None where any measure in it has none."""
        return _value(self._tree, look_up)


def exact(value: Decimal | int | None) -> Decimal | None:
    """A stored amount or count as a Decimal; None stays None."""
    return value if value is None or isinstance(value, Decimal) else Decimal(value)


def looking_in(measures: Mapping[str, Decimal | int | None]) -> Lookup:
    """Looks measures up in a mapping; what is not there has no value."""
    return lambda name: exact(measures.get(name))


_OPERATIONS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: EXACT.add,
    ast.Sub: EXACT.subtract,
    ast.Mult: EXACT.multiply,
}


def _check(node: ast.expr, text: str) -> None:
    match node:
        case ast.Name() | ast.Constant(value=int()):
            return
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATIONS:
            _check(left, text)
            _check(right, text)
        case _:
            raise ValueError(f"not a formula of sums, differences and products: {text}")


def _value(node: ast.expr, look_up: Lookup) -> Decimal | None:
    match node:
        case ast.Name(id=name):
            return look_up(name)
        case ast.Constant(value=int(number)):
            return Decimal(number)
        case ast.BinOp(left=left, op=op, right=right):
            first, second = _value(left, look_up), _value(right, look_up)
            return None if first is None or second is None else _OPERATIONS[type(op)](first, second)
        case _:
            raise ValueError("not a formula of sums, differences and products")
