"""Train the tagger's model anew: `make train`, or python -m benchmarks.training [--seed N] [--notes N] [--out FILE].

It is trained on citations that the grammar writes, and where the labelled references lie beside the project on the free
ones among them. The same seed and material give the same model.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

from app.tagging.marks import marks_of
from benchmarks.training.generating import generate
from benchmarks.training.labelled import LabelledText
from benchmarks.training.real_works import works_of
from benchmarks.training.references import read_free, read_records

MODEL = Path(__file__).resolve().parents[2] / "resources" / "models" / "citation_parts.crf"
_HIDDEN = 0.3
_OF_THE_WORD = ("w=", "p3=", "x3=", "w-", "w+")
_NAMED = frozenset({"author", "editor", "translator", "title", "journal", "container", "series", "place", "publisher"})
_WAYS = {"c1": 0.6, "c2": 0.01, "max_iterations": 90, "feature.minfreq": 2, "feature.possible_transitions": True}


def train(material: Iterable[LabelledText], path: Path, chance: random.Random) -> Counter[str]:
    """Write the model that this material teaches; how many citations came from where."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_WAYS)
    counted: Counter[str] = Counter()
    for citation in material:
        tokens, labels = citation.labelled_tokens()
        if tokens:
            trainer.append(_hiding(marks_of(tokens), labels, chance), labels)
            counted[citation.source] += 1
    trainer.train(str(path))
    return counted


def _hiding(marks: list[list[str]], labels: Sequence[str], chance: random.Random) -> list[list[str]]:
    """The marks, some words of names and titles without what they are: signs and places must tell these too."""
    return [
        [mark for mark in own if not mark.startswith(_OF_THE_WORD)]
        if label in _NAMED and chance.random() < _HIDDEN
        else own
        for own, label in zip(marks, labels, strict=True)
    ]


def measure(path: Path, material: Sequence[LabelledText]) -> float:
    """The share of words whose part the model tells as the label does."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    right = whole = 0
    for citation in material:
        tokens, labels = citation.labelled_tokens()
        told = tagger.tag(marks_of(tokens))
        words = [k for k, token in enumerate(tokens) if token.is_word]
        right += sum(told[k] == labels[k] for k in words)
        whole += len(words)
    return right / max(1, whole)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--notes", type=int, default=16_000)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--only-own", action="store_true", help="without the references beside the project")
    args = parser.parse_args(arguments)
    began = time.monotonic()
    chance = random.Random(args.seed)
    free = [] if args.only_own else list(read_free())
    real = [] if args.only_own else works_of(read_records(), chance)
    own = list(generate(args.seed, args.notes, real))
    material = own + free
    chance.shuffle(material)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    counted = train(material, args.out, chance)
    fresh = list(generate(args.seed + 1000, 500))
    lines = [f"citations that the grammar of benchmarks/training wrote: {len(own)} (seed {args.seed})"]
    lines += [f"{source}: {counted[source]} labelled references" for source in sorted({c.source for c in free})]
    lines += [f"words told right, fresh citations of the grammar: {100 * measure(args.out, fresh):.1f} %"]
    print("\n".join(lines))
    print(f"{args.out.stat().st_size / 1e6:.1f} MB, {time.monotonic() - began:.0f} s")
    args.out.with_suffix(".txt").write_text(_ABOUT + "\n".join(lines) + "\n", encoding="utf-8")
    return 0


_ABOUT = """What citation_parts.crf was trained on. `make train` makes it anew.
The references are those of AnyStyle (BSD-2-Clause), GROBID (Apache-2.0) and LinkedBooks (MIT); the model has weights of
single words and shapes, no references.

"""

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
