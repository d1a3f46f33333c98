r"""The text of a field in TeX in, in Unicode out, and back.

In an entry, braces protect capitals, $...$ is mathematics, "~" and "--" are the characters they print, and a command is
there only where Unicode has nothing (`\emph{...}`). For every value that came from `from_latex`,
`from_latex(to_latex(value)) == value`.
"""

from app.bibtex.latex_reading import from_latex
from app.bibtex.latex_writing import to_latex, without_command
from app.bibtex.tex_signs import math_spans, unmatched_braces

__all__ = ["from_latex", "math_spans", "to_latex", "unmatched_braces", "without_command"]
