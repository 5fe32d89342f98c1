"""The commands of the README and the documentation run as written and print what they show."""
import os
import re
import shutil
import subprocess
import unittest

import program
from program import Case, PROGRAM, ROOT

README = (ROOT / "README.md").read_text()


class Readme(Case):
    def test_set_up_commands_exist_and_explain_themselves(self):
        for command in ("./tools/tour", "./tools/test"):
            self.assertRegex(README, rf"(?m)^{re.escape(command)}\b")
            self.assertTrue(os.access(ROOT / command, os.X_OK))
        self.assertIn("tools/test", (ROOT / ".ci/run").read_text())

    def test_each_console_block_prints_what_it_shows(self):
        """A block: lines that begin with "$ " are run in a copy of the samples, "…" stands for any text; a page's blocks share their folder."""
        pages = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
        self.assertTrue(re.search("```console", README))
        (self.folder / "bin").mkdir()
        (self.folder / "bin/rashomon").symlink_to(PROGRAM)
        env = {**os.environ, "PATH": f"{self.folder}/bin:{os.environ['PATH']}", "COLUMNS": "80"}
        for page in pages:
            blocks = re.findall(r"```console\n(.*?)```", page.read_text(), re.S)
            if not blocks:
                continue
            place = self.folder / page.stem
            shutil.copytree(ROOT / "samples", place / "samples")
            for step in [step for block in blocks for step in re.split(r"(?m)^\$ ", block)[1:]]:
                self.check_step(page.name, step, place, env)

    def check_step(self, page, step, place, env):
        command, _, shown = step.partition("\n")
        done = subprocess.run(command, shell=True, cwd=place, env=env, capture_output=True, text=True, timeout=300)
        self.assertEqual(done.returncode, 0, (page, command, done.stderr))
        pattern = ".*?".join(re.escape(part) for part in shown.strip().split("…"))
        self.assertRegex(done.stdout + done.stderr, re.compile(pattern, re.S), (page, command))


class Links(unittest.TestCase):
    def test_files_that_the_documentation_names_exist(self):
        listed = subprocess.run(["git", "ls-files", "*.md"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
        for page in listed:
            for path in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", (ROOT / page).read_text()):
                self.assertTrue(((ROOT / page).parent / path).exists(), f"{page} names {path}")


if __name__ == "__main__":
    program.main()
