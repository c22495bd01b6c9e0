# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documents of the tree refer to."""

import re
from pathlib import Path

TREES = ("core", "gpu", "ui", "app", "resources", "tests", "docs", ".ci")
TEXTS = (".md", ".cpp", ".h", ".cu", ".in", ".py", ".sh", ".txt")


def texts_of(root):
    """Every document and source file."""
    for file in sorted(Path(root).iterdir()):
        if file.is_file() and file.suffix in TEXTS:
            yield file
    for tree in TREES:
        for file in sorted(Path(root, tree).rglob("*")):
            if file.is_file() and file.suffix in TEXTS:
                yield file


def documents_of(root):
    return [file for file in texts_of(root) if file.suffix == ".md"]


def dead_links(document):
    """Links of a document to files that are not there: [text](path), ![text](path)."""
    text = document.read_text(encoding="utf-8")
    targets = [target.split("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in target]
    return [target for target in targets if target and not (document.parent / target).exists()]


def unknown_documents(file, root):
    """Documents (by the ending .md) that a file mentions, and that are neither beside it nor, by their path, in the tree."""
    documents = [document.relative_to(root).as_posix() for document in documents_of(root)]
    mentioned = re.findall(r"(?<![\w/.:%])[\w.][\w./-]*\.md\b", file.read_text(encoding="utf-8"))
    return [name for name in mentioned if not (file.parent / name).exists() and name.removeprefix("./") not in documents]


def unknown_paths(document, root):
    """Paths into the tree (core/…, docs/…) that a document has in backquotes, and that are not there."""
    pattern = rf"`((?:{'|'.join(re.escape(tree) for tree in TREES)})/[\w./-]+)`"
    return [path for path in re.findall(pattern, document.read_text(encoding="utf-8")) if not Path(root, path).exists()]


def code_blocks(document, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", document.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
