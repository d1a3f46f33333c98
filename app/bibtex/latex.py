r"""The text of a field in TeX in, in Unicode out, and back.

In an entry, braces protect capitals, $...$ is mathematics, "~" and "--" are the characters they print, and a command is
there only where Unicode has nothing (`\emph{...}`). For every value that came from `from_latex`,
`from_latex(to_latex(value)) == value`.
"""

from collections.abc import Callable

from app.bibtex.latex_reading import from_latex
from app.bibtex.latex_writing import to_latex, without_command
from app.bibtex.tex_signs import math_spans, unmatched_braces

__all__ = ["each_paragraph", "from_latex", "math_spans", "to_latex", "unmatched_braces", "without_command"]


def each_paragraph(value: str, convert: Callable[[str], str]) -> str:
    """A text of paragraphs converted one by one, so that no mathematics reaches over a blank line; braces may."""
    parts = value.split("\n\n")
    if len(parts) == 1 or (any(map(unmatched_braces, parts)) and not unmatched_braces(value)):
        return convert(value)
    return "\n\n".join(map(convert, parts))
