"""The catalogue of sentences: found in the code, kept in Qt's files, checked by tests; `make translations` runs it."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "joip_desktop"
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "joip"
_SPEAKERS = frozenset({"say", "say_count", "later"})
_DECLARED: Mapping[str, frozenset[int | str]] = {
    "ActionSpec": frozenset({0, 1, "text", "help"}),
    "_Words": frozenset({1, 2, 3, "label", "help", "unit"}),
    "Column": frozenset({"title", "help"}),
    "Field": frozenset({"title", "description"}),
    "FaultError": frozenset({0}),
    "MockServerError": frozenset({0}),
    "Sentence": frozenset({0}),
}
"""Tables of things that people read: which arguments are said when they are shown."""

_PLACE = re.compile(r"\{(\w*)[^}]*\}")


class UnspeakableError(Exception):
    """A sentence that nobody can translate: it is put together where it is said."""


@dataclass(frozen=True, slots=True)
class Message:
    """A text in the code: the key of its translations; `counts` where a number chooses among several forms."""

    text: str
    counts: bool
    where: str

    @property
    def places(self) -> frozenset[str]:
        """The names of what is filled in."""
        return places(self.text)


def places(text: str) -> frozenset[str]:
    """The names in braces."""
    return frozenset(_PLACE.findall(text))


def messages() -> Mapping[str, Message]:
    """Every sentence of the package, by its text.

    Raises:
        UnspeakableError: a speaker is given something else than a literal text or a name.
    """
    found: dict[str, Message] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for message in _in_file(path):
            known = found.setdefault(message.text, message)
            if known.counts != message.counts:
                raise UnspeakableError(f"{message.where}: “{message.text}” is said with and without a number")
    return found


def _in_file(path: Path) -> Iterator[Message]:
    where = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        for spoken in _spoken(node.func.id, node):
            if isinstance(spoken, ast.Constant) and isinstance(spoken.value, str):
                if spoken.value:
                    yield Message(spoken.value, node.func.id == "say_count", where)
            elif isinstance(spoken, ast.JoinedStr | ast.BinOp) or node.func.id == "say_count":
                raise UnspeakableError(f"{where}:{node.lineno}: a sentence that is put together can't be looked up")


def _spoken(name: str, call: ast.Call) -> list[ast.expr]:
    """The arguments that are texts."""
    if name in _SPEAKERS:
        return [call.args[1 if name == "say_count" else 0]]
    wanted = _DECLARED.get(name, frozenset())
    return [argument for place, argument in enumerate(call.args) if place in wanted] + [
        keyword.value for keyword in call.keywords if keyword.arg in wanted
    ]


def translations(language: str) -> Mapping[str, tuple[str, ...]]:
    """What the language's file has: by text, its translation or, for texts that count, its forms."""
    path = FOLDER / f"joip_{language}.ts"
    if not path.exists():
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is not None:
            forms = [form.text or "" for form in translation.findall("numerusform")]
            found[message.findtext("source", "")] = tuple(forms) if forms else (translation.text or "",)
    return found


def write(language: str, known: Mapping[str, tuple[str, ...]]) -> None:
    """Write the language's file anew: every sentence of the code, with its translation where there is one."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, message in sorted(messages().items()):
        node = ET.SubElement(context, "message", {"numerus": "yes"} if message.counts else {})
        ET.SubElement(node, "location", filename=f"../../{message.where}")
        ET.SubElement(node, "source").text = text
        forms = known.get(text, ())
        translation = ET.SubElement(node, "translation", {} if all(forms) and forms else {"type": "unfinished"})
        if message.counts:
            for form in forms or ("", ""):
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0] if forms else ""
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    (FOLDER / f"joip_{language}.ts").write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8"
    )


def release(language: str) -> None:
    """Make the file that Qt reads."""
    source = FOLDER / f"joip_{language}.ts"
    command = ["pyside6-lrelease", "-silent", "-compress", str(source), "-qm", str(source.with_suffix(".qm"))]
    subprocess.run([str(Path(sys.executable).with_name(command[0])), *command[1:]], check=True)


def main(language: str = "de") -> None:
    """Bring the language's files in line with the code; tell what is still to be translated."""
    write(language, translations(language))
    release(language)
    known = translations(language)
    missing = [text for text in messages() if not all(known.get(text, ("",)))]
    told = [f"{len(messages())} sentences, {len(missing)} of them without a translation.", *map(repr, missing)]
    sys.stdout.write("\n  ".join(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
