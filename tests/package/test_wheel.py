# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorder's wheel installs without a network, and what it installs records."""

import subprocess
import sys
import unittest
import venv
import zipfile

from prefix import HAS_WHEEL, ROOT, installed, scratch

SOURCES = ROOT / "resources/recorder/rotascope_recorder"


@unittest.skipUnless(HAS_WHEEL, "this build has no wheel: pip, setuptools or wheel was not found")
class WheelTest(unittest.TestCase):
    def setUp(self):
        (self.wheel,) = installed().glob("share/rotascope/recorder/*.whl")

    def test_holds_the_package_and_the_licence(self):
        names = zipfile.ZipFile(self.wheel).namelist()
        modules = {f"rotascope_recorder/{file.name}" for file in SOURCES.glob("*.py")}
        self.assertEqual({name for name in names if ".dist-info/" not in name}, modules)
        self.assertEqual(len([name for name in names if name.endswith("/LICENSE")]), 1)

    @unittest.skipIf(sys.prefix != sys.base_prefix, "this Python's h5py is in an environment itself, which another one does not see")
    def test_records_once_it_is_installed(self):
        """In an environment of its own, which sees the system's h5py and numpy: the recorder's own tests."""
        venv.create(scratch() / "venv", system_site_packages=True, symlinks=True)
        python = scratch() / "venv/bin/python"
        install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--disable-pip-version-check", "--no-index",
                   "--no-deps", self.wheel]  # fmt: skip
        subprocess.run(install, check=True)
        look = "import rotascope_recorder as r, importlib.metadata as m; print(r.__file__, r.__version__, m.version('rotascope-recorder'))"
        place, *versions = subprocess.run([python, "-c", look], check=True, capture_output=True, text=True, cwd=scratch()).stdout.split()
        self.assertIn(str(scratch() / "venv"), place)
        self.assertEqual(versions, [self.wheel.name.split("-")[1]] * 2)
        tests = [python, "-m", "unittest", "discover", "-s", ROOT / "tests/recorder", "-p", "test_recorder.py"]
        result = subprocess.run(tests, capture_output=True, text=True, cwd=scratch())
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stderr, r"Ran \d\d tests")


if __name__ == "__main__":
    unittest.main()
