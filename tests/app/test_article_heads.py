# ruff: noqa: E501 - heads stand as they are copied
"""The heads of pages of many kinds, and what they say of the article."""

from __future__ import annotations

import pytest

from app.article.byline import read_byline
from app.article.head import read_head
from app.article.imprint import read_imprint, read_month_line
from app.article.language import language_of
from app.article.self_citation import read_self_citation
from app.entry import Entry

ABSTRACT = "The ice came early that year, and the clerks of the harbour wrote that it had come late; this article asks why they did so, and finds that the reason lay not in the ice but in the pay, which was reckoned from the day on which the ice was first seen by the clerk himself. "
ABSTRACT_FR = "La glace est venue tôt cette année-là, et les commis du port ont écrit qu’elle était venue tard ; cet article se demande pourquoi, et trouve que la raison n’était pas dans la glace, mais dans la solde, que l’on comptait du jour où la glace était vue pour la première fois par le commis lui-même. "
ABSTRACT_ES = "El hielo llegó temprano aquel año, y los escribanos del puerto escribieron que había llegado tarde; este artículo se pregunta por qué lo hicieron, y encuentra que la razón no estaba en el hielo sino en la paga, que se contaba desde el día en que el escribano veía el hielo por primera vez. "
ABSTRACT_PT = "O gelo chegou cedo naquele ano, e os escrivães do porto escreveram que tinha chegado tarde; este artigo pergunta por que o fizeram, e conclui que a razão não estava no gelo, mas no soldo, que se contava do dia em que o gelo era visto pela primeira vez pelo próprio escrivão. "
ABSTRACT_DE = "Das Eis kam früh in jenem Jahr, und die Schreiber des Hafens schrieben, es sei spät gekommen; dieser Aufsatz fragt, warum sie das taten, und findet den Grund nicht im Eis, sondern im Sold, der von dem Tag an gerechnet wurde, an dem der Schreiber das Eis zum ersten Mal selbst gesehen hatte. "
ABSTRACT_IT = "Il ghiaccio arrivò presto quell’anno, e gli scrivani del porto scrissero che era arrivato tardi; questo articolo si chiede perché lo fecero, e trova che la ragione non stava nel ghiaccio ma nella paga, che si contava dal giorno in cui lo scrivano vedeva il ghiaccio per la prima volta. "

# A head, what stands behind the notes, and the fields.
HEADS = {
    'Taylor and Francis, with their cover': ('Full Terms & Conditions of access and use can be found at\nhttps://www.tandfonline.com/action/journalInformation?journalCode=fice20\nIce History\nISSN: 1468-2745 (Print) 1743-7962 (Online) Journal homepage: https://www.tandfonline.com/loi/fice20\nThe ice at the dawn of a century\nW. Jane Roe\nTo cite this article: W. Jane Roe (2010) The ice at the dawn of a century, Ice History, 8:4, 362-384, DOI: 10.1080/14794012.2010.522355\nTo link to this article: https://doi.org/10.1080/14794012.2010.522355\nPublished online: 23 Nov 2010.\nSubmit your article to this journal\nArticle views: 340\nView related articles\n\nIce History\nVol. 8, No. 4, December 2010, 362–384\nThe ice at the dawn of a century\nW. Jane Roe*\nPolar Institute, University of the North\n' + ABSTRACT, '', {'author': 'Roe, W. Jane', 'title': 'The ice at the dawn of a century', 'journaltitle': 'Ice History', 'volume': '8', 'number': '4', 'date': '2010-12', 'pages': '362--384', 'doi': '10.1080/14794012.2010.522355'}),
    'Cambridge, as a PDF': ('The Polar Journal, 53, 2 (2010), pp. 381–408 © Cambridge University Press 2010\ndoi:10.1017/S0018246X10000087\n\nCLERKS OF THE ICE AND THE QUESTION OF\nPAY IN THE HARBOUR, 1871–1901*\n\nHELEN M. ROE\nUniversity of the North\n\nABSTRACT. ' + ABSTRACT, '', {'author': 'Roe, Helen M.', 'title': 'CLERKS OF THE ICE AND THE QUESTION OF PAY IN THE HARBOUR, 1871–1901', 'journaltitle': 'The Polar Journal', 'volume': '53', 'number': '2', 'date': '2010', 'pages': '381--408', 'doi': '10.1017/S0018246X10000087'}),
    'Cambridge, which says how it is cited': ('Clerks of the Ice and the Question of Pay\nPublished online by Cambridge University Press:  07 May 2010\nHelen M. Roe\n\nAbstract\n' + ABSTRACT + '\n\nInformation\nCopyright\nCopyright © Cambridge University Press 2010\n', '\nCite this article\nRoe, H. M. (2010). Clerks of the Ice and the Question of Pay. The Polar Journal, 53(2), 381–408. https://doi.org/10.1017/S0018246X10000087\n', {'author': 'Roe, Helen M.', 'title': 'Clerks of the Ice and the Question of Pay', 'journaltitle': 'The Polar Journal', 'volume': '53', 'number': '2', 'date': '2010', 'pages': '381--408', 'doi': '10.1017/S0018246X10000087'}),
    'Oxford, on the web': ('The Ice and the Clerk \nJane Roe\nThe Polar Review, Volume 120, Issue 486, April 2005, Pages 300–330, https://doi.org/10.1093/pr/cei100\nPublished: 01 April 2005\n\nAbstract\n' + ABSTRACT, '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'journaltitle': 'The Polar Review', 'volume': '120', 'number': '486', 'date': '2005-04', 'pages': '300--330', 'doi': '10.1093/pr/cei100'}),
    'Wiley, on the web': ('Original Article\nThe Ice and the Clerk\nJane Roe\nFirst published: 16 December 2002 https://doi.org/10.1111/1467-6478.00080Citations: 12\nJournal of Ice and Society\nVolume25, Issue1\nMarch 1998\nPages 71-84\n', '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'journaltitle': 'Journal of Ice and Society', 'volume': '25', 'number': '1', 'date': '1998-03', 'pages': '71--84', 'doi': '10.1111/1467-6478.00080'}),
    'HeinOnline': ("HeinOnline\nCitation: 89 Pol. L. Rev. 1187 2003-2004\nContent downloaded/printed from HeinOnline\nMon Feb 16 15:41:07 2009\n-- Your use of this HeinOnline PDF indicates your acceptance of HeinOnline's Terms\nand Conditions of the license agreement available at http://heinonline.org/HOL/License\n-- The search text of this PDF is generated from uncorrected OCR text.\n\nIce and the Statistical\nClerk\n\nRachel T. Roe\n\nI. INTRODUCTION\n\n" + ABSTRACT, '', {'author': 'Roe, Rachel T.', 'title': 'Ice and the Statistical Clerk', 'journaltitle': 'Pol. L. Rev.', 'volume': '89', 'pages': '1187'}),
    'Project MUSE, as a PDF': ('The Ice and the Clerk\nJane Roe\nJournal of Cold History, Volume 36, Number 4, Summer 2003, pp. 911-935 (Article)\nPublished by Polar University Press\nDOI: https://doi.org/10.1353/jsh.2003.0091\nFor additional information about this article\nhttps://muse.jhu.edu/article/44444\n', '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'journaltitle': 'Journal of Cold History', 'volume': '36', 'number': '4', 'date': '2003', 'pages': '911--935', 'doi': '10.1353/jsh.2003.0091'}),
    'JSTOR of later years': ('The Ice and the Clerk: Letters from the Harbour\nAuthor(s): Jane Roe and John Doe\nSource: The Polar Journal , Jun., 2010, Vol. 53, No. 2 (Jun., 2010), pp. 381-408\nPublished by: Cambridge University Press\nStable URL: https://www.jstor.org/stable/40865692\nJSTOR is a not-for-profit service that helps scholars, researchers, and students discover, use, and build upon a wide range of content in a trusted digital archive.\n', '', {'author': 'Roe, Jane and Doe, John', 'title': 'The Ice and the Clerk: Letters from the Harbour', 'journaltitle': 'The Polar Journal', 'volume': '53', 'number': '2', 'date': '2010-06', 'pages': '381--408'}),
    'OpenEdition, with a translated title': ('Annales du froid\nSociété d’histoire du froid\n\n48 | 2014\nGlaces et ports\nArticles\n\nLa glace et le commis : lettres du port (1792-1851)\nThe Ice and the Clerk: Letters from the Harbour (1792-1851)\n\nJeanne Roy\np. 87-105\nhttps://doi.org/10.4000/froid.94672\n\nRésumé | Index | Plan | Texte | Notes | Citation | Auteur\n\nRésumés\nFrançais English\n\n' + ABSTRACT_FR, '\nHaut de page\nPour citer cet article\nRéférence papier\nJeanne Roy, « La glace et le commis : lettres du port (1792-1851) », Annales du froid, 48 | 2014, 87-105.\n\nRéférence électronique\nJeanne Roy, « La glace et le commis : lettres du port (1792-1851) », Annales du froid [En ligne], 48 | 2014, mis en ligne le 30 septembre 2014, consulté le 3 mai 2015. URL : http://journals.openedition.org/froid/94672\n', {'author': 'Roy, Jeanne', 'title': 'La glace et le commis : lettres du port (1792-1851)', 'journaltitle': 'Annales du froid', 'number': '48', 'date': '2014', 'pages': '87--105', 'doi': '10.4000/froid.94672'}),
    'Cairn': ('La glace et le commis\nJeanne Roy\nDans Annales du froid 2010/1 (n° 141), pages 347 à 361\nÉditions Polaires\nISSN 0395-2649\nDOI 10.3917/af.141.0347\n', '', {'author': 'Roy, Jeanne', 'title': 'La glace et le commis', 'journaltitle': 'Annales du froid', 'number': '141', 'date': '2010', 'pages': '347--361', 'doi': '10.3917/af.141.0347'}),
    'Érudit': ('Revue du froid américain, vol. 53, no 1, été 1999, p. 87-105\n\nLa glace et le commis\nJeanne Roy\n' + ABSTRACT_FR, '', {'author': 'Roy, Jeanne', 'title': 'La glace et le commis', 'journaltitle': 'Revue du froid américain', 'volume': '53', 'number': '1', 'date': '1999', 'pages': '87--105'}),
    'a French tome': ('Revue du froid moderne, t. 48, n° 2, 2001, p. 77-99\n\nLa glace et le commis : Toulon au temps des glaces\nJeanne Roy\n', '', {'author': 'Roy, Jeanne', 'title': 'La glace et le commis : Toulon au temps des glaces', 'journaltitle': 'Revue du froid moderne', 'volume': '48', 'number': '2', 'date': '2001', 'pages': '77--99'}),
    'Redalyc, with a translated title': ('Artículos\n\nEl hielo imaginado: puerto, escribanos y paga (1810-1931)\n\nThe Imagined Ice: Harbour, Clerks, and Pay (1810-1931)\n\nTomás Roldán Solís\nUniversidad de Santiago de Chile, Chile\n\nEl hielo imaginado: puerto, escribanos y paga (1810-1931)\nHistoria Fría, vol. 12, núm. 58, pp. 75-101, 2015\nUniversidad de Los Andes\n\nRecepción: 14 Febrero 2014\nAprobación: 02 Septiembre 2014\n\nResumen: ' + ABSTRACT_ES, '', {'author': 'Roldán Solís, Tomás', 'title': 'El hielo imaginado: puerto, escribanos y paga (1810-1931)', 'journaltitle': 'Historia Fría', 'volume': '12', 'number': '58', 'date': '2015', 'pages': '75--101'}),
    'SciELO in Spanish': ('Historia Fría\nversión impresa ISSN 0121-1617\nhist.fria no.58 Bogotá oct./dic. 2015\n\nhttp://dx.doi.org/10.7440/histfria58.2015.04\n\nEl hielo imaginado: puerto, escribanos y paga (1810-1931)\n\nThe Imagined Ice: Harbour, Clerks, and Pay (1810-1931)\n\nTomás Roldán Solís*\n\n* Universidad de Santiago de Chile\n\nResumen\n\n' + ABSTRACT_ES, '', {'author': 'Roldán Solís, Tomás', 'title': 'El hielo imaginado: puerto, escribanos y paga (1810-1931)', 'journaltitle': 'Historia Fría', 'number': '58', 'date': '2015-10', 'doi': '10.7440/histfria58.2015.04'}),
    'SciELO in Portuguese': ('Revista Brasileira do Frio\nPrint version ISSN 0102-0188\nRev. Bras. Frio, v. 25, n. 49, p. 115-136, jan.-jun. 2005\n\nO gelo imaginado: porto, escrivães e soldo\n\nThe Imagined Ice: Harbour, Clerks, and Pay\n\nJoão Rocha da Silva\n\nRESUMO\n\n' + ABSTRACT_PT, '', {'author': 'da Silva, João Rocha', 'title': 'O gelo imaginado: porto, escrivães e soldo', 'journaltitle': 'Revista Brasileira do Frio', 'volume': '25', 'number': '49', 'date': '2005-01', 'pages': '115--136'}),
    'a Portuguese volume': ('Revista Brasileira do Frio. São Paulo, v. 25, nº 49, p. 115-136 - 2005\n\nO gelo imaginado\n\nMaria Rocha\n', '', {'author': 'Rocha, Maria', 'title': 'O gelo imaginado', 'journaltitle': 'Revista Brasileira do Frio. São Paulo', 'volume': '25', 'number': '49', 'date': '2005', 'pages': '115--136'}),
    'a German review, with a subtitle and a section': ('Zeitschrift für Kälte 9 (1988), Heft 1, S. 29-54\n© Polarverlag, Opladen\n\nKarl Moor\n\nEis durch Verfahren?\nZur neueren Lehre vom Hafen, von der Heuer und vom Frost\n\nZusammenfassung: Der Beitrag fragt, ob das Eis früh kam. Er unterscheidet drei\nBegriffe von Eis.\n\nI. Die Lehre\n\n' + ABSTRACT_DE, '', {'author': 'Moor, Karl', 'title': 'Eis durch Verfahren? Zur neueren Lehre vom Hafen, von der Heuer und vom Frost', 'journaltitle': 'Zeitschrift für Kälte', 'volume': '9', 'number': '1', 'date': '1988', 'pages': '29--54'}),
    'Italian': ('Quaderni del freddo, 12 (1977), n. 35, pp. 506-520\n\nIl ghiaccio e lo scrivano. Genova tra Cinque e Seicento\n\ndi Carlo Rossi\n' + ABSTRACT_IT, '', {'author': 'Rossi, Carlo', 'title': 'Il ghiaccio e lo scrivano. Genova tra Cinque e Seicento', 'journaltitle': 'Quaderni del freddo', 'volume': '12', 'number': '35', 'date': '1977', 'pages': '506--520'}),
    'Italian on JSTOR': ('Il ghiaccio e lo scrivano\nAuthor(s): Carlo Rossi\nSource: Studi Freddi, Anno 45, No. 2 (Apr. - Jun., 2004), pp. 455-490\nPublished by: Fondazione Istituto\n', '', {'author': 'Rossi, Carlo', 'title': 'Il ghiaccio e lo scrivano', 'journaltitle': 'Studi Freddi', 'volume': '45', 'number': '2', 'date': '2004-04', 'pages': '455--490'}),
    'a German title and subtitle': ('Historische Eiszeitschrift 241 (1985), S. 573–611\n\nDas Eis und der Schreiber\nBriefe aus dem Hafen\n\nVon\nJana Roth\n\n' + ABSTRACT_DE, '', {'author': 'Roth, Jana', 'title': 'Das Eis und der Schreiber: Briefe aus dem Hafen', 'journaltitle': 'Historische Eiszeitschrift', 'volume': '241', 'date': '1985', 'pages': '573--611'}),
    'a German title in capitals': ('Eiszeitschrift 241 (1985)\n\nDAS EIS UND DER SCHREIBER\nBriefe aus dem Hafen\nVON JANA ROTH\n\n' + ABSTRACT_DE, '', {'author': 'Roth, Jana', 'title': 'DAS EIS UND DER SCHREIBER: Briefe aus dem Hafen', 'journaltitle': 'Eiszeitschrift', 'volume': '241', 'date': '1985'}),
    'De Gruyter, on the web': ('Das Eis und der Schreiber\nJana Roth\nFrom the journal Eiszeitschrift\nhttps://doi.org/10.1515/ez-2015-0001\nCite this\n' + ABSTRACT_DE, '', {'author': 'Roth, Jana', 'title': 'Das Eis und der Schreiber', 'journaltitle': 'Eiszeitschrift', 'doi': '10.1515/ez-2015-0001'}),
    'a German volume': ('Vierteljahrshefte für Eisgeschichte\nJahrgang 22 (1974), Heft 2\n\nJANA ROTH\nDAS EIS UND DER SCHREIBER\n\n' + ABSTRACT_DE, '', {'author': 'Roth, Jana', 'title': 'DAS EIS UND DER SCHREIBER', 'journaltitle': 'Vierteljahrshefte für Eisgeschichte', 'volume': '22', 'number': '2', 'date': '1974'}),
    'the year before the volume': ('Ice Studies (2014) 34, pp. 112–139\ndoi: 10.1111/ice.12001\n\nWhose Ice? Clerks and the Common Law\nHarriet Roe\n', '', {'author': 'Roe, Harriet', 'title': 'Whose Ice? Clerks and the Common Law', 'journaltitle': 'Ice Studies', 'volume': '34', 'date': '2014', 'pages': '112--139', 'doi': '10.1111/ice.12001'}),
    'a page that reproduces an article': ('This webpage reproduces an article in\nThe Polar Historical Review\nVol. 21 No. 2 (Jan. 1916), pp. 255-279\n\nThe text is in the public domain.\n\nThis page has been carefully proofread and I believe it to be free of errors. If you find a mistake though, please let me know!\n\np255  The Ice, the Northern Clerks, and the Harbour, 1780-1807\n\nBy Edward P. Roe\n', '', {'author': 'Roe, Edward P.', 'title': 'The Ice, the Northern Clerks, and the Harbour, 1780-1807', 'journaltitle': 'The Polar Historical Review', 'volume': '21', 'number': '2', 'date': '1916-01', 'pages': '255--279'}),
    'a journal without an imprint': ('Virginia Ice Review\n\nTHE FORGOTTEN LAW OF ICE\nMargaret L. Roe\n', '', {'author': 'Roe, Margaret L.', 'title': 'THE FORGOTTEN LAW OF ICE', 'journaltitle': 'Virginia Ice Review'}),
    'Chicago, on the web': ('The Ice and the Clerk\nJane Roe\nThe Journal of Modern Ice\nVolume 41, Number 3\nSep., 1969\nhttps://doi.org/10.1086/240413\n', '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'journaltitle': 'The Journal of Modern Ice', 'volume': '41', 'number': '3', 'date': '1969-09', 'doi': '10.1086/240413'}),
    'MIT, on the web': ('The Ice and the Clerk\nJane Roe\nJournal of Cold War Ice (2016) 18 (1): 50–73.\nhttps://doi.org/10.1162/JCWS_a_00619\n', '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'journaltitle': 'Journal of Cold War Ice', 'volume': '18', 'number': '1', 'date': '2016', 'pages': '50--73', 'doi': '10.1162/JCWS_a_00619'}),
    'Duke, on the web': ('RESEARCH ARTICLE| AUGUST 01 2003\nThe Ice and the Clerk\nJane Roe\nPolar American Historical Review (2003) 83 (3): 431–460.\nhttps://doi.org/10.1215/00182168-83-3-431\n', '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'journaltitle': 'Polar American Historical Review', 'volume': '83', 'number': '3', 'date': '2003', 'pages': '431--460', 'doi': '10.1215/00182168-83-3-431'}),
    'Brill, on the web': ('The Ice and the Clerk\nIn: Journal of Early Modern Ice\nAuthor: Jane Roe\nOnline Publication Date: 01 Jan 2011\nVolume/Issue: Volume 15: Issue 3\nPage Range: 211–233\nDOI: https://doi.org/10.1163/157006511X572238\n', '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'journaltitle': 'Journal of Early Modern Ice', 'volume': '15', 'number': '3', 'pages': '211--233', 'doi': '10.1163/157006511X572238', 'date': '2011-01'}),
    'Sage, on the web': ('Research article\nFirst published online June 1, 2015\nThe Ice and the Clerk\nJane Roe\nVolume 53, Issue 2\nhttps://doi.org/10.1177/0073275315580955\n', '', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'volume': '53', 'number': '2', 'date': '2015-06', 'doi': '10.1177/0073275315580955'}),
}  # fmt: skip


@pytest.mark.parametrize("kind", HEADS)
def test_the_head_of_a_page_gives_the_article(kind: str) -> None:
    before, after, fields = HEADS[kind]
    entry = read_head(before, after)
    assert entry is not None
    assert entry.entrytype == "article"
    assert dict(entry.fields) == fields


OTHERS = {
    'a thesis': ('THE ICE AND THE CLERK: LETTERS FROM THE HARBOUR\n\nJane Roe\n\nA thesis submitted for the degree of Doctor of Philosophy\nUniversity of the North\nMay 2010\n\n', 'thesis', {'author': 'Roe, Jane', 'title': 'THE ICE AND THE CLERK: LETTERS FROM THE HARBOUR', 'institution': 'University of the North', 'date': '2010-05'}),
    'a French thesis': ('La glace et le commis\n\nJeanne Roy\n\nThèse de doctorat d’histoire\nUniversité de Rennes 2\n2010\n', 'thesis', {'author': 'Roy, Jeanne', 'title': 'La glace et le commis', 'institution': 'Université de Rennes 2', 'date': '2010'}),
    'a chapter': ('The Ice and the Clerk\n\nJane Roe\n\nIn: John Doe (ed.), The Book of the North. London: Polar Press, 1999, pp. 12-34.\n', 'incollection', {'author': 'Roe, Jane', 'title': 'The Ice and the Clerk', 'editor': 'Doe, John', 'booktitle': 'The Book of the North', 'location': 'London', 'publisher': 'Polar Press', 'date': '1999', 'pages': '12--34'}),
    'a German chapter': ('Jana Roth\n\nDas Eis und der Schreiber\n\nIn: Jörg Müller/Anna Berg (Hrsg.), Das Buch vom Norden. Köln 1999, S. 12-34.\n', 'incollection', {'author': 'Roth, Jana', 'title': 'Das Eis und der Schreiber', 'editor': 'Müller, Jörg and Berg, Anna', 'booktitle': 'Das Buch vom Norden', 'location': 'Köln', 'date': '1999', 'pages': '12--34'}),
}  # fmt: skip


@pytest.mark.parametrize("kind", OTHERS)
def test_a_thesis_and_a_chapter_are_told_from_an_article(kind: str) -> None:
    head, entrytype, fields = OTHERS[kind]
    assert read_head(head) == Entry(entrytype, fields)


def test_an_article_that_names_a_thesis_is_an_article() -> None:
    entry = read_head("Polar Papers 12 (1999), 3–30\n\nThe Ice\n\nJane Roe\n\nThis draws on my doctoral thesis.\n")
    assert entry is not None
    assert entry.entrytype == "article"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Polar Papers 12 (1999), 3–30\n\nIce and the Statistical\nClerk\n\nJane Roe\n", "Ice and the Statistical Clerk"),
        ("Polar Papers 12 (1999), 3–30\n\nFractions of Ice: Discounting and the\nStatistical Clerk\n\nJane Roe\n", "Fractions of Ice: Discounting and the Statistical Clerk"),
        ("Polar Papers 12 (1999), 3–30\n\nCLERKS OF THE ICE AND\nOF THE HARBOUR*\n\nJANE ROE\n", "CLERKS OF THE ICE AND OF THE HARBOUR"),
        ("Polar Papers 12 (1999), 3–30\n\nThe Ice Between the Clerks\nA History of Pay, 1900–1914\n\nJane Roe\n", "The Ice Between the Clerks: A History of Pay, 1900–1914"),
        ("Polar Papers 12 (1999), 3–30\n\nEssay\nThe Ice and the Clerk\n\nJane Roe\n", "The Ice and the Clerk"),
        ("Polar Papers 12 (1999), 3–30\n\np3  The Ice and the Clerk\n\nJane Roe\n", "The Ice and the Clerk"),
        ("Polar Papers 12 (1999), 3–30\n\nThe Ice and the Clerk\n\nJane Roe\n\nI. INTRODUCTION\n", "The Ice and the Clerk"),
    ],
)  # fmt: skip
def test_a_title_on_two_lines_is_one(head: str, title: str) -> None:
    entry = read_head(head)
    assert entry is not None
    assert entry.get("title") == title
    assert entry.get("author") == "Roe, Jane"


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Tomás Roldán Solís", "Roldán Solís, Tomás"),
        ("José Antonio Serrano", "Serrano, José Antonio"),
        ("Lucía Barragán Ortega y Carlos Rojas", "Barragán Ortega, Lucía and Rojas, Carlos"),
        ("Walter Brem Roe", "Brem Roe, Walter"),
        ("William Henry Roe", "Roe, William Henry"),
    ],
)
def test_people_of_a_spanish_page_have_both_family_names(line: str, people: str) -> None:
    assert read_byline(line, is_spanish=True) == people


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Annales du froid, 48 | 2014, 87-105", {"journaltitle": "Annales du froid", "number": "48", "date": "2014", "pages": "87--105"}),
        ("53-1 | 2012", {"volume": "53", "number": "1", "date": "2012"}),
        ("Ice Studies (2014) 34, pp. 112–139", {"journaltitle": "Ice Studies", "volume": "34", "date": "2014", "pages": "112--139"}),
        ("Ice Studies, 8:4, 362-384", {"journaltitle": "Ice Studies", "volume": "8", "number": "4", "pages": "362--384"}),
        ("Revue du froid, t. 48, n° 2, 2001, p. 77-99", {"journaltitle": "Revue du froid", "volume": "48", "number": "2", "date": "2001", "pages": "77--99"}),
        ("Eiszeitschrift 241 (1985)", {"journaltitle": "Eiszeitschrift", "volume": "241", "date": "1985"}),
        ("JuristenEisung 1985, 573–580", {"journaltitle": "JuristenEisung", "date": "1985", "pages": "573--580"}),
        ("Archiv für das kalte Recht 185 (1985), 1–20", {"journaltitle": "Archiv für das kalte Recht", "volume": "185", "date": "1985", "pages": "1--20"}),
        ("Archiv für das kalte Recht, Bd. 185 (1985), S. 1–20", {"journaltitle": "Archiv für das kalte Recht", "volume": "185", "date": "1985", "pages": "1--20"}),
        ("Revue trimestrielle du droit froid, 1990, p. 12-34", {"journaltitle": "Revue trimestrielle du droit froid", "date": "1990", "pages": "12--34"}),
        ("Annales du froid, juillet-août 2001, n° 4, p. 12-34", {"journaltitle": "Annales du froid", "number": "4", "date": "2001-07", "pages": "12--34"}),
        ("Annales du froid, 56e année, n° 4, 2001, p. 12-34", {"journaltitle": "Annales du froid", "volume": "56", "number": "4", "date": "2001", "pages": "12--34"}),
        ("Romantisme froid, n° 149, 2010-3, p. 3-23", {"journaltitle": "Romantisme froid", "number": "149", "date": "2010", "pages": "3--23"}),
        ("Quaderni freddi, a. XXXIV, n. 101, fasc. 2, agosto 1999, pp. 455-488", {"journaltitle": "Quaderni freddi", "volume": "XXXIV", "number": "101", "date": "1999-08", "pages": "455--488"}),
        ("«Quaderni freddi», 34 (1999), n. 101, pp. 455-488", {"journaltitle": "Quaderni freddi", "volume": "34", "number": "101", "date": "1999", "pages": "455--488"}),
        ("Studi freddi, XLV, 2004, 2, pp. 455-490", {"journaltitle": "Studi freddi", "volume": "XLV", "date": "2004", "number": "2", "pages": "455--490"}),
        ("Análise Fria, vol. XXV (105-106), 1990, 123-145", {"journaltitle": "Análise Fria", "volume": "XXV", "number": "105-106", "date": "1990", "pages": "123--145"}),
        ("Penélope Fria, n.º 4, 1989, pp. 12-34", {"journaltitle": "Penélope Fria", "number": "4", "date": "1989", "pages": "12--34"}),
        ("Topoi Frio, v. 6, n. 10, jan.-jun. 2005, pp. 9-38.", {"journaltitle": "Topoi Frio", "volume": "6", "number": "10", "date": "2005-01", "pages": "9--38"}),
        ("Historia Fría, LII: 3, 2003, pp. 601-640", {"journaltitle": "Historia Fría", "volume": "LII", "number": "3", "date": "2003", "pages": "601--640"}),
        ("Historia Fría, vol. LII, núm. 3 (207), enero-marzo 2003, pp. 601-640", {"journaltitle": "Historia Fría", "volume": "LII", "number": "3", "date": "2003-01", "pages": "601--640"}),
        ("Studies in Ice 12.3 (1999): 3-30", {"journaltitle": "Studies in Ice", "volume": "12", "number": "3", "date": "1999", "pages": "3--30"}),
        ("The Modern Ice Review, Vol. 95, No. 2 (Apr., 2000), pp. 334-347", {"journaltitle": "The Modern Ice Review", "volume": "95", "number": "2", "date": "2000-04", "pages": "334--347"}),
        ("Modern Ice Review, 95 (2000), 334–347", {"journaltitle": "Modern Ice Review", "volume": "95", "date": "2000", "pages": "334--347"}),
        ("Cold War Ice, Vol. 8, No. 4, November 2008, 523–547", {"journaltitle": "Cold War Ice", "volume": "8", "number": "4", "date": "2008-11", "pages": "523--547"}),
        ("Ice History, Vol. 8, No. 4 (November 2008), pp. 523–547.", {"journaltitle": "Ice History", "volume": "8", "number": "4", "date": "2008-11", "pages": "523--547"}),
        ("Journal of Cold War Ice, Vol. 3, No. 3, Fall 2001, pp. 5–36", {"journaltitle": "Journal of Cold War Ice", "volume": "3", "number": "3", "date": "2001", "pages": "5--36"}),
        ("JOURNAL OF ICE AND SOCIETY VOLUME 25, NUMBER 1, MARCH 1998 ISSN: 0263–323X, pp. 71–84", {"journaltitle": "JOURNAL OF ICE AND SOCIETY", "volume": "25", "number": "1", "date": "1998-03", "pages": "71--84"}),
        ("Ice & Society Review 31/2 (1997): 289-324", {"journaltitle": "Ice & Society Review", "volume": "31", "number": "2", "date": "1997", "pages": "289--324"}),
        ("Zeitschrift für Eisgeschichte 120 (2003), S. 210-245", {"journaltitle": "Zeitschrift für Eisgeschichte", "volume": "120", "date": "2003", "pages": "210--245"}),
        ("Zeitschrift für Eisgeschichte, 52. Jg., 2004, H. 3, S. 210-245", {"journaltitle": "Zeitschrift für Eisgeschichte", "volume": "52", "number": "3", "date": "2004", "pages": "210--245"}),
        ("Geschichte und Eis 26 (2000) 4, S. 532-560", {"journaltitle": "Geschichte und Eis", "volume": "26", "number": "4", "date": "2000", "pages": "532--560"}),
        ("Eis und Recht, Jahrgang 22, Heft 2, April 1974", {"journaltitle": "Eis und Recht", "volume": "22", "number": "2", "date": "1974-04"}),
        ("The clerks, who in 241 (1985) wrote of ice", {}),
        ("Ice 8", {}),
    ],
)  # fmt: skip
def test_imprints_of_other_forms(line: str, fields: dict[str, str]) -> None:
    assert read_imprint(line) == fields


@pytest.mark.parametrize(
    ("line", "date"),
    [("March 1998", "1998-03"), ("Sep., 1969", "1969-09"), ("Summer 2003", "2003"), ("In March 1998 it came", "")],
)
def test_a_line_that_is_only_a_date(line: str, date: str) -> None:
    assert read_month_line(line) == date


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("To cite this article: J. Roe (2010) The ice, and the clerk, Ice Studies, 8:4, 362-384", {"journaltitle": "Ice Studies", "volume": "8", "number": "4", "pages": "362--384", "date": "2010"}),
        ("Citation: 89 Pol. L. Rev. 1187 2003-2004\nContent downloaded", {"journaltitle": "Pol. L. Rev.", "volume": "89", "pages": "1187"}),
        ("Cómo citar: Rojas, Juana, “El hielo”, Revista Polar, vol. 12, núm. 2, 2011, pp. 15-40.", {"journaltitle": "Revista Polar", "volume": "12", "number": "2", "date": "2011", "pages": "15--40"}),
        ("The citation of ice is a matter of clerks.", {}),
        ("How to cite\nAsk the clerk.", {}),
    ],
)  # fmt: skip
def test_a_page_says_how_its_article_is_cited(text: str, fields: dict[str, str]) -> None:
    assert read_self_citation(text).fields == fields


@pytest.mark.parametrize(
    ("text", "language"),
    [(ABSTRACT, "english"), (ABSTRACT_FR, "french"), (ABSTRACT_ES, "spanish"), (ABSTRACT_PT, "portuguese"), (ABSTRACT_DE, "german"), (ABSTRACT_IT, "italian"), ("Ice", "")],
)  # fmt: skip
def test_a_language_is_known_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_year_of_copyright_in_the_body_is_not_the_articles() -> None:
    entry = read_head(f"The Ice and the Clerk\n\nJane Roe\n\n{ABSTRACT}\n\nThe copyright act of 1911 said so.\n")
    assert entry is not None
    assert entry.get("date") == ""


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Von o. Univ.-Prof. Dr. Karl Moor, Köln", "Moor, Karl"),
        ("Von Rechtsanwalt Dr. Karl Moor, Berlin", "Moor, Karl"),
        ("Von Privatdozent Dr. Isa Berg, Wien", "Berg, Isa"),
        ("Von Karl Moor", "Moor, Karl"),
    ],
)
def test_a_german_byline_with_title_and_city_names_the_author(line: str, people: str) -> None:
    assert read_byline(line) == people


@pytest.mark.parametrize(
    ("line", "number"),
    [("Revue du sel 2008/2 n° 19", "19"), ("Revue du sel 2004/1 (n° 54), pp. 4 à 27", "54")],
)
def test_a_french_portal_prints_year_and_issue_before_the_number(line: str, number: str) -> None:
    found = read_imprint(line)
    assert (found["journaltitle"], found["number"]) == ("Revue du sel", number)


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("101 Journal of Ice History 7 (2013)", {"journaltitle": "Journal of Ice History", "volume": "7", "date": "2013"}),
        ("14 Ice L. Rev. 201 (2011)", {"journaltitle": "Ice L. Rev.", "volume": "14", "date": "2011", "pages": "201"}),
        ("J Ice Hist 48, 589–624 (2015). https://doi.org/10.1/x", {"journaltitle": "J Ice Hist", "volume": "48", "date": "2015", "pages": "589--624"}),
        ("Ice History 48, 3-4 (2015), pp. 12-31", {"journaltitle": "Ice History", "volume": "48", "number": "3-4", "date": "2015", "pages": "12--31"}),
        ("LIX: 201-238, 2012", {"volume": "LIX", "date": "2012", "pages": "201--238"}),
        ("THE ICE QUARTERLY, xv, 3 (1972), pp. 417-440", {"journaltitle": "THE ICE QUARTERLY", "volume": "xv", "number": "3", "date": "1972", "pages": "417--440"}),
    ],
)  # fmt: skip
def test_imprints_whose_numbers_could_be_taken_for_others(line: str, fields: dict[str, str]) -> None:
    assert read_imprint(line) == fields


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("ICE IN THE HARBOUR OF THE NORTH,\n1795-1800\nBy JANE ROE\n", "ICE IN THE HARBOUR OF THE NORTH, 1795-1800"),
        ("The Ice Quarterly, xv, 3 (1972), pp. 417-440\n\nII. THE ICE AND\nTHE CLERK\n\nBy J. M. ROE\n", "THE ICE AND THE CLERK"),
        ("Polar Law Review\nLIX: 201-238, 2012\n© 2012 ICE PRESS\nTHE ICE AND THE CLERK\nby Jane M Roe\n", "THE ICE AND THE CLERK"),
        ("Home > Journals > Ice Quarterly > Vol. 3\nThe Ice and the Clerk\nJane Roe\n", "The Ice and the Clerk"),
        ("Inicio » Archivo » Núm. 58\nEl hielo y el escribano\nTomás Roldán Solís\n", "El hielo y el escribano"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_title_is_told_from_it(head: str, title: str) -> None:
    shown = read_head(head + ABSTRACT)
    assert shown is not None
    assert shown.fields["title"] == title


def test_a_title_of_two_lines_is_no_organization() -> None:
    shown = read_head("Whose Ice? Clerks, Harbours, and\nthe Problem of Pay in the North\n\nJANE T. ROE\n\n" + ABSTRACT)
    assert shown is not None
    assert "organization" not in shown.fields


def test_a_journal_is_named_in_full_where_the_page_does_so() -> None:
    head = "Journal of the History of Ice\nArticle\nThe Ice and the Clerk\nVolume 48, pages 589–624, (2015)\nCite this article\nJane Roe\n"
    after = "\nCite this article\nRoe, J. The Ice and the Clerk. J Hist Ice 48, 589–624 (2015). https://doi.org/10.1007/s1-015-9407-x\n"
    shown = read_head(head + ABSTRACT, after)
    assert shown is not None
    assert shown.fields["journaltitle"] == "Journal of the History of Ice"
    assert "number" not in shown.fields
