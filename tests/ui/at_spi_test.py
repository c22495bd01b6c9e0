# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader sees it: from outside, over the accessibility bus of a desktop session of its own.

at_spi_test.sh starts the session and says where the program is. Exit status 77: what the test needs is not installed.
"""
import os
import subprocess
import sys
import time
import unittest

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
except (ImportError, ValueError) as error:
    print(f"skipped: {error}; needs python3-gi and gir1.2-atspi-2.0")
    sys.exit(77)

PATIENCE = 20  # seconds
# What takes the keyboard must say what it is.
NAMED = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON, Atspi.Role.COMBO_BOX,
    Atspi.Role.SPIN_BUTTON, Atspi.Role.SLIDER, Atspi.Role.CHART, Atspi.Role.MENU_ITEM, Atspi.Role.PAGE_TAB, Atspi.Role.LIST_ITEM,
}


def until(find):
    """What find() gives once it gives anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := find():
                return found
        except gi.repository.GLib.Error:  # something went away while it was looked at
            pass
        time.sleep(0.1)
    raise AssertionError("did not come within %d s" % PATIENCE)


def walk(node):
    yield node
    for i in range(min(node.get_child_count(), 200)):  # of a table some rows are enough
        if child := node.get_child_at_index(i):
            yield from walk(child)


def has(node, state):
    return node.get_state_set().contains(state)


def name_of(node):
    """Of a box, whose own name is what is chosen in it, that of its label."""
    if node.get_role() != Atspi.Role.COMBO_BOX:
        return node.get_name()
    labels = [relation.get_target(0) for relation in node.get_relation_set()
              if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return next((label.get_name() for label in labels if label.get_role() == Atspi.Role.LABEL), "")


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


class AtSpiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.program = subprocess.Popen([os.environ["ROTASCOPE"], "--model", "meta-llama/Llama-2-7b-hf"])
        cls.application = until(lambda: next(
            (a for i in range(Atspi.get_desktop(0).get_child_count())
             if (a := Atspi.get_desktop(0).get_child_at_index(i)) and a.get_process_id() == cls.program.pid and a.get_child_count() > 0),
            None))
        cls.window = cls.application.get_child_at_index(0)
        until(lambda: "Llama-2-7b-hf" in cls.window.get_name())

    @classmethod
    def tearDownClass(cls):
        cls.program.terminate()
        cls.program.wait()

    def find(self, role, name):
        return until(lambda: next(
            (node for node in walk(self.window) if node.get_role() == role and node.get_name().startswith(name)), None))

    def test_what_is_shown_has_names(self):
        seen = 0
        for node in walk(self.window):
            if node.get_role() in NAMED and has(node, Atspi.StateType.SHOWING) and has(node, Atspi.StateType.FOCUSABLE):
                seen += 1
                self.assertTrue(name_of(node).strip(),
                                f"a {node.get_role_name()} ({node.get_name()}) without a name in {node.get_parent().get_name()}")
        self.assertGreater(seen, 30)

    def test_a_chart_is_read(self):
        chart = self.find(Atspi.Role.CHART, "Disturbance of each dimension")
        before = until(lambda: text_of(chart))
        lines = [line for line in before.split("\n") if line.startswith("Dimension ")]
        self.assertEqual(len(lines), 64)
        self.assertIn("Extrapolation", lines[0])
        self.press(self.find(Atspi.Role.PUSH_BUTTON, "Target length 4 times L"))
        after = until(lambda: (text := text_of(chart)) != before and "computing" not in text and text)
        self.assertNotEqual(before.split("\n")[-1], after.split("\n")[-1])

    def test_a_button_is_pressed(self):
        self.press(self.find(Atspi.Role.PUSH_BUTTON, "Target length 2 times L"))
        field = self.find(Atspi.Role.SPIN_BUTTON, "Target L")
        until(lambda: Atspi.Value.get_current_value(field) == 8192)
        self.press(self.find(Atspi.Role.PUSH_BUTTON, "Target length 8 times L"))
        until(lambda: Atspi.Value.get_current_value(field) == 32768)

    def test_methods_are_entries_of_a_list(self):
        methods = self.find(Atspi.Role.LIST, "Mean disturbance")
        entry = until(lambda: next((m for m in walk(methods) if m.get_name().startswith("YaRN")), None))
        self.assertEqual(entry.get_role(), Atspi.Role.LIST_ITEM)
        self.press(entry)
        until(lambda: "shown in the charts" in entry.get_name() or (entry.clear_cache() and False))

    def press(self, node):
        self.assertGreater(Atspi.Action.get_n_actions(node), 0, node.get_name())
        names = [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]
        self.assertTrue(Atspi.Action.do_action(node, names.index("Press")), names)


if __name__ == "__main__":
    unittest.main()
