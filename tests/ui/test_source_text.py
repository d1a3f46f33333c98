import re

import pytest

from app.errors import UserError
from ui.source_text import entry_in


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("@book{a,\n  title {A},\n  date = {2002}\n}", "2"),
        ('\n\n@book{a,\n  title = "A,\n  date = {2002}\n}', "4"),
        ("@book{a b, title = {A}}", "1"),
    ],
)
def test_a_fault_is_told_with_its_own_line_and_no_other(text, line):
    with pytest.raises(UserError) as told:
        entry_in(text)
    assert re.findall(r"line (\d+)", f"{told.value.message} {told.value.advice}") == [line]
