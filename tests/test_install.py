"""cmake --install gives a tree that works from where it is put. Usage: test_install.py BUILD_FOLDER"""
import subprocess
import sys

import program
from program import Case

BUILD = sys.argv.pop(1) if len(sys.argv) > 1 else str(program.ROOT / "build/release")


class Tree(Case):
    def test_the_tree_holds_program_manual_completions_licences_and_documentation(self):
        done = subprocess.run(["cmake", "--install", BUILD, "--prefix", str(self.folder / "tree")], capture_output=True, text=True, timeout=600)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        tree = self.folder / "tree"
        for path in ("bin/rashomon", "share/man/man1/rashomon.1", "share/bash-completion/completions/rashomon",
                     "share/zsh/site-functions/_rashomon", "share/fish/vendor_completions.d/rashomon.fish",
                     "share/doc/rashomon/LICENSE", "share/doc/rashomon/README.md", "share/doc/rashomon/docs/reference/commands.md"):
            self.assertTrue((tree / path).is_file(), path)
            self.assertGreater((tree / path).stat().st_size, 0, path)
        version = subprocess.run([tree / "bin/rashomon", "--version"], capture_output=True, text=True, cwd="/", timeout=60)
        self.assertTrue(version.stdout.startswith("rashomon "), version)
        run = subprocess.run([tree / "bin/rashomon", "annotate", "-", "--raw"], input=b"A ship sank.", capture_output=True, cwd="/", timeout=60)
        self.assertEqual((run.returncode, run.stderr), (0, b""))


if __name__ == "__main__":
    program.main()
