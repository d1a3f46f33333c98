"""A back word with a volume behind it: an article in the review named last, or no article at all."""

from __future__ import annotations

import pytest

from app.citations.layout import lay_out
from app.citations.pointers import find_back_word
from app.citations.same_review import read_same_review


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("B. Doe, I confini del sale, ivi, XXI (1986), n. 63, pp. 811-845", "I confini del sale"),
        # Behind "op. cit." stands the volume of the book that is meant, and a bare name is no author with a title.
        ("B. Doe, I confini del sale, op. cit., XXI (1986), n. 63, pp. 811-845", None),
        ("Doe, ivi, XXI (1986), n. 63, pp. 811-845", None),
        # No year: the page of the work named before.
        ("B. Doe, I confini del sale, ivi, p. 811", None),
    ],
)
def test_an_article_is_in_the_review_named_last_where_ivi_stands_before_a_volume(words: str, title: str | None) -> None:
    back = find_back_word(words, 0, len(words))
    assert back is not None
    mention = read_same_review(lay_out(words, "it"), 0, len(words), back)
    assert (mention.parsed.entry.get("title") if mention and mention.parsed else None) == title
