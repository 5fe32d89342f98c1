"""The command line as a person and a script meet it: help, errors, pipes, colours, progress."""
import os
import pty
import re
import select
import subprocess
import time
import unittest

import program
from program import Case, PROGRAM, ROOT, SAMPLES, run

COMMANDS = ["read", "ingest", "annotate", "export", "report", "explain", "models", "completions", "man", "help"]
ONE = SAMPLES / "01-meridian-market-shelled.txt"


def on_terminal(args, env):
    """Runs the program with standard output and error on a terminal; returns what the terminal received."""
    try:
        master, slave = pty.openpty()
    except OSError as error:
        raise unittest.SkipTest(f"this machine gives no terminal: {error}")
    with subprocess.Popen([PROGRAM, *map(str, args)], stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env={**os.environ, **env}) as process:
        os.close(slave)
        received, end = b"", time.monotonic() + 120
        while time.monotonic() < end:
            if not select.select([master], [], [], 1)[0]:
                continue
            try:
                more = os.read(master, 65536)
            except OSError:  # the other side is closed
                break
            if not more:
                break
            received += more
    os.close(master)
    return received


class Help(Case):
    def test_every_command_has_help_that_names_it(self):
        for command in COMMANDS:
            text = self.check(run(command, "--help"), 0).stdout.decode()
            self.assertIn(f"Usage: rashomon {command}", text)
            self.assertEqual(text, self.check(run("help", command), 0).stdout.decode())
            self.assertIn(command, self.check(run("--help"), 0).stdout.decode())

    def test_reference_page_is_what_the_program_prints(self):
        text = self.check(run("help", "reference"), 0).stdout.decode()
        self.assertEqual((ROOT / "docs/reference/commands.md").read_text(), text, "rashomon help reference > docs/reference/commands.md mends it")

    def test_version_is_the_project_s(self):
        version = re.search(r"project\(rashomon VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
        self.assertEqual(self.check(run("--version"), 0).stdout.decode(), f"rashomon {version}\n")

    def test_no_command_shows_the_help_as_an_error(self):
        done = self.check(run(), 2)
        self.assertEqual(done.stdout, b"")
        self.assertIn(b"Usage: rashomon", done.stderr)

    def test_manual_page_is_valid_roff(self):
        page = self.check(run("man"), 0).stdout
        self.assertTrue(page.startswith(b".TH RASHOMON 1"))
        for line in page.splitlines():
            self.assertRegex(line, rb"^(\.(TH|SH|SS|TP|B)\b|[^.'])", "a request of another kind, or text that begins like one")


class Completions(Case):
    def complete(self, *words):
        script = "source <(\"$0\" completions bash); COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _rashomon; echo \"${COMPREPLY[@]}\""
        done = subprocess.run(["bash", "-c", script, PROGRAM, *words], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    def test_bash_completes_commands_options_and_words(self):
        self.assertEqual(self.complete("rashomon", "ex"), ["export", "explain"])
        self.assertEqual(self.complete("rashomon", "annotate", "--until", ""), ["language", "mentions", "claims"])
        self.assertEqual(self.complete("rashomon", "models", "v"), ["verify"])
        self.assertIn("--threads", self.complete("rashomon", "read", "--th"))

    def test_every_shell_gets_a_script(self):
        for shell in ("bash", "zsh", "fish"):
            self.assertIn(b"rashomon", self.check(run("completions", shell), 0).stdout)
        self.check(run("completions", "tcsh"), 2)


class Usage(Case):
    def test_errors_suggest_the_mend_and_exit_2(self):
        for args, hint in [(["anotate", "x"], "'annotate'"), (["read"], "needs PATH"), (["export", "a", "--tabel", "claims"], "'--table'"),
                           (["export", "a", "--table", "claim"], "'claims'"), (["read", "x", "--threads", "0"], "from 1"),
                           (["read", "x", "--published", "yesterday"], "YYYY-MM-DD"), (["report", "a", "--format", "pdf"], "md, html, json"),
                           (["export", "a"], "--table")]:
            done = self.check(run(*args), 2)
            self.assertIn(hint, done.stderr.decode(), args)
            self.assertEqual(done.stdout, b"")

    def test_formats_that_are_not_built_say_so(self):
        for form in ("acled", "ged", "cameo", "plover", "gdelt", "geojson", "hxl", "parquet"):
            self.assertIn(b"not built yet", self.check(run("export", "a.db", "--format", form), 2).stderr)


    def test_fail_on_exits_1_where_the_record_holds_such_a_dispute(self):
        record = self.folder / "a.db"
        self.check(run("read", SAMPLES, "-o", record, "-q", "--fail-on", "contradiction"), 1)
        self.check(run("report", record, "--fail-on", "any"), 1)
        self.assertIn(b"'update'", self.check(run("report", record, "--fail-on", "updat"), 2).stderr)
        alone = self.folder / "b.db"
        self.check(run("read", "-", "-o", alone, "-q", "--fail-on", "any", input=b"The lake at Arvika froze early."), 0)


class Streams(Case):
    def test_a_reader_that_goes_away_ends_the_run_quietly(self):
        lines = "\n".join('{"text": "A convoy of %d trucks left the depot."}' % n for n in range(3000))
        source = self.write("many.jsonl", lines + "\n")
        for args in (["annotate", source], ["ingest", source], ["help", "reference"]):
            with subprocess.Popen([PROGRAM, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
                process.stdout.readline()
                process.stdout.close()
                self.assertEqual(process.stderr.read(), b"")
            self.assertEqual(process.returncode, 0, args)

    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "ingest", str(SAMPLES)], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 4)
        self.assertIn(b"No space left", done.stderr)

    def test_nothing_but_data_in_a_pipe(self):
        done = self.check(run("read", ONE, "-o", self.folder / "a.db", env={"TERM": "xterm"}), 0)
        for stream in (done.stdout, done.stderr):
            self.assertNotIn(b"\x1b", stream)
            self.assertNotIn(b"\r", stream)

    def test_quiet_prints_nothing_when_all_is_well(self):
        done = self.check(run("read", ONE, "-o", self.folder / "a.db", "-q"), 0)
        self.assertEqual((done.stdout, done.stderr), (b"", b""))

    def test_no_colour_and_no_movement_where_they_are_not_wanted(self):
        record = self.folder / "a.db"
        plain = on_terminal(["read", ONE, "-o", record], {"TERM": "dumb"})
        self.assertNotIn(b"\x1b", plain)
        coloured = re.compile(rb"\x1b\[[0-9;]*m")
        self.assertIsNone(coloured.search(on_terminal(["read", ONE, "-o", record], {"TERM": "xterm", "NO_COLOR": "1"})))

    def test_output_is_there_complete_or_not_at_all(self):
        out = self.folder / "out.jsonl"
        self.check(run("ingest", SAMPLES, "-o", out), 0)
        self.assertEqual(out.read_bytes(), run("ingest", SAMPLES).stdout)
        self.check(run("ingest", SAMPLES, "-o", self.folder / "no/such/out"), 4)
        self.assertEqual([p.name for p in self.folder.iterdir()], ["out.jsonl"])


class Annotate(Case):
    def test_until_leaves_out_later_arrays(self):
        arrays = {"language": ["sentences", "tokens", "entities"], "mentions": ["times", "places", "actors", "quantities"], "claims": ["claims"]}
        seen = []
        for until, names in arrays.items():
            seen += names
            row = program.rows(self.check(run("annotate", ONE, "--json", "--until", until), 0).stdout)[0]
            for later in sum(arrays.values(), []):
                self.assertEqual(later in row, later in seen, (until, later))

    def test_documents_come_in_the_order_of_the_input_whatever_the_threads(self):
        lines = "".join('{"id": "n%d", "text": "%s"}\n' % (n, "The mayor spoke. " * (1 + n * 37 % 11)) for n in range(200))
        source = self.write("many.jsonl", lines)
        one = self.check(run("annotate", source, "--threads", 1), 0).stdout
        self.assertEqual([r["id"] for r in program.rows(one)], [f"n{n}" for n in range(200)])
        self.assertEqual(self.check(run("annotate", source, "--threads", 7), 0).stdout, one)

    def test_standard_input_is_a_document(self):
        done = self.check(run("annotate", "-", "--raw", "--until", "language", input=b"Two ships sank."), 0)
        row = program.rows(done.stdout)[0]
        self.assertEqual((row["text"], row["path"]), ("Two ships sank.", None))

    def test_conllu_has_one_line_a_token(self):
        done = self.check(run("annotate", "-", "--raw", "--format", "conllu", input=b"Two ships sank."), 0)
        self.assertEqual(len([l for l in done.stdout.decode().splitlines() if l[:1].isdigit()]), 4)

    def test_raw_text_past_a_million_characters_is_read_whole(self):
        text = "The patrol came back at dawn.\n\n" * 36000
        row = program.rows(self.check(run("annotate", "-", "--raw", "--until", "language", input=text.encode()), 0).stdout)[0]
        self.assertEqual(row["text"], text)
        self.assertGreater(row["tokens"][-1]["end"], len(text) - 3)


if __name__ == "__main__":
    program.main()
