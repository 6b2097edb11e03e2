"""The server as a browser sees it.

usage: web_test.py WEB JSEARCH ARCHIVE          by urllib
       web_test.py WEB JSEARCH ARCHIVE browser  in headless Chromium; status 77 where it is not installed
"""
import base64
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode

from chromium import Browser

EVIL = "<script>document.title='owned'</script>\"'><img src=x onerror=\"document.title='owned'\">"
HOSTILE = {"id": EVIL, "title": EVIL, "author": EVIL, "topic": "悪意/" + EVIL.replace("/", "\\"), "date": "2024",
           "body": "危険 " + EVIL}


class Page(HTMLParser):
    """Elements, links with their text, and all text of a page."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.links, self.marks, self.text = [], [], [], ""
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag == "a":
            self.links.append([dict(attributes), ""])
        if tag == "mark":
            self.marks.append("")

    def handle_data(self, data):
        self.text += data
        if self.links:
            self.links[-1][1] += data
        if self.marks and not self.marks[-1]:
            self.marks[-1] = data

    def link(self, text):
        return next(a for a, shown in self.links if re.sub(r"\s+", " ", shown).strip().startswith(text))


class WebTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        index = os.path.join(cls.folder, "web.idx")
        command = [JSEARCH, "index", "-i", index, "--topics", os.path.join(ARCHIVE, "topics.tsv")]
        subprocess.run([*command, ARCHIVE], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([*command, "-"], check=True, stdout=subprocess.DEVNULL, input=json.dumps(HOSTILE).encode())
        cls.server = subprocess.Popen([WEB, index, "0"], stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.server.stdout.close)
        cls.addClassCleanup(cls.server.wait)
        cls.addClassCleanup(cls.server.kill)
        cls.address = cls.server.stdout.readline().strip().rstrip("/")

    def get(self, path, parameters=(), headers={}):
        target = self.address + path + ("?" + urlencode(parameters) if parameters else "")
        with urllib.request.urlopen(urllib.request.Request(target, headers=headers), timeout=30) as answer:
            return answer.read().decode("utf-8"), answer.headers

    def page(self, *parameters):
        return Page(self.get("/", parameters)[0])

    def status(self, *arguments, **more):
        try:
            self.get(*arguments, **more)
        except urllib.error.HTTPError as error:
            with error:
                self.assertIn("Content-Security-Policy", error.headers)
                return error.code, error.read().decode("utf-8")
        return 200, ""


class ServerTest(WebTest):
    def test_hits_have_marks(self):
        page = self.page(("q", "水素"))
        self.assertIn("水素を迎える港の条件", page.text)
        self.assertEqual(set(page.marks), {"水素"})

    def test_facets_count_beside_their_own_filter(self):
        everything = json.loads(self.get("/search", [("q", "電気")])[0])
        chosen = json.loads(self.get("/search", [("q", "電気"), ("topic", "電力")])[0])
        self.assertLess(chosen["total"]["value"], everything["total"]["value"])
        self.assertLess(sum(v["count"] for v in chosen["facets"]["date"]), sum(v["count"] for v in everything["facets"]["date"]))
        before, after = ({v["value"]: v["count"] for v in found["facets"]["topic"]} for found in (everything, chosen))
        self.assertEqual(before, after)
        self.assertEqual(chosen["total"]["value"], after["電力"])

    def test_a_click_sets_a_filter_and_the_next_one_drops_it(self):
        page = self.page(("q", "電気"))
        first = Page(self.get(page.link("電力")["href"])[0])
        second = Page(self.get(first.link("国際")["href"])[0])  # another of the same facet: either
        ticked = [text.split()[0] for a, text in second.links if a.get("aria-current") == "true" and "rel" in a]
        self.assertEqual(sorted(ticked), ["国際", "電力"])
        back = Page(self.get(second.link("国際")["href"])[0])
        self.assertEqual(back.text, first.text)

    def test_years_are_links(self):
        page = self.page(("q", ""))
        years = [a["href"] for a, _ in page.links if "date=" in a["href"]]
        self.assertGreaterEqual(len(years), 7)
        year = json.loads(self.get("/search" + years[0][1:])[0])
        self.assertTrue(all(hit["date"].startswith(years[0][-4:]) for hit in year["hits"]))

    def test_pages(self):
        first = self.page(("q", ""))
        second = Page(self.get(next(a for a, _ in first.links if a.get("rel") == "next")["href"])[0])
        hits = [{a["href"] for a, _ in page.links if a["href"].startswith("/document")} for page in (first, second)]
        self.assertEqual((len(hits[0]), len(hits[1]), len(hits[0] & hits[1])), (10, 10, 0))

    def test_did_you_mean(self):
        self.assertIn("もしかして", self.page(("q", "エネルギイー")).text)

    def test_nothing_of_a_document_or_an_address_becomes_an_element(self):
        address = "/document?" + urlencode({"id": EVIL, "q": EVIL})
        for html in (self.get("/", [("q", "危険")])[0], self.get("/", [("q", EVIL), ("topic", EVIL), ("author", EVIL)])[0],
                     self.get("/", [("q", ""), ("author", EVIL)])[0], self.get(address)[0]):
            page = Page(html)
            self.assertEqual([a for tag, a in page.elements if tag == "script"], [{"src": "/script.js", "defer": None}])
            self.assertNotIn("img", [tag for tag, _ in page.elements])
            self.assertFalse([name for _, a in page.elements for name in a if name.startswith("on") or name == "style"])
            self.assertIn("document.title='owned'", page.text + str(page.elements))
            self.assertTrue(all(a["href"].startswith("/") for a, _ in page.links))

    def test_what_is_too_long_or_odd_is_refused(self):
        self.assertEqual(self.status("/", [("q", "あ" * 201)])[0], 400)
        self.assertEqual(self.status("/?q=%ff%fe")[0], 400)
        self.assertEqual(self.status("/?q=%ed%a0%80")[0], 400)
        for page in ("0", "-1", "x", "101", "99999999999999999999"):
            self.assertEqual(self.status("/", [("q", ""), ("page", page)])[0], 400)
        self.assertEqual(self.status("/", [("author", str(n)) for n in range(41)])[0], 400)
        status, page = self.status("/", [("date", "<b>never")])
        self.assertEqual((status, "<b>" in page), (400, False))
        self.assertEqual(self.status("/document?id=none")[0], 404)
        self.assertEqual(self.status("/etc/passwd")[0], 404)

    def test_foreign_names_are_refused(self):
        port = self.address.rsplit(":", 1)[1]
        self.assertEqual(self.status("/", headers={"Host": "evil.example:" + port})[0], 421)
        self.assertEqual(self.status("/search?q=", headers={"Host": "127.0.0.1"})[0], 421)
        self.assertEqual(self.status("/", headers={"Host": "localhost:" + port})[0], 200)

    def test_it_listens_on_loopback_alone(self):
        port = int(self.address.rsplit(":", 1)[1])
        other = socket.socket()
        self.addCleanup(other.close)
        other.bind(("127.0.0.2", port))  # would be taken if the server had bound all addresses

    def test_completions(self):
        answer = json.loads(self.get("/suggest", [("q", "ene")])[0])
        self.assertIn("エネルギー", "".join(c["text"] for c in answer["completions"]))

    def test_many_at_once(self):
        totals = []

        def ask():
            totals.extend(json.loads(self.get("/search", [("q", "電気")])[0])["total"]["value"] for _ in range(10))
        threads = [threading.Thread(target=ask) for _ in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual((len(totals), len(set(totals))), (120, 1))


class BrowserTest(WebTest):
    def browse(self, path, *options):
        done = subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=3000",
             "--user-data-dir=" + os.path.join(self.folder, "profile"), *options, self.address + path],
            check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120)
        return done.stdout.decode("utf-8")

    def test_the_script_runs_and_that_of_a_document_does_not(self):
        for path in ("/?q=" + quote("危険"), "/?q=" + quote(EVIL), "/document?id=" + quote(EVIL)):
            dom = self.browse(path, "--dump-dom")
            self.assertIn('role="combobox"', dom)  # set by script.js, so the policy lets it in
            self.assertNotIn("<title>owned", dom)

    def test_hits_and_completions_follow_the_keys(self):
        browser = Browser(CHROMIUM, os.path.join(self.folder, "typing"))
        self.addCleanup(browser.close)
        browser.call("Page.navigate", url=self.address + "/?q=")
        browser.wait_for("document.querySelector('[role=listbox]') !== null")
        browser.value("window.stays = true; document.getElementById('q').focus()")
        browser.call("Input.insertText", text="水素を")
        browser.wait_for("document.querySelector('article h3').innerText.includes('水素を迎える港の条件')")
        browser.wait_for("document.querySelectorAll('[role=option]').length > 0")
        browser.press("ArrowDown")
        completion = browser.value("document.querySelector('[role=option][aria-selected=true]').firstChild.data")
        browser.press("Enter")
        browser.wait_for("document.querySelector('[role=listbox]').hidden")
        self.assertEqual(browser.value("document.getElementById('q').value"), completion)
        before = browser.value("document.querySelector('.count').innerText")
        browser.value("document.querySelector('aside li a').click()")
        browser.wait_for("document.querySelector('.chips') !== null")
        self.assertIn("topic=", browser.value("location.search"))
        browser.value("document.querySelector('.chips a').click()")
        browser.wait_for("document.querySelector('.chips') === null")
        self.assertEqual(browser.value("document.querySelector('.count').innerText"), before)
        self.assertTrue(browser.value("window.stays"))  # all of it in one page

    def test_a_phone_needs_no_scrolling_to_the_side(self):
        browser = Browser(CHROMIUM, os.path.join(self.folder, "phone"))
        self.addCleanup(browser.close)
        browser.call("Emulation.setDeviceMetricsOverride", width=360, height=740, deviceScaleFactor=2, mobile=True)
        browser.call("Page.navigate", url=self.address + "/?q=" + quote("電気") + "&topic=" + quote("電力"))
        browser.wait_for("document.querySelector('.chips') !== null && document.readyState === 'complete'")
        self.assertEqual(browser.value("document.documentElement.scrollWidth"), 360)
        self.assertEqual(browser.value("getComputedStyle(document.querySelector('aside')).display"), "none")
        browser.value("document.querySelector('.bar label').click()")
        browser.wait_for("getComputedStyle(document.querySelector('aside')).display === 'block'")
        self.assertEqual(browser.value("document.documentElement.scrollWidth"), 360)
        if os.environ.get("WEB_TEST_PICTURE"):
            Path(os.environ["WEB_TEST_PICTURE"]).write_bytes(
                base64.b64decode(browser.call("Page.captureScreenshot")["data"]))

    def test_a_picture_is_drawn(self):
        for width in (1280, 500):
            picture = Path(self.folder, f"{width}.png")
            self.browse("/?q=" + quote("電気"), f"--window-size={width},900", f"--screenshot={picture}")
            self.assertEqual(picture.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")
            self.assertGreater(picture.stat().st_size, 30000)  # an empty page takes some 5 KB


if __name__ == "__main__":
    WEB, JSEARCH, ARCHIVE = sys.argv[1:4]
    CHROMIUM = shutil.which("chromium")
    browser = sys.argv[4:] == ["browser"]
    if browser and not CHROMIUM:
        print("skipped: chromium is not installed")
        sys.exit(77)
    tests = unittest.defaultTestLoader.loadTestsFromTestCase(BrowserTest if browser else ServerTest)
    sys.exit(not unittest.TextTestRunner(verbosity=2).run(tests).wasSuccessful())
