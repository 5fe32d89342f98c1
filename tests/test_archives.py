"""Archives and compressed inputs: every report in them is read, damage costs what it lies in, bombs are stopped."""
import base64
import gzip
import hashlib
import io
import json
import resource
import struct
import subprocess
import tarfile
import zipfile
import zlib

import program
from program import Case, run

WORDS = "The harbour master of {0} closed the quay on Tuesday after a crane fell on a barge, the port office said."


def page(place):
    return f"<!DOCTYPE html><html><head><title>Crane falls in {place}</title></head><body><h1>Crane falls in {place}</h1><p>{WORDS.format(place)}</p></body></html>"


def record(kind, uri, block, content_type="application/http;msgtype=response"):
    if isinstance(block, str):
        block = block.encode()
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2031-03-04T05:06:07Z\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def response(body, headers="", status="200 OK", content_type="text/html; charset=utf-8"):
    if isinstance(body, str):
        body = body.encode()
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}\r\n".encode() + body


def crawl(*places):
    """A web archive as crawlers write it: a request, a response and a picture for each page."""
    out = [record("warcinfo", "", "software: none\r\n", "application/warc-fields")]
    for place in places:
        uri = f"https://news.example/{place}"
        out.append(record("request", uri, f"GET /{place} HTTP/1.1\r\n\r\n"))
        out.append(record("response", uri, response(page(place))))
        out.append(record("response", uri + ".png", response(b"\x89PNG\r\n", content_type="image/png")))
        out.append(record("response", uri + "/old", response("<p>Moved.</p>", status="301 Moved")))
    return out


def tar(files):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def zipped(files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


class Read(Case):
    def ingest(self, source, code=0, **more):
        done = self.check(run("ingest", source, **more), code)
        return program.rows(done.stdout), done.stderr.decode()

    def paths(self, source, **more):
        return [row["path"] for row in self.ingest(source, **more)[0]]


class Archives(Read):
    def test_each_layer_is_told_by_its_bytes_whatever_the_name(self):
        html = page("Velbrano").encode()
        texts = set()
        for name, content in {"a.html": html, "b": gzip.compress(html), "c.dat": tar({"x/p.html": html}), "d.html": zipped({"p.htm": html}),
                              "e.txt": b"".join(crawl("Velbrano")), "f.tar": gzip.compress(tar({"p.html": html}))}.items():
            rows, _ = self.ingest(self.write("in/" + name, content))
            self.assertEqual(len(rows), 1, name)
            texts.add(rows[0]["text"])
        self.assertEqual(len(texts), 1)

    def test_a_folder_holds_archives_beside_reports(self):
        self.write("in/a.tar.gz", gzip.compress(tar({"x/p.html": page("Velbrano").encode(), "x/style.css": b"p {}", "x/._p.html": b"x"})))
        self.write("in/b.zip", zipped({"q.txt": WORDS.format("Tosk"), "../../up.txt": WORDS.format("Moru"), "logo.png": b"\x89PNG"}))
        self.write("in/c.txt", WORDS.format("Lika"))
        self.assertEqual(self.paths(self.folder / "in"), ["a.tar.gz!x/p.html", "b.zip!q.txt", "b.zip!../../up.txt", "c.txt"])
        self.assertEqual(sorted(p.name for p in self.folder.rglob("*") if p.is_file()), ["a.tar.gz", "b.zip", "c.txt"])

    def test_archives_lie_in_archives(self):
        warc = b"".join(map(gzip.compress, crawl("Velbrano", "Tosk")))
        source = self.write("all.zip", zipped({"crawls.tar": tar({"one.warc.gz": warc})}))
        self.assertEqual(self.paths(source), ["all.zip!crawls.tar!one.warc.gz:3", "all.zip!crawls.tar!one.warc.gz:7"])

    def test_standard_input_takes_every_format(self):
        html = page("Velbrano").encode()
        for content in (html, gzip.compress(html), zipped({"p.html": html}), gzip.compress(zipped({"p.html": html})), tar({"p.html": html}),
                        b"".join(crawl("Velbrano")), b"".join(map(gzip.compress, crawl("Velbrano"))), json.dumps({"html": html.decode()}).encode()):
            rows, _ = self.ingest("-", input=content)
            self.assertEqual([r["title"] for r in rows], ["Crane falls in Velbrano"])
        with open(self.write("a.zip", zipped({"p.html": html})), "rb") as file:
            self.assertEqual(len(self.ingest("-", stdin=file)[0]), 1)

    def test_pipes_are_read(self):
        with subprocess.Popen(["cat", self.write("a.gz", gzip.compress(page("Tosk").encode()))], stdout=subprocess.PIPE) as cat:
            rows, _ = self.ingest(f"/proc/self/fd/{cat.stdout.fileno()}", pass_fds=[cat.stdout.fileno()])
        self.assertEqual(len(rows), 1)

    def test_web_archives_give_url_and_day_of_capture(self):
        for content in (b"".join(crawl("Velbrano", "Tosk")), b"".join(map(gzip.compress, crawl("Velbrano", "Tosk"))),
                        gzip.compress(b"".join(crawl("Velbrano", "Tosk")))):
            rows, _ = self.ingest(self.write("crawl.warc", content))
            self.assertEqual([(r["path"], r["url"]) for r in rows],
                             [("crawl.warc:3", "https://news.example/Velbrano"), ("crawl.warc:7", "https://news.example/Tosk")])
            published = rows[0]["published"]
            self.assertEqual((published["start"], published["end"], published["basis"]), (None, "2031-03-04", "captured"))

    def test_records_of_other_kinds_are_read_where_they_hold_reports(self):
        text = WORDS.format("Velbrano")
        records = [record("resource", "file:///a.html", page("Tosk"), "text/html"), record("conversion", "https://b.example/", text, "text/plain"),
                   record("revisit", "https://c.example/", response("")), record("metadata", "https://d.example/", "a: b", "application/warc-fields"),
                   record("response", "https://e.example/robots.txt", response("User-agent: *", content_type="text/plain"))]
        rows, _ = self.ingest(self.write("a.warc", b"".join(records)))
        self.assertEqual([r["url"] for r in rows], ["file:///a.html", "https://b.example/"])
        self.assertEqual(rows[1]["text"], text)

    def test_bodies_are_decoded(self):
        body = page("Velbrano").encode()
        chunked = b"%x\r\n%s\r\n%x;x=1\r\n%s\r\n0\r\n\r\n" % (100, body[:100], len(body) - 100, body[100:])
        latin = page("Møllehavn").encode("latin-1")
        packed = zlib.compressobj(wbits=-15)
        records = [response(chunked, "Transfer-Encoding: chunked\r\n"), response(gzip.compress(body), "Content-Encoding: gzip\r\n"),
                   response(zlib.compress(body), "Content-Encoding: deflate\r\n"), response(packed.compress(body) + packed.flush(), "Content-Encoding: deflate\r\n"),
                   response(body, "Content-Encoding: gzip\r\n"), response(latin, content_type="text/html; charset=iso-8859-1")]
        rows, _ = self.ingest(self.write("a.warc", b"".join(record("response", f"https://n.example/{i}", r) for i, r in enumerate(records))))
        self.assertEqual([r["title"] for r in rows], ["Crane falls in Velbrano"] * 5 + ["Crane falls in Møllehavn"])

    def test_brotli_bodies_are_decoded(self):
        # The page of Velbrano as a brotli encoder wrote it; the standard library has none.
        packed = base64.b64decode("G/AA4IyTXPnqls4t1a9bDIUS7ccxCQ6UzWDyDFHZ8jRQ7e+LijDqktFuI53AdEN2PRbEo9SuMin5QQWtYhhuNXyGbS1GbhTsph6Fd2YllCM70Cne"
                                  "H3CWwBDlvI8fGV/7rU6MqV0MpIVQ1rIG2pL9FcQPwBkOLgc=")
        records = [response(packed, "Content-Encoding: br\r\n"), response(packed[:60], "Content-Encoding: br\r\n"), response(page("Tosk"))]
        rows, errors = self.ingest(self.write("a.warc", b"".join(record("response", f"https://n.example/{i}", r) for i, r in enumerate(records))), code=3)
        self.assertEqual([r["title"] for r in rows], ["Crane falls in Velbrano", "Crane falls in Tosk"])
        self.assertEqual(rows[0]["sha256"], hashlib.sha256(page("Velbrano").encode()).hexdigest())
        self.assertIn("a.warc:2", errors)

    def test_large_zips_say_their_sizes_in_64_bits(self):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("p.html", "w", force_zip64=True) as member:
            member.write(page("Velbrano").encode())
        self.assertEqual(self.paths(self.write("a.zip", buffer.getvalue())), ["a.zip!p.html"])
        directory = buffer.getvalue().rindex(b"PK\5\6")
        start, size = struct.unpack("<II", buffer.getvalue()[directory + 12:directory + 20])[::-1]
        end64 = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, size, start)
        locator = struct.pack("<4sIQI", b"PK\6\7", 0, directory, 1)
        end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
        self.assertEqual(self.paths(self.write("b.zip", buffer.getvalue()[:directory] + end64 + locator + end)), ["b.zip!p.html"])

    def test_wacz_gives_its_pages_once(self):
        warc = b"".join(map(gzip.compress, crawl("Velbrano")))
        pages = json.dumps({"url": "https://news.example/Velbrano", "text": WORDS.format("Velbrano")}) + "\n"
        source = self.write("a.wacz", zipped({"pages/pages.jsonl": pages, "archive/data.warc.gz": warc, "indexes/index.cdx": "x", "datapackage.json": "{}"}))
        self.assertEqual(self.paths(source), ["a.wacz!archive/data.warc.gz:3"])

    def test_office_files_are_no_archives_of_reports(self):
        source = self.write("in/a.docx", zipped({"[Content_Types].xml": "<?xml version='1.0'?><x/>", "word/document.xml": "<?xml version='1.0'?><p>Text</p>"}))
        self.assertIn("office", self.ingest(source, code=3)[1])
        self.write("in/b.txt", WORDS.format("Tosk"))
        self.assertEqual(self.paths(self.folder / "in"), ["b.txt"])

    def test_an_archive_without_reports_is_no_document(self):
        done = self.check(run("ingest", self.write("a.zip", zipped({"logo.png": b"\x89PNG"}))), 1)
        self.assertIn(b"no report", done.stderr)


class Damage(Read):
    def test_what_is_whole_before_a_cut_is_read(self):
        good = {"a.txt": WORDS.format("Velbrano").encode(), "b.txt": WORDS.format("Tosk").encode() + bytes(range(256)).hex().encode() * 40}
        warc = [gzip.compress(r) for r in crawl("Velbrano", "Tosk")]
        cases = {"a.tar": tar(good)[:1200], "b.zip": zipped(good)[:-200], "c.warc.gz": b"".join(warc[:6]) + warc[6][:60],
                 "d.tar.gz": gzip.compress(tar({**good, "c.txt": bytes(500_000)}))[:600], "e.warc": b"".join(crawl("Velbrano", "Tosk"))[:-20]}
        for name, content in cases.items():
            rows, errors = self.ingest(self.write("in/" + name, content), code=3)
            self.assertGreaterEqual(len(rows), 1, name)
            self.assertIn(name, errors)
        rows, _ = self.ingest(self.folder / "in", code=3)
        self.assertGreaterEqual(len(rows), len(cases), "the inputs behind a damaged one are read")

    def test_every_cut_is_survived(self):
        source = self.write("all.zip", zipped({"crawls.tar": tar({"one.warc.gz": b"".join(map(gzip.compress, crawl("Tosk")))})})).read_bytes()
        for size in range(0, len(source), 97):
            self.assertIn(run("ingest", self.write("cut.zip", source[:size])).returncode, (0, 1, 3), size)

    def test_a_damaged_record_costs_that_record(self):
        records = [bytearray(gzip.compress(r)) for r in crawl("Velbrano", "Tosk", "Moru")]
        records[6][len(records[6]) // 2] ^= 0xFF
        rows, errors = self.ingest(self.write("a.warc.gz", b"".join(records)), code=3)
        self.assertEqual([r["title"] for r in rows], ["Crane falls in Velbrano", "Crane falls in Moru"])
        self.assertIn("a.warc.gz:", errors)

    def test_an_error_names_archive_and_member(self):
        self.assertIn("a.zip!a.txt: ", self.ingest(self.write("a.zip", zipped({"a.txt": b""})), code=3)[1])


class Bombs(Read):
    """No run may take more than this of memory; the limit is set from outside."""
    MOST = 400 << 20

    def ingest(self, source, code=0, **more):
        limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (self.MOST, self.MOST))  # noqa: E731
        return super().ingest(source, code=code, preexec_fn=limit, **more)

    def test_a_bomb_costs_itself_and_its_error_names_member_and_limit(self):
        bomb = gzip.compress(gzip.compress(b"<html><p>" + b"a" * (300 << 20)))
        rows, errors = self.ingest(self.write("a.zip", zipped({"a.txt": WORDS.format("Tosk"), "bomb.gz": bomb, "c.txt": WORDS.format("Lika")})), code=3)
        self.assertEqual([r["path"] for r in rows], ["a.zip!a.txt", "a.zip!c.txt"])
        self.assertIn("a.zip!bomb.gz: It grows more than 200 times", errors)

    def test_entries_that_share_their_bytes_are_a_bomb(self):
        packed = zlib.compressobj(9, wbits=-15)
        text = b"<p>" + b"The quay was closed. " * 1_400_000
        kernel = packed.compress(text) + packed.flush()
        def fields(name):
            return struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0, zlib.crc32(text), len(kernel), len(text), len(name), 0)
        bytes_, directory = b"PK\3\4" + fields(b"0") + b"0" + kernel, b""
        for i in range(200):
            name = b"%03d.html" % i
            directory += b"PK\1\2\x14\0" + fields(name) + bytes(12 - 2) + struct.pack("<I", 0) + name
        end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 200, 200, len(directory), len(bytes_), 0)
        started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        done = run("ingest", self.write("a.zip", bytes_ + directory + end))
        self.assertEqual(done.returncode, 3)
        self.assertIn(b"the rest of it is not read", done.stderr)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - started, 60)

    def test_archives_in_archives_without_end_are_refused_by_name(self):
        content = WORDS.format("Tosk").encode()
        for _ in range(12):
            content = zipped({"in.zip": content})
        self.assertIn("It lies within 8 archives", self.ingest(self.write("a.zip", content), code=3)[1])

    def test_compressions_in_one_another_without_end_are_refused_by_name(self):
        inner = b""
        for _ in range(30):
            inner = gzip.compress(inner + b" ", 0)
        self.assertIn("It lies within 8 archives", self.ingest(self.write("a.gz", inner), code=3)[1])


if __name__ == "__main__":
    program.main(needs_models=False)
