"""Makes a PDF of a text: vertical order kept, one line of the text a line on the page, a form feed a new page.

usage: make_pdf.py TEXT OUT.pdf [--title T] [--author A] [--image-only] [--pages N]
"""
import sys

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

FONTS = ["/usr/share/fonts/opentype/ipafont-gothic/ipag.ttf",
         "/usr/share/fonts/truetype/fonts-japanese-gothic.ttf"]
COLUMNS, LINES, SIZE = 76, 46, 11


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
        pdfmetrics.registerFont(TTFont("gothic", next(f for f in FONTS if __import__("os").path.exists(f))))
        for page in text.split("\f"):
            lines = [part for line in page.rstrip("\n").split("\n") for part in wrapped(line)]
            for start in range(0, max(len(lines), 1), LINES):
                out.setFont("gothic", SIZE)
                for i, line in enumerate(lines[start:start + LINES]):
                    out.drawString(60, 790 - i * 16, line)
                out.showPage()
    out.save()


main(sys.argv[1:])
