"""The .bib of an article is typeset by the real programs: no error, and as many items as works."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from app.__main__ import main

SAMPLE = Path(__file__).parents[1] / "resources" / "sample" / "article.html"

BIBTEX = r"""\documentclass{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{url}
\begin{document}\nocite{*}\bibliographystyle{STYLE}\bibliography{works}\end{document}
"""
BIBLATEX = r"""\documentclass{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}
\usepackage[backend=biber,style=STYLE]{biblatex}\addbibresource{works.bib}
\AtEveryBibitem{\typeout{ITEM:\thefield{entrykey}}}
\begin{document}\nocite{*}\printbibliography\end{document}
"""


def run(folder, *words):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, errors="replace", timeout=120, check=False)


def typeset(folder, dialect, style):
    """The keys of the items typeset, after LaTeX, the bibliography program, and LaTeX twice."""
    program = {"bibtex": "bibtex", "biblatex": "biber"}[dialect]
    for name in ("pdflatex", program):
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed")
    source = {"bibtex": BIBTEX, "biblatex": BIBLATEX}[dialect].replace("STYLE", style)
    (folder / "main.tex").write_text(source, encoding="utf-8")
    latex = ("pdflatex", "-interaction=nonstopmode", "-no-shell-escape", "main.tex")
    run(folder, *latex)
    said = run(folder, program, "main").stdout
    assert not re.findall(r"^ERROR|---line \d+ of file", said, re.MULTILINE), said
    run(folder, *latex)
    log = run(folder, *latex).stdout
    assert not re.findall(r"^! .*", log, re.MULTILINE)
    if dialect == "bibtex":
        return set(re.findall(r"\\bibcite\{(.*?)\}", (folder / "main.aux").read_text(encoding="utf-8")))
    return set(re.findall(r"ITEM:(\S+)", log))


@pytest.mark.parametrize(
    ("dialect", "style"),
    [("bibtex", "plain"), ("bibtex", "abbrv"), ("biblatex", "authoryear"), ("biblatex", "verbose")],
)
def test_the_works_of_the_sample_are_typeset(tmp_path, dialect, style):
    works, report = tmp_path / "works.bib", tmp_path / "report.json"
    assert main(["notes", str(SAMPLE), "--bib", str(works), "--report", str(report), "--dialect", dialect]) == 0
    keys = {work["id"] for work in json.loads(report.read_text(encoding="utf-8"))["works"]}
    assert typeset(tmp_path, dialect, style) == keys
