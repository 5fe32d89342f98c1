#!/usr/bin/env python3
"""Web archives: time to records against FastWARC, and memory of `ingest`, on an archive made from sample pages.

  bench/warc.py make OUT.warc.gz PAGES [MB]   an archive of at least MB megabytes unpacked (default 200) from a folder of
                                              pages (.html, .html.gz): a request, a response and a metadata record each
  bench/warc.py time FILE [PAIRS]             CPU time of build/release/bench/unpack_warc over that of FastWARC, both
                                              reading every record's block, by turns (default 5 pairs); at most 1.2
  bench/warc.py memory FILE                   resident megabytes of `rashomon ingest FILE` at the highest; at most 150

Exit: 0 within bounds, 1 not, 77 where FastWARC is not installed (pip install fastwarc==2.0.1).
"""
import gzip
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("RASHOMON", str(ROOT / "build/release/rashomon"))
READER = str(ROOT / "build/release/bench/unpack_warc")
PEER = """
import sys
from fastwarc.warc import ArchiveIterator
n = size = 0
for record in ArchiveIterator(open(sys.argv[1], "rb"), parse_http=False):
    n += 1
    size += len(record.reader.read())
print(n, size)
"""


def record(kind, uri, content_type, block):
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2021-03-04T05:06:07Z\r\n"
            f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n")
    return gzip.compress(head.encode() + block + b"\r\n\r\n", 6, mtime=0)


def make(out, pages, megabytes):
    texts = [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes()
             for p in sorted(Path(pages).iterdir()) if p.is_file()]
    written = n = 0
    packed = {}
    with open(out, "wb") as file:
        while written < megabytes << 20:
            for i, text in enumerate(texts):
                n += 1
                uri = f"https://site{i}.example/page-{n}"
                file.write(record("request", uri, "application/http;msgtype=request", f"GET /page-{n} HTTP/1.1\r\n\r\n".encode()))
                if i not in packed:
                    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + text
                    packed[i] = record("response", f"https://site{i}.example/page", "application/http;msgtype=response", http)
                file.write(packed[i])
                file.write(record("metadata", uri, "application/warc-fields", b"fetchTimeMs: 12\r\n"))
                written += len(text)
    print(f"{out}: {n} pages, {written >> 20} MB unpacked, {os.path.getsize(out) >> 20} MB")
    return 0


def cpu(*command):
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    printed = process.stdout.read().decode().strip()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command}: exit {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, printed


def compare(file, pairs):
    if subprocess.run([sys.executable, "-c", "import fastwarc"], capture_output=True).returncode:
        print("skipped: FastWARC is not installed")
        return 77
    ratios = []
    for n in range(pairs):
        ours, theirs = cpu(READER, file), cpu(sys.executable, "-c", PEER, file)
        ratios.append(ours[0] / theirs[0])
        print(f"pair {n + 1}: {ours[0]:.2f} s ({ours[2]}; {ours[1]:.0f} MB), FastWARC {theirs[0]:.2f} s ({theirs[2]}), ratio {ratios[-1]:.2f}")
    ratio = statistics.median(ratios)
    print(f"ratio {ratio:.2f} ({min(ratios):.2f}-{max(ratios):.2f}), at most 1.2")
    return 0 if ratio <= 1.2 else 1


def memory(file):
    used = cpu(PROGRAM, "ingest", file, "--json", "-o", os.devnull)
    print(f"{used[1]:.0f} MB resident, at most 150; {used[0]:.1f} s of CPU time")
    return 0 if used[1] <= 150 else 1


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["make", out, pages, *size]: sys.exit(make(out, pages, int(size[0]) if size else 200))
        case ["time", file, *pairs]: sys.exit(compare(file, int(pairs[0]) if pairs else 5))
        case ["memory", file]: sys.exit(memory(file))
    sys.exit(__doc__)
