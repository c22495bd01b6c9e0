# SPDX-License-Identifier: GPL-3.0-or-later
"""The wheels of the Python packages install without a network, and what they install works."""

import subprocess
import sys
import unittest
import venv
import zipfile

from prefix import HAS_WHEEL, ROOT, installed, scratch

# Package: those of its tests that need nothing but what Debian has.
PACKAGES = {"recorder": "test_recorder.py", "evaluate": "test_[pst]*s.py"}


@unittest.skipUnless(HAS_WHEEL, "this build has no wheel: pip, setuptools or wheel was not found")
class WheelTest(unittest.TestCase):
    def setUp(self):
        self.wheels = {name: next(installed().glob(f"share/rotascope/{name}/*.whl")) for name in PACKAGES}

    def test_hold_the_package_and_the_licence(self):
        for name, wheel in self.wheels.items():
            names = zipfile.ZipFile(wheel).namelist()
            sources = ROOT / f"resources/{name}/rotascope_{name}"
            modules = {f"rotascope_{name}/{file.name}" for file in sources.glob("*.py")}
            self.assertEqual({file for file in names if ".dist-info/" not in file}, modules)
            self.assertEqual(len([file for file in names if file.endswith("/LICENSE")]), 1)

    @unittest.skipIf(sys.prefix != sys.base_prefix, "this Python's h5py is in an environment itself, which another one does not see")
    def test_work_once_they_are_installed(self):
        """In an environment of its own, which sees the system's h5py and numpy: the packages' own tests."""
        venv.create(scratch() / "venv", system_site_packages=True, symlinks=True)
        python = scratch() / "venv/bin/python"
        install = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--disable-pip-version-check", "--no-index",
                   "--no-deps", *self.wheels.values()]  # fmt: skip
        subprocess.run(install, check=True)
        for name, files in PACKAGES.items():
            look = f"import rotascope_{name} as r, importlib.metadata as m; print(r.__file__, r.__version__, m.version('rotascope-{name}'))"
            place, *versions = subprocess.run([python, "-c", look], check=True, capture_output=True, text=True, cwd=scratch()).stdout.split()
            self.assertIn(str(scratch() / "venv"), place)
            self.assertEqual(versions, [self.wheels[name].name.split("-")[1]] * 2)
            tests = [python, "-m", "unittest", "discover", "-s", ROOT / f"tests/{name}", "-p", files]
            result = subprocess.run(tests, capture_output=True, text=True, cwd=scratch())
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertRegex(result.stderr, r"Ran \d\d tests")


if __name__ == "__main__":
    unittest.main()
