# SPDX-License-Identifier: GPL-3.0-or-later
"""The rooms of the tree, and what their files include from each other.

A file includes only from its own room and from those rooms and libraries that its room names in CMakeLists.txt (rotascope_room: LINK,
PRIVATE, HEADERS). What such a room uses in turn does not count: whoever includes a header names its room. The headers in core itself are for all."""

import re
from dataclasses import dataclass, field
from pathlib import Path

TREES = ("core", "gpu", "ui", "app")
FOR_ALL = ("core/digest.h", "core/error.h", "core/sentence.h", "core/text.h")
# Libraries that only some rooms may know: what their headers are called, and the target that a room has to name.
LIBRARIES = {
    r"nlohmann/": "nlohmann_json::nlohmann_json",
    r"hdf5\.h$|H5\w*\.h$": "hdf5::hdf5",
    r"libdeflate\.h$": "PkgConfig::libdeflate",
    r"CLI/": "CLI11::CLI11",
    r"Eigen/": "Eigen3::Eigen",
    r"(oneapi/)?tbb/": "TBB::tbb",
    r"(QtCharts/|Q(Chart\w*|\w+Series|\w+Axis|Legend\w*)$)": "Qt6::Charts",
    r"(Qt\w+/)?Q[A-Z]\w*$": "Qt6::Widgets",
}


@dataclass
class Room:
    """A folder, and the targets whose headers its files may include."""

    folder: str
    targets: set = field(default_factory=set)  # its own; gpu/ has two
    named: set = field(default_factory=set)

    def has(self, path):
        return path.startswith(self.folder + "/")


def read_rooms(text):
    """The rooms that the configuration has recorded: lines of target;folder;named;..."""
    rooms = {}
    for line in text.splitlines():
        target, folder, *named = line.split(";")
        room = rooms.setdefault(folder, Room(folder))
        room.targets.add(target)
        room.named |= {name.removeprefix("$<TARGET_NAME_IF_EXISTS:").removesuffix(">") for name in named if name}
    return list(rooms.values())


def includes_of(file):
    return re.findall(r'^\s*#\s*include\s+["<]([^">]+)[">]', file.read_text(encoding="utf-8"), re.MULTILINE)


def files_of(root):
    for tree in TREES:
        for file in sorted(Path(root, tree).rglob("*")):
            if file.suffix in (".cpp", ".h", ".cu", ".in") and file.name != "CMakeLists.txt":
                yield file


def room_of(rooms, path):
    return next((room for room in rooms if room.has(path)), None)


def target_of(included):
    return next((target for pattern, target in LIBRARIES.items() if re.match(pattern, included)), None)


def fault_of(rooms, room, included):
    """What is wrong with an include of a room's file; empty if nothing is."""
    if included.split("/")[0] not in TREES:
        library = target_of(included)
        return f"{room.folder} does not name {library}" if library and library not in room.named else ""
    if included in FOR_ALL or room.has(included):
        return ""
    other = room_of(rooms, included)
    if other is None:
        return "it is in no room"
    return "" if other.targets & room.named else f"{room.folder} does not name {other.folder}"


def faults_in(rooms, root):
    """Every include that is against the rule, also in files that no target lists, and every file that is in no room."""
    faults = []
    for file in files_of(root):
        path = file.relative_to(root).as_posix()
        room = room_of(rooms, path) or (Room(path) if path in FOR_ALL else None)
        if room is None:
            faults.append(f"{path}: is in no room")
            continue
        found = ((included, fault_of(rooms, room, included)) for included in includes_of(file))
        faults += [f"{path}: includes {included}, but {fault}" for included, fault in found if fault]
    return faults


def circle_in(rooms):
    """The folders of rooms that name each other in a circle; empty if there is none."""
    left = list(rooms)
    while True:
        targets = {target for room in left for target in room.targets}
        rest = [room for room in left if (room.named - room.targets) & targets]
        if len(rest) == len(left):
            return [room.folder for room in left]
        left = rest
