"""A field's name in, how its value is to be read out: people, address, keys, pages or running text."""

from __future__ import annotations

import re

from app.wordlists import load_words, word_set

# Never TeX: addresses, identifiers, file names and keys (biblatex manual 2.2.1).
VERBATIM = word_set("field_names", "verbatim")
DATES = frozenset({"date", "origdate", "urldate", "eventdate"})
# The parts of dates, which biblatex prints as they are (its data model's "dateparts").
PARTS_OF_DATES = frozenset(
    f"{kind}{end}{part}"
    for kind in ("", "orig", "url", "event")
    for end in ("", "end")
    for part in ("year", "month", "day")
)
# What a date is made of, biblatex's signs for doubt included (biblatex manual 2.3.8); anything else in one is text.
DATE_SIGNS = re.compile(r"[\w/~?%.:+-]*", re.ASCII)
PEOPLE = word_set("field_names", "people")
PAGES = frozenset({"pages", "bookpages"})
PARAGRAPHS = frozenset({"abstract", "annotation", "annote", "review", "comment"})
ADDRESSES = frozenset({"url", "urlraw", "doi", "eprint"})
PARTS_OF_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
TITLES = frozenset({"title", "subtitle", "booktitle", "booksubtitle", "maintitle", "mainsubtitle"})

# The order in which a new entry's fields are written; the rest follow in theirs.
ORDER = {name: place for place, name in enumerate(load_words("field_names")["order"])}
