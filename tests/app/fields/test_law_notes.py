"""Law notes, English and American, statutes, cases, treaties, debates: fields in, fields out. All works are invented."""

import pytest

from tests.app.fields.checking import check

LAW = [
    (
        "R. Marl, ‘The Duty to Mend’ (1971) 34 Northern Law Rev. 210 at 215¦. This is rarely noticed.",
        "article | author = Marl, R. | title = The Duty to Mend | date = 1971 | volume = 34 | journaltitle = Northern Law Rev. | pages = 210 | @ 215",
    ),
    (
        "R Marl, ‘The Duty to Mend Again’ (1998) 25(1) Journal of Law and Repair 71, 75¦.",
        "article | author = Marl, R | title = The Duty to Mend Again | date = 1998 | volume = 25 | number = 1 | journaltitle = Journal of Law and Repair | pages = 71 | @ 75",
    ),
    (
        "Rosa Marl, ‘Mending Nothing’ [2004] Public Law Quarterly 47, 51–53¦.",
        "article | author = Marl, Rosa | title = Mending Nothing | date = 2004 | journaltitle = Public Law Quarterly | pages = 47 | @ 51–53",
    ),
    (
        "R. Marl and T. Voss, Repair and Remedy (1980) 12¦ is still the standard work.",
        "book | author = Marl, R. and Voss, T. | title = Repair and Remedy | date = 1980 | @ 12",
    ),
    (
        "R Marl and T Voss, Repair and Remedy (3rd edn, Fenn Publishing 2003) 61¦.",
        "book | author = Marl, R and Voss, T | title = Repair and Remedy | edition = 3rd | publisher = Fenn Publishing | date = 2003 | @ 61",
    ),
    (
        "T. Voss, ‘Who Owns a River?’ in Water Rights Today, ed. R. Marl (1992) 30–52¦.",
        "incollection | author = Voss, T. | title = Who Owns a River? | booktitle = Water Rights Today | editor = Marl, R. | date = 1992 | pages = 30--52",
    ),
    (
        "Tom Voss, ‘Who Owns a River?’ in Rosa Marl (ed), Water Rights Today (OUP 1992) 33¦.",
        "incollection | author = Voss, Tom | title = Who Owns a River? | editor = Marl, Rosa | booktitle = Water Rights Today | publisher = OUP | date = 1992 | @ 33",
    ),
    (
        "Thomas Voss, The Law of Rivers, 88 ALBION L. REV. 1201, 1210 (1974)¦; see also Marl.",
        "article | author = Voss, Thomas | title = The Law of Rivers | volume = 88 | journaltitle = ALBION L. REV. | pages = 1201 | date = 1974 | @ 1210",
    ),
    (
        "THOMAS VOSS, RIVERS AND RIGHTS 45 (1970)¦.",
        "book | author = Voss, Thomas | title = RIVERS AND RIGHTS | date = 1970 | @ 45",
    ),
    (
        "Millhouse v. Board of Canals, 347 U.S. 900, 905 (1955)¦.",
        "jurisdiction | title = Millhouse v. Board of Canals | volume = 347 | journaltitle = U.S. | pages = 900 | date = 1955 | @ 905",
    ),
    (
        "Donnell v Steven [1932] AC 562¦.",
        "jurisdiction | title = Donnell v Steven | date = 1932 | journaltitle = AC | pages = 562",
    ),
    (
        "R v Weir (1887) 19 QBD 270¦; the rule was later doubted.",
        "jurisdiction | title = R v Weir | date = 1887 | volume = 19 | journaltitle = QBD | pages = 270",
    ),
    (
        "Case C-99/12 Holm v Commission [2014] ECR I-331, para 40¦.",
        "jurisdiction | title = Holm v Commission | number = C-99/12 | date = 2014 | journaltitle = ECR | pages = I-331 | @ para 40",
    ),
    (
        "Canal Boats Act 1877, s. 9¦.",
        "legislation | title = Canal Boats Act 1877 | date = 1877 | @ s. 9",
    ),
    (
        "Inland Navigation Act of 1929, Pub. L. No. 70-331, 45 Stat. 1010 (1929)¦.",
        "legislation | title = Inland Navigation Act of 1929 | number = Pub. L. No. 70-331 | date = 1929",
    ),
    (
        "Convention on Tidal Waters (adopted 3 June 1958, entered into force 10 September 1964) 450 UNTS 11¦.",
        "legislation | title = Convention on Tidal Waters | date = 1958-06-03 | number = 450 UNTS 11",
    ),
    (
        "HC Deb 12 March 1951, vol 485, col 1022¦.",
        "legislation | title = HC Deb | date = 1951-03-12 | volume = 485 | @ col 1022",
    ),
    (
        "Report of the Committee on Canals (1907; Cd 3183) para. 12¦.",
        "report | title = Report of the Committee on Canals | date = 1907 | number = Cd 3183 | @ para. 12",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), LAW, ids=[row[0][:40] for row in LAW])
def test_a_law_note_is_read_into_its_fields(text: str, wanted: str) -> None:
    check(text, wanted)
