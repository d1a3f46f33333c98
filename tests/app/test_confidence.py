"""Confidence rises with what the stages state, and says how often such readings are right."""

import pytest

from app.apparatus import Form
from app.confidence import calibrated

STATED = [n / 20 for n in range(21)]


@pytest.mark.parametrize("form", list(Form))
def test_confidence_rises_with_the_certainty_stated(form):
    said = [calibrated(form, stated) for stated in STATED]
    assert said == sorted(said)
    assert all(0.0 <= one <= 1.0 for one in said)
    assert len(set(said)) == len(said), "the order of doubt is kept"


def test_words_that_hardly_look_like_a_citation_are_among_those_to_look_at():
    assert calibrated(Form.FULL, 0.35) < 0.5 < calibrated(Form.FULL, 0.99)
