r"""The name of a TeX command in, whether it could do more than print out.

A field is text: what reads or writes files, runs programs, defines commands or changes TeX's own rules has no place in
it (TeX's primitives and LaTeX's commands for these, from the TeXbook, chapter 24, and LuaTeX's and pdfTeX's manuals).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_DANGEROUS = frozenset(
    """
    input include includeonly InputIfFileExists IfFileExists openin openout read readline write closein closeout
    immediate special message errmessage typeout show showthe jobname shipout output dump end bye batchmode scrollmode
    nonstopmode errorstopmode catcode lccode uccode mathcode sfcode delcode endlinechar escapechar newlinechar
    def edef gdef xdef let futurelet global long outer csname endcsname expandafter noexpand afterassignment aftergroup
    scantokens expanded unexpanded detokenize primitive chardef mathchardef countdef dimendef skipdef toksdef font
    newcommand renewcommand providecommand DeclareRobustCommand newenvironment renewenvironment newread newwrite
    newcount newif newtoks usepackage RequirePackage documentclass LoadClass PassOptionsToPackage
    directlua latelua luaexec luadirect luacode ShellEscape DeclareUnicodeCharacter makeatletter makeatother
    verbatiminput lstinputlisting includegraphics includepdf attachfile embedfile pdfximage pdfobj pdfliteral
    pdffiledump pdfmdfivesum pdffilesize pdfstrcmp pdfcatalog pdfinfo filedump everypar everymath everyjob everyvbox
    everyhbox everydisplay everyeof AtBeginDocument AtEndDocument AddToHook loop repeat relaxed begingroup endgroup
    begin hook_gput_code ExplSyntaxOn ExplSyntaxOff NewDocumentCommand RenewDocumentCommand sys_shell_now
    endinput tracingall inputlineno bibliography bibliographystyle nocite addbibresource makeindex tableofcontents
    write18 filecontents newwrite18 CatchFileDef ior_open iow_now subfile subimport import verb
    """.split()
)
_COMMAND = re.compile(r"\\([A-Za-z]+(?:18)?)|(\^\^)")


def is_dangerous(name: str) -> bool:
    """Whether the command (without its backslash) could do more than print."""
    return name in _DANGEROUS


def dangerous_commands(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    r"""The fields that hold such a command, and the command: ("title", "\input")."""
    for field, value in fields.items():
        if "\\" not in value and "^^" not in value:
            continue
        for match in _COMMAND.finditer(value):
            if match.group(2) or is_dangerous(match.group(1)):
                yield field, match.group()
