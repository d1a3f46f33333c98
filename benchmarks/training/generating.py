"""A seed in, as many labelled citations as wanted out: house styles of six languages, every kind of work."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from benchmarks.training.continuing import within_note
from benchmarks.training.facts import Work, invent
from benchmarks.training.labelled import LabelledText
from benchmarks.training.noise import spoil
from benchmarks.training.rendering import Style, render, styles

_FOREIGN = 0.15
_REAL = 0.5
_LANGUAGES = ("en", "en", "de", "fr", "es", "it", "pt")
# How often each kind stands in notes, by and large.
_KINDS = {
    "article": 30, "book": 30, "chapter": 16, "edited": 5, "newspaper": 8, "thesis": 4, "report": 4, "archive": 3,
    "web": 3,
    "review": 1,
}  # fmt: skip


def generate(seed: int, count: int, real: Sequence[Work] = ()) -> Iterator[LabelledText]:
    """Labelled citations, the same for the same seed and material.

    Args:
        seed: of the chance.
        count: how many.
        real: works to print besides the invented ones, half of all where there are enough.
    """
    chance = random.Random(seed)
    by_language: dict[str, list[Work]] = {}
    for work in real:
        by_language.setdefault(work.language, []).append(work)
    for _ in range(count):
        style = chance.choice(styles())

        def one(style: Style = style) -> LabelledText:
            kind = _kind(style, chance)
            return render(style, kind, _work(style, by_language, chance), chance)

        yield spoil(within_note(one(), style.language, one, chance), chance)


def _kind(style: Style, chance: random.Random) -> str:
    kinds = [kind for kind in _KINDS if kind in style.forms]
    return chance.choices(kinds, [_KINDS[kind] for kind in kinds])[0]


def _work(style: Style, real: dict[str, list[Work]], chance: random.Random) -> Work:
    language = chance.choice(_LANGUAGES) if chance.random() < _FOREIGN else style.language
    works = real.get(language, ())
    return chance.choice(works) if works and chance.random() < _REAL else invent(language, chance)
