"""`--ocr`: which pages are recognised, what is kept of it, and what is said where Tesseract is not installed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytesseract
import pytest
from PIL import Image, ImageDraw, ImageFont
from reading import HEAD, pipeline
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

import extractors.sources
from extractors.sources import SourceError, decode, find, ocr, recogniser, told
from graph.reading import read
from graph.workspace import Workspace

NOTICE = f"{HEAD}一、县应急局负责排查全县燃气管道隐患。\n"


def picture(text: str, size: int = 46) -> Image.Image:
    """A page with the text, drawn as 三号字 is scanned."""
    page = Image.new("L", (1700, 2300), 255)
    with as_file(files("pylopdf_fonts_zh_cn") / "NotoSerifSC-Regular.otf") as font:
        ImageDraw.Draw(page).text((150, 200), text, 0, ImageFont.truetype(font, size), spacing=40)
    return page


def saved(format_: str, *pages: Image.Image) -> bytes:
    data = io.BytesIO()
    pages[0].save(data, format_, save_all=len(pages) > 1, append_images=pages[1:])
    return data.getvalue()


def pdf(*pages: str | Image.Image | tuple[str, Image.Image]) -> bytes:
    """A PDF of pages of text, of pictures, of a text over a picture."""
    data = io.BytesIO()
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(data, pagesize=(595, 842))
    for page in pages:
        text, drawn = page if isinstance(page, tuple) else ("", page) if isinstance(page, Image.Image) else (page, None)
        if drawn is not None:
            canvas.drawImage(ImageReader(drawn), 0, 0, 595, 842)
        canvas.setFont("STSong-Light", 14)
        for row, line in enumerate(text.split("\n")):
            canvas.drawString(90, 700 - 28 * row, line)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


@pytest.fixture(autouse=True)
def _asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed is asked once a process."""
    recogniser.cache_clear()
    ocr.check.cache_clear()


@pytest.fixture
def tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tesseract as a stub, which reads the same in every picture."""
    monkeypatch.setattr(pytesseract, "get_languages", lambda: ["chi_sim", "eng"])
    monkeypatch.setattr(
        pytesseract, "image_to_string", lambda *_, **__: "各镇 人民 政府 ： 现将 临政发【2020] 3 号 方案,印发\n\f"
    )


READ = "各镇人民政府：现将临政发〔2020〕3号方案，印发"
BLANK = Image.new("L", (100, 140), 255)
PAGES = [
    (
        pdf("第一行", BLANK, "第三行"),
        f"第一行\n\f{READ}\n\f第三行\n",
        (2,),
        "only the scan of a mixed PDF is recognised",
    ),
    (pdf(BLANK, BLANK), f"{READ}\n\f{READ}\n", (1, 2), "scans alone"),
    (pdf("第一行", ("章", BLANK)), f"第一行\n\f{READ}\n", (2,), "a scan with a stamp"),
    (
        pdf(("县应急局负责排查全县燃气管道的隐患并建立台账", BLANK)),
        "县应急局负责排查全县燃气管道的隐患并建立台账\n",
        (),
        "text on a ground",
    ),
    (pdf("第一行", ""), "第一行\n\f\n", (), "an empty page is no scan"),
    (saved("PNG", BLANK), f"{READ}\n", (1,), "a picture"),
    (saved("JPEG", BLANK), f"{READ}\n", (1,), "a photograph"),
    (saved("TIFF", BLANK, BLANK), f"{READ}\n\f{READ}\n", (1, 2), "pages of a fax"),
]


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize(("data", "text", "pages", "reason"), PAGES, ids=[row[3] for row in PAGES])
def test_scanned_pages_are_recognised(data: bytes, text: str, pages: tuple[int, ...], reason: str) -> None:
    source = decode(data, "a", ocr=True)
    assert (source.text, source.recognised, source.scans) == (text, pages, ()), reason


def test_without_ocr_scans_are_named() -> None:
    source = decode(PAGES[0][0], "a.pdf")
    assert (source.text, source.recognised, source.scans) == ("第一行\n\f\n\f第三行\n", (), (2,))
    with pytest.raises(SourceError, match=r"a\.pdf: a scan.*pages 1 to 2.*--ocr"):
        decode(pdf(BLANK, BLANK), "a.pdf")
    with pytest.raises(SourceError, match=r"a\.png: a picture; give --ocr"):
        decode(saved("PNG", BLANK), "a.png")


TOLD = [((), ""), ((3,), "page 3"), ((1, 2, 3), "pages 1 to 3"), ((2, 5, 6, 9), "pages 2, 5 to 6, 9")]


@pytest.mark.parametrize(("pages", "expected"), TOLD)
def test_pages_are_told(pages: tuple[int, ...], expected: str) -> None:
    assert told(pages) == expected


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as without:
        without.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
        without.setattr(pytesseract, "get_languages", pytesseract.pytesseract.get_languages.__wrapped__)
        with pytest.raises(SourceError, match=r"--ocr: there is no program tesseract; install .*chi-sim"):
            recogniser()
    with monkeypatch.context() as without:
        without.setattr(pytesseract, "get_languages", lambda: ["eng"])
        with pytest.raises(SourceError, match=r"--ocr: .* no data for Chinese \(chi_sim\); install"):
            recogniser()
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "pytesseract", None)
        without.delitem(sys.modules, "extractors.sources.ocr")
        without.delattr(extractors.sources, "ocr")
        with pytest.raises(SourceError, match=r"--ocr: it needs pytesseract.*pip install 'dutygraph\[ocr\]'"):
            recogniser()


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize(
    ("data", "what"),
    [
        (saved("PNG", picture("临溪"))[:300], "cut off or damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "cut off or damaged"),
        (saved("PNG", Image.new("1", (20_000, 20_000))), "far larger than any page"),
    ],
)
def test_pictures_that_cannot_be_read_are_said(data: bytes, what: str) -> None:
    with pytest.raises(SourceError, match=rf"a\.png: .*{what}"):
        decode(data, "a.png", ocr=True)


def test_what_tesseract_cannot_do_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for raised, what in (
        (RuntimeError("timeout"), "more than 300 s"),
        (pytesseract.TesseractError(1, "x"), r"failed \(x\)"),
    ):
        with monkeypatch.context() as failing:
            failing.setattr(pytesseract, "get_languages", lambda: ["chi_sim"])
            failing.setattr(pytesseract, "image_to_string", lambda *_, error=raised, **__: (_ for _ in ()).throw(error))
            with pytest.raises(SourceError, match=rf"a\.pdf, page 1: .*{what}"):
                decode(pdf(BLANK), "a.pdf", ocr=True)


def test_pictures_of_a_folder_are_taken_with_ocr_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "b.png", "c.JPG", "d.tif", "e.gif"):
        (tmp_path / name).write_text("x")
    names = [[path.name for path, _ in find([tmp_path], ocr=ocr)[0]] for ocr in (False, True)]
    assert names == [["a.txt"], ["a.txt", "b.png", "c.JPG", "d.tif"]]


def test_a_source_keeps_what_was_recognised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pytesseract, "get_languages", lambda: ["chi_sim"])
    monkeypatch.setattr(pytesseract, "image_to_string", lambda *_, **__: "二、县财政局负责保障经费。")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(NOTICE, BLANK))
    with Workspace.open(tmp_path / "store", write=True) as workspace:
        assert read(workspace, [path]).scans == {"a.pdf": (2,)}
        assert [record.scans for record in workspace.sources()] == [(2,)]
        report = read(workspace, [path], ocr=True)
        assert (report.replaced, report.scans) == (["a.pdf"], {}), "what was left out is read now"
        [record] = workspace.sources()
        assert (record.scans, record.recognised) == ((), (2,))
        [document] = workspace.documents()
        assert "县财政局" in {duty.agency for duty in document.duties}
        [doubt] = [doubt for doubt in document.doubts if doubt.kind == "recognised"]
        assert workspace.text(document)[doubt.start : doubt.end] == "二、县财政局负责保障经费。"
        assert read(workspace, [path]).skipped == ["a.pdf"], "without --ocr it stays"


def _has_chinese() -> bool:
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "chi_sim" in listed.stdout


real = pytest.mark.skipif(not _has_chinese(), reason="Tesseract with chi_sim is not installed")
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


@real
def test_a_real_scan_gives_the_facts_of_its_text() -> None:
    source = decode(pdf(picture(NOTICE)), "a.pdf", ocr=True)
    [document] = pipeline().extract(source)
    assert (document.number, document.date) == ("临政办发〔2020〕12号", "2020-03-05")
    assert document.title == "临溪县人民政府办公室关于印发临溪县安全整治方案的通知"
    assert [duty.agency for duty in document.duties] == ["县应急局"]
    assert source.recognised == (1,)


@real
@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not at hand")
def test_a_scan_of_the_corpus() -> None:
    source = extractors.sources.read(CORPUS / "H158.pdf", ocr=True)
    assert source.recognised == tuple(range(1, 8))
    text = re.sub(r"\s", "", source.text)
    assert "为积极适应经济发展新常态" in text
    assert "有效期" in text
