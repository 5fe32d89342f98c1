#!/usr/bin/env python3
"""Hostile inputs beside honest reports: each costs itself alone, and no more memory and time than its size allows.

  bench/hostile_inputs.py [PROGRAM]     default: $RASHOMON, else build/release/rashomon

`ingest` of each hostile input alone, then of a folder of them all with a report behind each. Printed for each: what came of
it, CPU seconds, peak memory. Exit: 0 if no run crashed, every report was read, every error names its input, no input took
more than 1,500 MB or 25 CPU seconds and none of under 4 MB more than 400 MB or 10 s; 1 if not.
"""
import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("RASHOMON", str(ROOT / "build/release/rashomon"))
WORDS = "The harbour master of Velbrano closed the quay on Tuesday after a crane fell on a barge, the port office said."
PAGE = f"<!DOCTYPE html><html><head><title>Crane falls</title></head><body><h1>Crane falls</h1><p>{WORDS}</p></body></html>".encode()
SMALL, LARGE = (4 << 20, 400, 10), (1 << 40, 1500, 25)  # bytes up to which MB and CPU seconds hold


def zipped(files, kind=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tar(name, content):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


def in_one_another(make, levels, inner):
    for _ in range(levels):
        inner = make(inner)
    return inner


def pdf(*objects, root="1 0 R", more=b""):
    """A PDF of these objects, numbered from 1; the table of objects is left to the reader to rebuild."""
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (i, o) for i, o in enumerate(objects, 1))
    return body + b"trailer\n<</Root " + root.encode() + b">>\n" + more + b"%%EOF\n"


def feed(head, body):
    return f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Quay News</title><item><title>Crane falls</title><description>{body} {WORDS}</description></item></channel></rss>'.encode()


def laughs(levels=30, width=10):
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * width}">' for i in range(1, levels))
    return feed(f"<!DOCTYPE rss [{entities}]>", f"&a{levels - 1};")


def inputs():
    """Name, suffix and bytes of each."""
    page = PAGE.decode()
    yield "nested elements, 10,000 deep", "html", b"<div>" * 10_000 + PAGE
    yield "nested formatting, 10,000 deep", "html", b"<a><b><font>" * 10_000 + PAGE
    yield "nested tables, 10,000 deep", "html", b"<table><tr><td>" * 10_000 + PAGE
    yield "a tag of 1,000,000 attributes", "html", f"<p {' '.join(f'a{i}=1' for i in range(1_000_000))}>{page}".encode()
    yield "1,000,000 links", "html", PAGE + b"<a href=x>y</a>" * 1_000_000
    yield "an attribute of 20 MB", "html", b"<p title='" + b"x" * 20_000_000 + b"'>" + PAGE
    yield "a comment without end", "html", PAGE + b"<!--" + b"- " * 2_000_000
    yield "a script without end", "html", b"<script>" + b"<!--<script>" * 300_000
    yield "a page of 40 MB", "html", PAGE + b"<p>Rain fell. </p>" * 2_400_000
    yield "a line of 100 MB", "txt", WORDS.encode() + b" and then" * 11_000_000
    yield "a word of 30 MB", "txt", b"a" * 30_000_000
    yield "3,000,000 empty lines", "txt", b"\n" * 3_000_000 + WORDS.encode()
    yield "NULs", "txt", bytes(1_000_000) + WORDS.encode() + bytes(1_000_000)
    yield "NULs in a page", "html", PAGE.replace(b" ", b"\0")
    yield "every byte", "txt", bytes(range(256)) * 4_000
    yield "UTF-16 that is none", "html", b'<meta charset="utf-16">' + PAGE
    yield "an encoding that does not exist", "html", b'<meta charset="klingon-7">' + PAGE
    yield "UTF-8 declared as Big5", "html", b'<meta charset="big5">' + PAGE.replace(b"Velbrano", "Vëlbrånø".encode())
    yield "half a code unit", "txt", b"\xff\xfe" + WORDS.encode("utf-16-le")[:-1]
    yield "a zip bomb", "zip", zipped({"a.txt": b" " * (400 << 20)})
    yield "a gzip bomb", "gz", gzip.compress(gzip.compress(b"<p>" + b"a" * (400 << 20)))
    yield "zips in one another", "zip", in_one_another(lambda x: zipped({"in.zip": x}, zipfile.ZIP_STORED), 100, zipped({"a.txt": WORDS}))
    yield "gzips in one another", "gz", in_one_another(lambda x: gzip.compress(x, 0), 100, WORDS.encode())
    yield "tars in one another", "tar", in_one_another(lambda x: tar("in.tar", x), 100, WORDS.encode())
    yield "names that lead out of the archive", "zip", zipped({"../../../tmp/rashomon-slip.txt": WORDS, "/etc/rashomon-slip.txt": WORDS, "..\\slip.txt": WORDS})
    yield "200,000 members", "zip", zipped({f"{i}.{'txt' if i % 100 == 0 else 'bin'}": b"" for i in range(200_000)}, zipfile.ZIP_STORED)
    yield "a cut zip", "zip", zipped({"a.txt": WORDS * 100, "b.txt": WORDS[::-1] * 100})[:-60]
    yield "a cut gzip", "gz", gzip.compress(os.urandom(100_000))[:50_000]
    yield "a cut web archive", "warc", b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999999999\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + PAGE
    yield "a record of negative length", "warc", b"WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: -5\r\n\r\n" + PAGE
    yield "entities without bound", "xml", laughs()
    yield "an entity of itself", "xml", feed('<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', "&a;")
    yield "an entity of a file", "xml", feed('<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>', "&a;")
    yield "a feed of 100,000 open elements", "xml", b"<rss xmlns:a='a'><channel>" + b"<a:x>" * 100_000
    yield "a row of 40 MB", "csv", b"id,title,text\n1,Crane,\"" + b"a" * 40_000_000
    yield "quotes without end", "csv", b"id,title,text\n" + b'1,"Crane, "falls" ""\n' * 100_000
    yield "nested values of a line, 100,000 deep", "jsonl", b'{"text": ' + b"[" * 100_000 + b"\n" + json.dumps({"text": WORDS}).encode()
    yield "a line of JSON of 60 MB", "jsonl", b'{"text": "' + b"a" * 60_000_000 + b'"}\n'
    yield "a mail of parts in one another", "eml", b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (i, i) for i in range(5_000)) + b"\r\n" + WORDS.encode()
    yield "pages that lead back to themselves", "pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]/Parent 2 0 R>>")
    yield "a stream as long as itself", "pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                                                   b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>", b"<</Length 4 0 R>>\nstream\nBT ET\nendstream")
    yield "a form that draws itself", "pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                                                 b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</A 4 0 R>>>>>>",
                                                 b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 11>>\nstream\n/A Do /A Do\nendstream")
    yield "tables of objects in a circle", "pdf", pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>", more=b"startxref\n9\n")
    yield "a PDF of nothing", "pdf", b"%PDF-1.7\n" + os.urandom(200_000)


def measure(*paths):
    """(exit code, documents, errors, CPU seconds, MB) of `ingest` with these inputs."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([PROGRAM, "ingest", *map(str, paths), "--json", "--threads", "1"], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=errors)
        read = [b""]  # the beginning of each line: a document may be huge
        while piece := process.stdout.read(1 << 16):
            first, *others = piece.split(b"\n")
            read[-1] = (read[-1] + first)[:400]
            read += [line[:400] for line in others]
        _, status, used = os.wait4(process.pid, 0)
        errors.seek(0)
        return os.waitstatus_to_exitcode(status), [line.decode(errors="replace") for line in read[:-1]], errors.read().decode(errors="replace"), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def judge(name, path, size):
    """The line about one input, and what is wrong with it."""
    code, read, errors, seconds, megabytes = measure(path)
    wrong = []
    if code not in (0, 1, 3):
        wrong.append(f"exit {code}")
    if code == 3 and path.name not in errors:
        wrong.append("the error does not name its input")
    _, most_memory, most_seconds = SMALL if size <= SMALL[0] else LARGE
    if megabytes > most_memory:
        wrong.append(f"more than {most_memory} MB")
    if seconds > most_seconds:
        wrong.append(f"more than {most_seconds} s")
    said = f"{len(read)} read" + (f", {len(errors.splitlines())} errors: {errors.splitlines()[0][-100:]}" if errors else "")
    print(f"{'NO  ' if wrong else 'ok  '}{name:42}{size / 1e6:8.2f} MB in {seconds:6.2f} s {megabytes:6.0f} MB peak · {said}" + "".join(f" · {w}" for w in wrong), flush=True)
    return wrong


def write_inputs(folder):
    """Writes each input with a report behind it, in a process of its own: its memory must not count for those it measures."""
    process = os.fork()
    if process == 0:
        names = []
        for number, (name, suffix, content) in enumerate(inputs()):
            (folder / f"{number:02}-bad.{suffix}").write_bytes(content)
            (folder / f"{number:02}-good.html").write_bytes(PAGE.replace(b"Tuesday", b"day %d" % number))
            names.append(name)
        (folder.parent / "names").write_text("\n".join(names))
        os._exit(0)
    if os.waitpid(process, 0)[1] != 0:
        sys.exit("the inputs could not be made")
    return list(zip((folder.parent / "names").read_text().splitlines(), sorted(folder.glob("*-bad.*")), strict=True))


def main():
    with tempfile.TemporaryDirectory() as folder:
        mixed = Path(folder) / "mixed"
        mixed.mkdir()
        made = write_inputs(mixed)
        failed = sum(bool(judge(name, path, path.stat().st_size)) for name, path in made)
        code, read, _, seconds, megabytes = measure(mixed)
        good = sum(f'"path":"{number:02}-good.html"' in "".join(read) for number in range(len(made)))
        print(f"all together: exit {code}, {good} of {len(made)} reports read, {seconds:.1f} s, {megabytes:.0f} MB peak")
    slipped = any(Path(place).exists() for place in ("/tmp/rashomon-slip.txt", "/etc/rashomon-slip.txt"))
    return 1 if failed or slipped or good != len(made) or code != 3 or megabytes > LARGE[1] else 0


if __name__ == "__main__":
    sys.exit(main())
