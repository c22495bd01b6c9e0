# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of the manual, taken apart: what a translation has to keep of the page that it was made from, and which page that was."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

HEADING = re.compile(r"^(#{1,4}) (.*?)(?: \{#([\w-]+)\})?$")
MADE_FROM = re.compile(r"^<!-- en: ([0-9a-f]{12}) -->\n")
PROGRAMS = re.compile(r"rotascope|pip install|import ")


@dataclass
class Section:
    level: int
    heading: str
    lines: list[str] = field(default_factory=list)
    blocks: list[list[str]] = field(default_factory=list)  # of code, without the fences

    @property
    def text(self):
        """Without blocks of code, as one line."""
        return " ".join(line.strip() for line in self.lines)

    def tables(self):
        """Of each its rows, as numbers of cells."""
        found = [[]]
        for line in self.lines:
            if line.startswith("|"):
                found[-1].append(len(re.findall(r"(?<!\\)\|", line)) - 1)
            elif found[-1]:
                found.append([])
        return [table for table in found if table]

    def items(self):
        return sum(bool(re.match(r"(\*|\d+\.) ", line)) for line in self.lines)

    def links(self):
        return Counter(re.findall(r"\]\(([^)]*)\)", self.text))

    def codes(self):
        return Counter(re.findall(r"`([^`]+)`", self.text))

    def keys(self):
        return Counter(re.findall(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:[A-Za-z0-9]+|,)|(?<![A-Za-z0-9])F\d(?![A-Za-z0-9])", self.text))

    def numbers(self):
        """Of the text and its headings, links and code left out."""
        text = re.sub(r"\]\([^)]*\)|`[^`]+`", " ", self.text)
        return Counter(re.findall(r"\d+(?:[.,]\d+)*", text))

    def emphasised(self):
        """What stands in ** or *, or is quoted as Japanese and Korean do where English has *."""
        text = re.sub(r"(?:^| )\* ", " ", re.sub(r"\]\([^)]*\)|`[^`]+`", "", self.text))
        return [next(filter(None, found)) for found in re.findall(r"\*\*([^*]+)\*\*|\*([^* ][^*]*)\*|「([^」]+)」|‘([^’]+)’", text)]


def digest(english):
    """What the first line of a translation says of the page that it was made from."""
    return hashlib.sha256(english.encode()).hexdigest()[:12]


def made_from(translation):
    """The digest in its first line; None: it has none."""
    found = MADE_FROM.match(translation)
    return found and found[1]


def sections(text):
    """By id; those without one by their number. In their order."""
    found = {}
    current = None
    is_code = False
    for line in text.splitlines():
        if line.startswith("```"):
            is_code = not is_code
            if is_code:
                current.blocks.append([])
            continue
        heading = None if is_code else HEADING.match(line)
        if heading:
            key = heading[3] or f"heading {len(found) + 1}"
            current = found[key] = Section(len(heading[1]), heading[2])
        elif is_code:
            current.blocks[-1].append(line)
        elif current:
            current.lines.append(line)
    return found


def signs(line):
    """What is no word of a formula: the same in all languages, but perhaps in another order."""
    number = r"\d+(?:[.,]\d+)*"
    letter = r"(?<![A-Za-z'])[b-zA-Z](?![A-Za-z])"
    sign = r"[ᵢₖ′°₀₁⁰¹²³⁴⁵⁶⁷⁸⁹⁻θλΣπεδΔ∞=+·/‖<>≤…⌊⌋⌈⌉√½|→^×\[\]]|(?<![A-Za-z])-"
    return Counter(re.findall(f"{number}|{letter}|{sign}", line))


def differences(english, translation):
    """What a translation lost or added, a line each; none: it has all."""
    ours, theirs = sections(translation), sections(english)
    found = [f"has no section {key}" for key in theirs if key not in ours] + [
        f"has a section {key}, which English has not" for key in ours if key not in theirs
    ]
    for key in theirs:
        if key in ours:
            found += [f"section {key}: {what}" for what in section_differences(theirs[key], ours[key])]
    return found


def section_differences(english, ours):
    found = []
    for what in ("level", "tables", "items", "links", "codes", "keys"):
        wanted, has = (getattr(section, what) for section in (english, ours))
        wanted, has = (value() if callable(value) else value for value in (wanted, has))
        if wanted != has:
            found.append(f"{what}: {shown(has)}, not {shown(wanted)}")
    if missing := english.numbers() - ours.numbers():
        found.append(f"numbers are missing: {shown(missing)}")
    if len(english.emphasised()) > len(ours.emphasised()):
        found.append(f"emphasised: {ours.emphasised()}, in English {english.emphasised()}")
    return found + block_differences(english.blocks, ours.blocks)


def shown(value):
    return sorted(value.elements()) if isinstance(value, Counter) else value


def block_differences(english, ours):
    if [len(block) for block in english] != [len(block) for block in ours]:
        return ["blocks of code have other numbers of lines"]
    found = []
    for wanted, has in zip(english, ours):
        if PROGRAMS.search("\n".join(wanted)):
            found += [] if wanted == has else ["a block of commands is not the same"]
        else:
            found += [f"a formula differs: {b}" for a, b in zip(wanted, has) if signs(a) != signs(b)]
    return found
