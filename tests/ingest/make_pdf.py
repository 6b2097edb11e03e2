"""Makes a PDF of a text: vertical order kept, one line of the text a line on the page, a form feed a new page.

usage: make_pdf.py TEXT OUT.pdf [--title T] [--author A] [--image-only] [--pages N]
       make_pdf.py --folder TEXTS PDFS
       make_pdf.py --bomb OUT.pdf
"""
import os
import sys
import zlib

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONTS = ["/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf",
         "/usr/share/fonts/truetype/fonts-japanese-gothic.ttf"]
COLUMNS, LINES, SIZE = 86, 46, 11


def columns(text):
    return sum(1 if ord(c) < 0x2000 else 2 for c in text)


def wrapped(line):
    """Breaks between any two characters, in Latin words too only where a word is too long."""
    out = ""
    for c in line:
        if columns(out) + columns(c) > COLUMNS:
            cut = len(out)
            while c.isascii() and c != " " and cut > 0 and out[cut - 1].isascii() and out[cut - 1] != " ":
                cut -= 1
            if cut == 0:
                cut = len(out)
            yield out[:cut]
            out = out[cut:].lstrip(" ")
        out += c
    yield out


def main(words):
    option = {w: words[i + 1] for i, w in enumerate(words[:-1]) if w.startswith("--")}
    with open(words[0], encoding="utf-8") as file:
        text = file.read()
    out = canvas.Canvas(words[1], pagesize=A4, invariant=1)
    if "--title" in option:
        out.setTitle(option["--title"])
    if "--author" in option:
        out.setAuthor(option["--author"])
    if "--image-only" in words:
        out.rect(100, 100, 300, 500, fill=1)
        out.showPage()
    elif "--pages" in option:
        for _ in range(int(option["--pages"])):
            out.showPage()
    else:
        pdfmetrics.registerFont(TTFont("gothic", next(f for f in FONTS if os.path.exists(f))))
        for page in text.split("\f"):
            lines = [part for line in page.rstrip("\n").split("\n") for part in wrapped(line)]
            for start in range(0, max(len(lines), 1), LINES):
                out.setFont("gothic", SIZE)
                for i, line in enumerate(lines[start:start + LINES]):
                    out.drawString(60, 790 - i * 16, line)
                out.showPage()
    out.save()


def bomb(path):
    """A page whose contents are some kilobytes that unfold, twice, into a gigabyte of text."""
    pack = zlib.compressobj(9)
    piece = b"(waiting ships) Tj " * 50000
    inner = b"".join([pack.compress(b"BT /F1 9 Tf ")] + [pack.compress(piece) for _ in range(1100)] + [pack.flush()])
    contents = zlib.compress(inner, 9)
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
             b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
             b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(contents), contents),
             b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = b"%PDF-1.5\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start
    with open(path, "wb") as file:
        file.write(out)


if sys.argv[1] == "--bomb":
    bomb(sys.argv[2])
elif sys.argv[1] == "--folder":
    for name in sorted(os.listdir(sys.argv[2])):
        main([os.path.join(sys.argv[2], name), os.path.join(sys.argv[3], name[:-len(".txt")] + ".pdf")])
else:
    main(sys.argv[1:])
