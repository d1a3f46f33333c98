"""The name of a trained model in, python-crfsuite's tagger with it out: the files under resources/models/."""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files

import pycrfsuite


@cache
def open_model(name: str) -> pycrfsuite.Tagger:
    """The model in `resources/models/<name>.crf`, read when it is first needed; one for the program's life."""
    tagger = pycrfsuite.Tagger()
    with as_file(files("resources").joinpath("models", f"{name}.crf")) as path:
        tagger.open(str(path))
    return tagger
