"""How sure a stage says it is in, how often such readings proved right out."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from app.apparatus import Form
from app.wordlists import load_words

_HAIR = 0.02


def calibrated(form: Form, stated: float) -> float:
    """The share of citations of a form, read with such certainty, that led to the right work.

    The shares were counted on articles whose reading is known, and made to rise with the certainty stated (isotonic
    regression: Ayer et al. 1955; Niculescu-Mizil and Caruana, "Predicting good probabilities", 2005).
    `python -m benchmarks.fit_confidence` counts them again.

    Args:
        form: full citations, short ones and Ibid. go wrong in different ways.
        stated: 0 to 1, as the stages rated themselves.
    """
    stated_from, shares = _table(form)
    place = max(bisect_right(stated_from, stated) - 1, 0)
    # Readings of one share keep their order, so that the list of what to look at begins with the least certain.
    return shares[place] - _HAIR * (1.0 - stated)


@cache
def _table(form: Form) -> tuple[tuple[float, ...], tuple[float, ...]]:
    rows = load_words("confidence")[form.value]
    return tuple(row[0] for row in rows), tuple(row[1] for row in rows)
