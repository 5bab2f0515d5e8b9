"""How alike two names are that people gave the same thing in different systems and alphabets.

A name is read as words: Cyrillic as Latin, without separators, case, the encoding of links («%D0%9F»), placeholders and
long numbers. Words that many candidates share («search», «msk») say little, and weigh little.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote_plus

from rapidfuzz import fuzz

VERY_FROM, PARTLY_FROM = 0.78, 0.5

_ALPHABET = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "h", "ц": "c", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu",
        "я": "ia", "і": "i", "ї": "i", "є": "e", "ґ": "g",
    }
)  # fmt: skip
# Spellings of one sound in Latin letters, each with the one that is compared.
_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ph", "f"), ("rh", "r"), ("th", "t"), ("ck", "k"), ("ts", "c"),
    ("tz", "c"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("q", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"([a-z])\1+")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_NUMBER = re.compile(r"\d{5,}")
_WORD = re.compile(r"[a-z]+|\d+")
_SHORTEST_BEGINNING = 3
_ALIKE_FROM = 0.78
_BEGINNING = 0.88
# Words of the trade that are translated, not spelt.
_SAME = (
    ("поиск", "search"),
    ("бренд", "brand", "brend"),
    ("рся", "сети", "сеть", "yan", "network", "display", "gdn", "кмс", "rsya"),
    ("ретаргетинг", "ремаркетинг", "retargeting", "remarketing"),
    ("москва", "мск", "moscow"),
    ("петербург", "спб", "питер", "petersburg"),
    ("россия", "рф", "russia"),
    ("конкуренты", "competitors"),
    ("товары", "товарная", "shopping", "products"),
    ("видео", "video"),
    ("повторные", "повторный", "повтор", "repeat"),
    ("первичный", "первичная", "первая", "first"),
)


class Likeness(StrEnum):
    """How alike, as a person is told."""

    VERY = "very alike"
    PARTLY = "alike in part"


@dataclass(frozen=True)
class Likened:
    """A candidate (its place among those given) and how alike it is: from 0 to 1, and in words."""

    place: int
    score: float
    likeness: Likeness


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared."""
    return _words(name)


def likened(name: str, candidates: Sequence[str], most: int = 3, doubts: Sequence[float] = ()) -> tuple[Likened, ...]:
    """The candidates most like the name, the best first; those that are not alike are left out.

    `doubts` multiplies each candidate's likeness by what else is known of it: 1 is nothing against it.
    """
    told = [_words(candidate) for candidate in candidates]
    wanted = _words(name)
    shared = Counter(word for words in told for word in set(words))
    weights = {word: math.log(1 + len(told) / max(shared[word], 1)) for word in {*shared, *wanted}}
    found = []
    for place, words in enumerate(told):
        score = _alike(wanted, words, weights) * (doubts[place] if doubts else 1)
        if score >= PARTLY_FROM:
            found.append(Likened(place, score, Likeness.VERY if score >= VERY_FROM else Likeness.PARTLY))
    return tuple(sorted(found, key=lambda one: (-one.score, one.place))[:most])


def _alike(one: Sequence[str], other: Sequence[str], weights: dict[str, float]) -> float:
    if not one or not other:
        return 0.0
    covered = sorted((_covered(one, other, weights), _covered(other, one, weights)))
    by_words = 0.35 * covered[0] + 0.65 * covered[1]
    # «brandsearch» and «Brand | Search» have no word in common.
    return max(by_words, fuzz.ratio("".join(one), "".join(other)) / 100 if len("".join(one)) > 3 else 0.0)


def _covered(words: Sequence[str], by: Sequence[str], weights: dict[str, float]) -> float:
    """How much of the weight of these words the other name has too."""
    best = [(weights[word], max(_word_alike(word, other) for other in by)) for word in words]
    return sum(weight * likeness for weight, likeness in best) / sum(weight for weight, _ in best)


@lru_cache(maxsize=200_000)
def _word_alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one.isdigit() or other.isdigit():
        return 0.0
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter):
        return _BEGINNING
    ratio = fuzz.ratio(one, other) / 100
    return ratio if ratio >= _ALIKE_FROM else 0.0


@lru_cache(maxsize=50_000)
def _words(name: str) -> tuple[str, ...]:
    text = name
    for _ in range(2):  # a link within a link is encoded twice
        text = unquote_plus(text) if "%" in text or "+" in text else text
    spelt = _spelt(_NUMBER.sub(" ", _PLACEHOLDER.sub(" ", text)))
    return tuple(dict.fromkeys(_MEANT.get(word, word) for word in _WORD.findall(spelt)))


def _spelt(text: str) -> str:
    latin = unicodedata.normalize("NFKC", text).casefold().translate(_ALPHABET)
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(letter))
    for spelling, compared in _SPELLINGS:
        bare = bare.replace(spelling, compared)
    return _DOUBLED.sub(r"\1", bare)


def _meanings(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    return {_spelt(word): _spelt(group[0]) for group in groups for word in group}


_MEANT = _meanings(_SAME)
