r"""A paper's .aux or .tex file in, the citation keys that it cites out, those of the files it takes in too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import UserError
from app.files import is_file, read_file

# natbib and biblatex name their commands so that all contain "cite"; these cite nothing.
_NO_CITATION = frozenset(
    {"citetext", "citestyle", "setcitestyle", "citereset", "citesetup", "citeindextrue", "citeindexfalse", "bibcite"}
    | {"DeclareCiteCommand", "RenewCiteCommand", "ProvideCiteCommand", "DeclareMultiCiteCommand", "newcites"}
    | {"DeclareAutoCiteCommand", "citeform", "citenumfont", "citepunct", "citedash", "citeleft", "citeright"}
)
_ARGUMENTS = r"(?:\s*(?:\[[^\[\]{}]*(?:\{[^{}]*\}[^\[\]{}]*)*\]|\([^(){}]*\)|<[^<>{}]*>))*"
_COMMAND = re.compile(
    rf"\\(?P<name>(?!(?:ex|in|re)cite)[A-Za-z]*[Cc]ite[A-Za-z]*)\*?(?=\s*[\[({{<])(?P<first>{_ARGUMENTS}\s*\{{[^{{}}]*\}})"
)
_NEXT = re.compile(rf"{_ARGUMENTS}\s*\{{([^{{}}]*)\}}")
_KEYS = re.compile(r"\{([^{}]*)\}\Z")
_VOLUME = re.compile(r"[a-z]*volcites?$", re.IGNORECASE)
_TAKEN_IN = re.compile(
    r"\\(?:input|include|subfile|subfileinclude|loadglsentries)\s*\{\s*(?P<file>[^{}]+?)\s*\}"
    r"|\\(?:sub)?(?:import|includefrom|inputfrom)\*?\s*\{\s*(?P<folder>[^{}]*?)\s*\}\s*\{\s*(?P<inside>[^{}]+?)\s*\}"
    r"|\\input\s+(?P<bare>[^\s{}\\%]+)"
)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%.*?(?:\n[ \t]*|\Z)")
_VERBATIM = re.compile(
    r"\\begin\{(verbatim\*?|lstlisting|minted|comment)\}.*?\\end\{\1\}|\\verb\*?([^\sA-Za-z*]).*?\2", re.DOTALL
)
_END = re.compile(r"\\end\s*\{document\}")
_AUX_CITED = re.compile(r"\\(?:citation|abx@aux@(?:no)?cite(?:\{\d+\})?|abx@aux@number)\{([^{}]*)\}")
_AUX_TAKEN_IN = re.compile(r"\\@input\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class CitedKeys:
    r"""What a paper cites.

    Attributes:
        keys: in the order of their first citation, each once.
        is_everything: whether it says \nocite{*}.
        files: the files read, the paper first.
        missing: files it takes in that are not there.
    """

    keys: tuple[str, ...]
    is_everything: bool = False
    files: tuple[Path, ...] = ()
    missing: tuple[str, ...] = ()


def read_cited_keys(paper: Path) -> CitedKeys:
    r"""The keys that a paper cites: \citation and \abx@aux@cite of an .aux file, the cite commands of a .tex file.

    Raises:
        UserError: the paper cannot be read.
    """
    if not is_file(paper):
        raise UserError("Paper not found", f"There is no file {paper}.", "Choose the .aux or .tex file of the paper.")
    keys: dict[str, None] = {}
    read: dict[Path, None] = {}
    missing: dict[str, None] = {}
    waiting = [paper]
    while waiting:
        path = waiting.pop(0)
        if path.resolve() in {known.resolve() for known in read}:
            continue
        read[path] = None
        text = _text(path)
        is_aux = path.suffix.lower() == ".aux"
        keys |= dict.fromkeys(_keys_of_aux(text) if is_aux else keys_of_tex(text))
        inside: list[Path] = []
        for folder, name in _taken_in(text, is_aux):
            found = _found(paper.parent, path.parent, folder, name)
            if found is not None:
                inside.append(found)
            elif not is_aux:
                missing[name] = None
        waiting[:0] = inside
    everything = "*" in keys
    return CitedKeys(tuple(key for key in keys if key != "*"), everything, tuple(read), tuple(missing))


def keys_of_tex(text: str) -> Iterator[str]:
    r"""The keys in LaTeX's text, "*" for \nocite{*}; comments and what is set verbatim do not count.

    Example: "\autocites[4]{cohen2002}[5]{adler1992}" has two.
    """
    text = _plain_tex(text)
    for command in _COMMAND.finditer(text):
        name, at = command["name"], command.end()
        if name in _NO_CITATION:
            continue
        has_volume = _VOLUME.match(name) is not None
        groups = _KEYS.findall(command["first"])
        while (name.endswith("cites") or (has_volume and len(groups) < 2)) and (more := _NEXT.match(text, at)):
            groups.append(more[1])
            at = more.end()
        for group in groups[1::2] if has_volume else groups:
            yield from _split(group)


def _keys_of_aux(text: str) -> Iterator[str]:
    for found in _AUX_CITED.finditer(text):
        yield from _split(found[1])


def _split(group: str) -> Iterator[str]:
    for key in group.split(","):
        if (cleaned := " ".join(key.split())) and "#" not in cleaned and "\\" not in cleaned:
            yield cleaned


def _taken_in(text: str, is_aux: bool) -> Iterator[tuple[str, str]]:
    """The folder, "" for none, and the name of every file that is taken in."""
    if is_aux:
        yield from (("", found[1]) for found in _AUX_TAKEN_IN.finditer(text))
        return
    for found in _TAKEN_IN.finditer(_plain_tex(text)):
        name = found["file"] or found["inside"] or found["bare"]
        if "\\" not in name and "#" not in name:
            yield found["folder"] or "", name


def _plain_tex(text: str) -> str:
    """The text without comments, what is set verbatim, and what stands behind the document."""
    text = _COMMENT.sub(r"\1", _VERBATIM.sub("", text))
    end = _END.search(text)
    return text[: end.start()] if end else text


def _found(root: Path, here: Path, folder: str, name: str) -> Path | None:
    """The file as TeX would find it: from the paper's folder, else from that of the file that asks for it."""
    for start in (root, here):
        for named in (f"{name}.tex", name):
            path = start / folder / named
            if is_file(path):
                return path
    return None


def _text(path: Path) -> str:
    content = read_file(path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")
