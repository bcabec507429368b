"""The exports, read by other people's programs."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tests.needs import need, need_package
from tests.view.hostile import write
from tui.cli.export import FILES, TEXTS
from tui.dossier.dossier import Dossier
from tui.export import sqlite
from tui.export.csv import files
from tui.export.references import bibtex, csl_json
from tui.linking.link import open_dossier

pytestmark = pytest.mark.slow


@pytest.fixture(params=["built-in", "hostile"])
def any_dossier(request: pytest.FixtureRequest, dossier: Dossier, tmp_path: Path) -> Dossier:
    return dossier if request.param == "built-in" else open_dossier(write(tmp_path))


def test_frictionless_finds_the_data_package_valid(any_dossier: Dossier, tmp_path: Path) -> None:
    need_package("frictionless")
    from frictionless import system, validate

    for name, content in files(any_dossier.records, any_dossier).items():
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "datapackage.json"))
    assert report.flatten(["title", "note"]) == []
    assert report.stats["tasks"] == 13


def test_datasette_serves_the_database(dossier: Dossier, tmp_path: Path) -> None:
    need_package("datasette")
    database, metadata = tmp_path / "dossier.db", tmp_path / "metadata.yaml"
    sqlite.write(database, dossier.records, dossier)
    metadata.write_text(sqlite.metadata(dossier))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", str(database), "-m", str(metadata), "-p", str(port)]
    environment = {**os.environ, "no_proxy": "*"}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        for _ in range(300):
            try:
                with opener.open(f"http://127.0.0.1:{port}/-/metadata.json") as answer:
                    described = json.load(answer)
                break
            except OSError:
                assert server.poll() is None, server.communicate()[1]
                time.sleep(0.2)
        assert described["title"] == dossier.title
        view = f"http://127.0.0.1:{port}/dossier/figures_in_context.json?figure=russia-reserves-usgs&_shape=array"
        with opener.open(view) as answer:
            rows = json.load(answer)
        assert {row["claimant"] for row in rows} == {"United States Geological Survey"}
        assert {row["sentence"] for row in rows if row["quote"] == "estimated at 3.8 million metric tons"} == {
            "According to the US Geological Survey (USGS), Russia has the world’s fifth-largest reserves, "
            "estimated at 3.8 million metric tons."
        }
        with opener.open(f"http://127.0.0.1:{port}/dossier/passages.json?_search=tomtor&_shape=array") as answer:
            assert all("tomtor" in row["text"].lower() for row in json.load(answer))
    finally:
        server.terminate()
        server.communicate()


def test_pybtex_reads_the_bibliography(any_dossier: Dossier) -> None:
    need_package("pybtex")
    from pybtex.database import parse_string

    read = parse_string(bibtex(any_dossier.records, any_dossier), "bibtex")
    assert set(read.entries) == set(any_dossier.articles)


def test_the_examples_of_the_documentation_work(tmp_path: Path) -> None:
    need_package("frictionless")
    need_package("pybtex")
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(sh|python)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    environment = {**os.environ, "LODE_CACHE": str(tmp_path / "cache")}
    commands = [command for language, block in blocks if language == "sh" for command in block.splitlines()]
    assert {command.split()[2] for command in commands} == {*TEXTS, *FILES}
    for command in commands:
        program, *arguments = command.split()
        assert program == "lode"
        subprocess.run([sys.executable, "-m", "tui", *arguments], cwd=tmp_path, env=environment, check=True)
    examples = [block for language, block in blocks if language == "python"]
    assert len(examples) == 6
    for example in examples:
        assert len(list(filter(None, example.splitlines()))) == 3
        done = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert len(done.stdout.splitlines()) > 1


@pytest.mark.parametrize("quoted", [False, True])
def test_biber_finds_the_entries_valid(any_dossier: Dossier, tmp_path: Path, quoted: bool) -> None:
    need("biber")
    written = bibtex(any_dossier.figures.values() if quoted else any_dossier.records, any_dossier)
    (tmp_path / "a.bib").write_text(written, encoding="utf-8")
    command = ["biber", "--tool", "--validate-datamodel", "--nolog", "a.bib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=300)
    warnings = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    # A text that prints no year has no date.
    assert [line for line in warnings if "one of 'date, year'" not in line] == []
    assert len(warnings) == written.count("\n}") - written.count("\n  date = {") <= 1


def test_citeproc_sets_the_items(dossier: Dossier) -> None:
    need_package("citeproc")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    source = CiteProcJSON(json.loads(csl_json(dossier.records, dossier)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem("a-moscow-times")]))
    [entry] = map(str, bibliography.bibliography())
    assert "The Moscow Times" in entry and "2025" in entry
