# SPDX-License-Identifier: GPL-3.0-or-later
"""What desktops read: the entry, the description for software centres, the types of files. As installed."""

import os
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

from prefix import HAS_WINDOW, ROOT, installed, needs, run, scratch

ENTRY = "share/applications/rotascope.desktop"
DESCRIPTION = "share/metainfo/org.rotascope.rotascope.metainfo.xml"
TYPES = "share/mime/packages/rotascope.xml"
EVERYBODYS_TYPES = Path("/usr/share/mime/packages/freedesktop.org.xml")
SESSION, RECORDING = "application/x-rotascope-session", "application/x-rotascope-recording"


def setUpModule():
    if not HAS_WINDOW:
        raise unittest.SkipTest("this build has no window")


class DescriptionsTest(unittest.TestCase):
    def assert_accepted(self, *command):
        result = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)
        return result.stdout

    @needs("desktop-file-validate")
    def test_the_entry(self):
        self.assertEqual(self.assert_accepted("desktop-file-validate", installed() / ENTRY), "")

    @needs("appstreamcli")
    def test_the_description(self):
        self.assert_accepted("appstreamcli", "validate", "--no-net", "--strict", installed() / DESCRIPTION)

    def test_all_name_the_same_types(self):
        entry = re.search(r"^MimeType=(.*);$", (installed() / ENTRY).read_text(), re.MULTILINE)[1].split(";")
        description = [element.text for element in xml.parse(installed() / DESCRIPTION).iter("mediatype")]
        types = [element.get("type") for element in xml.parse(installed() / TYPES).iter() if element.tag.endswith("mime-type")]
        self.assertEqual([entry, description, types], 3 * [[SESSION, RECORDING]])


@needs("update-mime-database")
@needs("gio")
@unittest.skipUnless(EVERYBODYS_TYPES.exists(), "shared-mime-info is not installed")
class TypesOfFilesTest(unittest.TestCase):
    """A desktop knows our files among all others, also where another type claims their ending."""

    @classmethod
    def setUpClass(cls):
        packages = scratch() / "types/mime/packages"
        packages.mkdir(parents=True)
        shutil.copy(EVERYBODYS_TYPES, packages)
        shutil.copy(installed() / TYPES, packages)
        result = subprocess.run(["update-mime-database", packages.parent], check=True, capture_output=True, text=True)
        cls.remarks = result.stdout + result.stderr

    def type_of(self, file):
        types = {**os.environ, "XDG_DATA_HOME": str(scratch() / "none"), "XDG_DATA_DIRS": str(scratch() / "types")}
        command = ["gio", "info", "-a", "standard::content-type", file]
        listing = subprocess.run(command, env=types, check=True, capture_output=True, text=True).stdout
        return re.search(r"standard::content-type: (\S+)", listing)[1]

    def write(self, name, content):
        (scratch() / name).write_bytes(content)
        return scratch() / name

    def test_the_definitions_are_taken_without_a_remark(self):
        self.assertNotIn("rotascope", self.remarks)

    def test_recordings(self):
        for sample in installed().glob("share/rotascope/samples/*.h5"):
            self.assertEqual(self.type_of(sample), RECORDING)
        run("rotascope-cli", "generate", "--model", "Qwen/Qwen3-8B", "--length", "64", "-o", "ideal.h5")
        self.assertEqual(self.type_of(scratch() / "ideal.h5"), RECORDING)

    def test_other_hdf5_files(self):
        run("rotascope-cli", "export", "--model", "Qwen/Qwen3-8B", "--target-length", "131072", "--method", "linear", "--format", "hdf5",
            "-o", "table.h5")  # fmt: skip
        self.assertEqual(self.type_of(scratch() / "table.h5"), "application/x-hdf")

    def test_sessions(self):
        session = (ROOT / "tests/fuzz/corpus/session/file.rotascope").read_bytes()
        self.assertEqual(self.type_of(self.write("work.rotascope", session)), SESSION)
        self.assertEqual(self.type_of(self.write("without-an-ending", session)), SESSION)

    def test_other_json_files(self):
        self.assertEqual(self.type_of(self.write("config.json", b'{\n "rope_theta": 10000.0\n}\n')), "application/json")


if __name__ == "__main__":
    unittest.main()
