# SPDX-License-Identifier: GPL-3.0-or-later
"""Each room's files include only from the rooms and libraries that it names."""

import os
import tempfile
import unittest
from pathlib import Path

import rooms


class RoomsTest(unittest.TestCase):
    def setUp(self):
        self.rooms = rooms.read_rooms(Path(os.environ["ROTASCOPE_ROOMS"]).read_text())

    def test_includes_are_within_what_the_room_names(self):
        self.assertEqual(rooms.faults_in(self.rooms, Path(os.environ["ROTASCOPE_SOURCE_DIR"])), [])

    def test_there_are_no_circles(self):
        self.assertEqual(rooms.circle_in(self.rooms), [])

    def test_the_whole_tree_was_looked_at(self):
        folders = {room.folder for room in self.rooms}
        self.assertLessEqual({"core/angle", "core/exchange", "gpu", "ui/plots", "app/cli"}, folders)
        self.assertGreater(sum(1 for _ in rooms.files_of(Path(os.environ["ROTASCOPE_SOURCE_DIR"]))), 200)

    # What the papers promise of some rooms, whatever their lists say:

    def test_nothing_of_core_or_gpu_knows_qt_or_the_window(self):
        for room in self.rooms:
            if room.folder.startswith(("core", "gpu")):
                self.assertEqual([name for name in room.named if name.startswith(("Qt6::", "rotascope_ui"))], [], room.folder)

    def test_only_some_rooms_know_json(self):
        readers = {room.folder for room in self.rooms if "nlohmann_json::nlohmann_json" in room.named}
        self.assertLessEqual(readers, {"core/files", "core/model", "core/lint", "core/exchange", "core/report", "core/session", "core/tour", "core/evaluation", "app/cli"})

    def test_engines_are_made_of_angles_alone(self):
        named = {room.folder: {name for name in room.named if name.startswith("rotascope_")} for room in self.rooms}
        self.assertEqual(named["core/engine"], {"rotascope_angle"})
        self.assertEqual(named["gpu"], {"rotascope_angle", "rotascope_engine", "rotascope_gpu"})

    def test_plots_know_neither_core_nor_the_workspace(self):
        named = {room.folder: room.named for room in self.rooms}
        self.assertEqual({name for name in named["ui/plots"] if name.startswith("rotascope_")}, {"rotascope_ui_base"})

    def test_only_charts_know_qt_charts(self):
        root = Path(os.environ["ROTASCOPE_SOURCE_DIR"])
        knowing = [file for file in rooms.files_of(root) if "Qt6::Charts" in map(rooms.target_of, rooms.includes_of(file))]
        self.assertTrue(knowing)
        self.assertEqual({file.relative_to(root).parent.as_posix() for file in knowing}, {"ui/plots/charts"})


class TheCheckItselfTest(unittest.TestCase):
    ROOMS = """room_a;core/a;
room_b;core/b;room_a;Threads::Threads
room_c;core/c;room_b;hdf5::hdf5
room_ui;ui/a;room_c;Qt6::Widgets
"""

    def faults(self, **files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name.replace("__", "/") + ".cpp")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text)
            return rooms.faults_in(rooms.read_rooms(self.ROOMS), folder)

    def test_accepts_what_is_named(self):
        self.assertEqual(self.faults(core__a__x='#include "core/error.h"\n#include "core/a/y.h"\n#include <vector>\n#include <sys/stat.h>\n',
                                     core__b__deep__x='#include "core/a/y.h"\n', core__c__x="#include <hdf5.h>\n",
                                     ui__a__x="#include <QWidget>\n"), [])  # fmt: skip

    def test_finds_a_room_that_is_not_named(self):
        self.assertEqual(self.faults(core__a__x='  #  include "core/b/y.h" // upwards\n'),
                         ["core/a/x.cpp: includes core/b/y.h, but core/a does not name core/b"])  # fmt: skip

    def test_finds_what_is_named_only_by_another(self):
        self.assertEqual(self.faults(core__c__x='#include "core/a/y.h"\n'),
                         ["core/c/x.cpp: includes core/a/y.h, but core/c does not name core/a"])  # fmt: skip

    def test_finds_libraries_that_are_not_named(self):
        self.assertEqual(len(self.faults(core__a__x="#include <QString>\n#include <nlohmann/json.hpp>\n#include <hdf5.h>\n",
                                         ui__a__x="#include <QChartView>\n")), 4)  # fmt: skip

    def test_finds_files_outside_every_room(self):
        self.assertEqual(self.faults(core__x="", ui__b__x=""), ["core/x.cpp: is in no room", "ui/b/x.cpp: is in no room"])
        self.assertEqual(self.faults(core__a__x='#include "ui/b/x.h"\n'), ["core/a/x.cpp: includes ui/b/x.h, but it is in no room"])

    def test_finds_circles(self):
        self.assertEqual(rooms.circle_in(rooms.read_rooms(self.ROOMS)), [])
        self.assertEqual(rooms.circle_in(rooms.read_rooms("a;core/a;\nb;core/b;c\nc;core/c;b\n")), ["core/b", "core/c"])


if __name__ == "__main__":
    unittest.main()
