"""Files of every format that newsrooms keep, each told by its content: mails, saved pages, feeds, tables, PDFs, legacy encodings;
and hostile ones, which are named while the rest is read."""
import gzip
import shutil
import unittest
import zipfile
from email.message import EmailMessage

import program
from program import Case, run

FERRY = "The ferry to Lund was stopped on Monday, the harbour master said."


def pdf(pages, info=b""):
    """A PDF whose pages are lists of (left, height above the foot, size of type, text)."""
    objects = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    first = 2
    kids = b" ".join(b"%d 0 R" % (first + 2 * i + 1) for i in range(len(pages)))
    tree = first + 2 * len(pages)
    for i, page in enumerate(pages):
        text = b"".join(b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y, words.encode("cp1252")) for x, y, size, words in page)
        objects += [b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
                    b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 1 0 R >> >> >>"
                    % (tree, first + 2 * i)]
    objects += [b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids), b"<< /Type /Catalog /Pages %d 0 R >>" % tree,
                b"<< " + info + b" >>"]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1, table, len(places) + 1, len(places) - 1, len(places), len(out))


def report_pdf():
    pages = []
    for number in (1, 2):
        lines = [(50, 815, 8, f"Lund Office for Rescue, Report {number}"), (280, 20, 8, f"Page {number} of 2")]
        if number == 1:
            lines += [(50, 760, 20, "Floods in the Tosk valley")]
        left = ["The water rose on Monday, the res-", "cue office said, and the bridge at", "Lund is closed until Thursday, the"]
        right = ["mayor of the town added. No boats", "are left to go over to Velbrano, in", "which the school is under water."]
        lines += [(50, 700 - 14 * i, 10, text) for i, text in enumerate(left)] if number == 1 else []
        lines += [(300, 701 - 14 * i, 10, text) for i, text in enumerate(right)] if number == 1 else [(50, 700, 10, "Rain is expected.")]
        pages.append(lines)
    return pdf(pages, b"/Title (Microsoft Word - a.docx) /Author (Ann Example) /CreationDate (D:20310506101500+02'00')")


class Formats(Case):
    def ingest(self, *paths, code=0):
        done = self.check(run("ingest", *paths), code)
        return program.rows(done.stdout), done.stderr.decode()

    def mail(self):
        mail = EmailMessage()
        mail["From"], mail["To"], mail["Subject"] = "Bo Sample <bo@paper.example>", "x@y.example", "Ferry – stopped"
        mail["Date"] = "Mon, 05 May 2031 10:00:00 +0000"
        mail.set_content(FERRY + "\n")
        mail.add_alternative(f"<h1>Ferry stopped</h1><p>{FERRY}</p>", subtype="html")
        mail.add_attachment(b'{"text": "Rain fell on Tosk."}\n{"text": "Snow fell."}\n', maintype="application", subtype="json", filename="l.jsonl")
        mail.add_attachment(b"\x89PNG..", maintype="image", subtype="png", filename="a.png")
        inner = EmailMessage()
        inner["From"], inner["Date"] = "Ann <ann@paper.example>", "Sun, 04 May 2031 09:00:00 +0000"
        inner.set_content("Hail fell on Lund.\n")
        mail.add_attachment(inner)
        return bytes(mail)

    def test_a_mail_and_what_is_attached_to_it(self):
        found, _ = self.ingest(self.write("saved", self.mail()))
        self.assertEqual([d["path"] for d in found], ["saved", "saved!l.jsonl:1", "saved!l.jsonl:2", "saved!part-6.eml"])
        self.assertEqual((found[0]["title"], found[0]["bylines"], found[0]["published"]["start"]), ("Ferry – stopped", ["Bo Sample"], "2031-05-05"))
        self.assertIn("a.png", found[0]["warnings"][0])
        self.assertEqual(found[3]["text"], "Hail fell on Lund.\n")

    def test_a_saved_page(self):
        page = ("From: <Saved by a browser>\r\nSnapshot-Content-Location: https://post.example/2031/a\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html; charset=windows-1251\r\n"
                "Content-Transfer-Encoding: base64\r\nContent-Location: https://post.example/2031/a\r\n\r\nPHA+z+7w8jwvcD4=\r\n--x--\r\n")
        found, _ = self.ingest(self.write("page", page))
        self.assertEqual((found[0]["text"], found[0]["url"]), ("Порт", "https://post.example/2031/a"))

    def test_a_feed_in_gzip_in_a_zip(self):
        feed = (f"<rss><channel><title>Tosk Post</title><item><title>A</title><link>https://tosk.example/a</link><pubDate>5 May 2031</pubDate>"
                f"<content:encoded><![CDATA[<p>{FERRY}</p>]]></content:encoded></item><item><description>Rain.</description></item></channel></rss>")
        path = self.folder / "news.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("feeds/a.gz", gzip.compress(feed.encode()))
        found, _ = self.ingest(path)
        self.assertEqual([d["path"] for d in found], ["news.zip!feeds/a.gz:1", "news.zip!feeds/a.gz:2"])
        self.assertEqual((found[0]["text"], found[0]["outlet"], found[0]["published"]["basis"]), (FERRY, "Tosk Post", "feed"))
        self.assertIn("summary", found[1]["warnings"][-1])

    def test_a_table_and_its_broken_rows(self):
        table = self.write("t.csv", f'Headline;Body\nA;"{FERRY}"\nB;Rain;fell\nC;"Snow" fell\nD;"Hail\nfell."\n')
        found, errors = self.ingest(table, code=3)
        self.assertEqual([(d["path"], d["title"]) for d in found], [("t.csv:2", "A"), ("t.csv:5", "D")])
        self.assertIn("t.csv:3: The row has 3 cells", errors)
        self.assertIn("t.csv:4: ", errors)

    def test_columns_are_named_by_an_option(self):
        table = self.write("t.csv", f"Kopf,Corpo\nA,{FERRY.replace(',', '')}\n")
        self.ingest(table, code=3)
        found, _ = self.ingest(table, "--columns", "text=Corpo,title=Kopf")
        self.assertEqual(found[0]["title"], "A")
        lines = self.write("l.jsonl", '{"Corpo": "Rain fell.", "Kopf": "B"}\n')
        found, _ = self.ingest(lines, "--columns", "text=Corpo,title=Kopf")
        self.assertEqual((found[0]["title"], found[0]["text"]), ("B", "Rain fell."))
        self.check(run("ingest", table, "--columns", "corpo"), 2)

    def test_legacy_encodings_are_told_apart(self):
        for text, charset in (("Мост закрыт со вчерашнего утра, сказал мэр города.", "koi8-r"),
                              ("أغلق الجسر صباح أمس، قال الوزير للصحفيين.", "windows-1256"),
                              ("Köprü dün kapatıldı, ulaşım durdu, dağ yolu açık.", "iso-8859-9"),
                              ("Le pont a été fermé hier, a déclaré le préfet à Évreux.", "windows-1252"),
                              ("The bridge was closed yesterday.", "utf-16")):
            found, _ = self.ingest(self.write(f"{charset}.txt", text.encode(charset)))
            self.assertEqual(found[0]["text"], text, charset)
            self.assertIn("converted", found[0]["warnings"][0])

    @unittest.skipUnless(shutil.which("pdftotext"), "pdftotext (poppler-utils) is not installed")
    def test_a_pdf_in_reading_order(self):
        found, _ = self.ingest(self.write("sitrep", report_pdf()))
        document = found[0]
        text = document["text"].encode()
        blocks = [(b["kind"], text[b["begin"]:b["end"]].decode()) for b in document["blocks"]]
        self.assertEqual(blocks[0], ("title", "Floods in the Tosk valley"))
        self.assertEqual(blocks[1][1], "The water rose on Monday, the rescue office said, and the bridge at Lund is closed until Thursday, the mayor "
                         "of the town added. No boats are left to go over to Velbrano, in which the school is under water.")
        self.assertEqual([kind for kind, _ in blocks[-2:]], ["furniture", "furniture"])
        self.assertEqual((document["title"], document["bylines"], document["published"]["start"]),
                         ("Floods in the Tosk valley", ["Ann Example"], "2031-05-06"))

    def test_a_pdf_without_the_program_that_reads_it(self):
        done = run("ingest", self.write("sitrep.pdf", report_pdf()), env={"PATH": str(self.folder)})
        self.check(done, 3)
        self.assertIn(b"poppler-utils", done.stderr)


class Hostile(Case):
    """Each is named by its limit or read; none takes more than its bytes are worth; the good file beside it is read."""
    HEAD = b"From: a@b.example\nDate: 5 May 2031 10:00 +0000\n"

    def check_beside(self, name, content, code, message=None):
        self.write("z.txt", "Rain fell on Tosk.\n")
        done = self.check(run("ingest", self.write(name, content), self.folder / "z.txt"), code)
        self.assertIn(b"Rain fell on Tosk.", done.stdout)
        if message:
            self.assertIn(message, done.stderr.decode())

    def test_nesting(self):
        parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(10_000))
        self.check_beside("deep.eml", self.HEAD + parts + b"\nHail.\n", 3, "64 levels")
        mails = b"Hail fell.\n"
        for i in range(40):
            mails = self.HEAD + b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\nContent-Type: message/rfc822\n\n" % (i, i) + mails
        self.check_beside("mails.eml", mails, 3, "more than 7 others")
        self.check_beside("deep.xml", b"<rss><item><description>Hail.</description>" + b"<a>" * 100_000, 0)

    def test_numbers(self):
        self.check_beside("headers.eml", self.HEAD + b"X: y\n" * 1_000_000 + b"\nHail.\n", 0)
        self.check_beside("parts.eml", self.HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 100_000, 3, "10000")
        self.check_beside("cells.csv", b"title,text\n" + b"," * 1_000_000 + b"\nA,Hail.\n", 3, "cells.csv:2")

    def test_length(self):
        self.check_beside("line.eml", self.HEAD + b"\n" + b"a" * 10_000_000, 0)
        self.check_beside("line.xml", b"<rss><item><description>" + b"a" * 10_000_000, 3, "8388608 bytes")
        self.check_beside("line.csv", b"title,text\nA," + b"a" * 40_000_000, 3, "33554432 bytes")

    def test_entities(self):
        bomb = "".join(f'<!ENTITY b{i} "{f"&b{i - 1};" * 10}">' for i in range(1, 30))
        self.check_beside("bomb.xml", f'<!DOCTYPE rss [<!ENTITY b0 "x">{bomb}]><rss><item><description>&b29; Hail.</description></item></rss>'.encode(), 0)

    def test_damage(self):
        self.check_beside("nul.eml", self.HEAD + b"\n" + b"\0" * 100_000 + b"Hail.", 0)
        if shutil.which("pdftotext"):
            self.check_beside("cut.pdf", report_pdf()[:200], 3, "damaged")
            loop = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 9 /Kids [2 0 R] >>\nendobj\n"
            self.check_beside("loop.pdf", loop + b"trailer << /Root 1 0 R /Size 3 >>\n", 3, "loop.pdf")


if __name__ == "__main__":
    program.main(needs_models=False)
