"""Makes the picture of the web page in docs/exports.md: the page of the built-in dossier in Chromium.

python -m scripts.page_picture [FILE]
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.pictures import FOLDER
from tests.export.browser import browser, open_page
from tui.catalog.find import builtin
from tui.export.html import export
from tui.linking.link import open_dossier


def main(file: Path = FOLDER / "page.png") -> None:
    """Writes the picture into a file."""
    dossier = open_dossier(builtin())
    with TemporaryDirectory() as temporary, browser(1400, 900) as driver:
        page = Path(temporary) / "page.html"
        page.write_text(export(dossier.records, dossier), encoding="utf-8")
        open_page(driver, page, "russia-reserves-usgs.1")
        driver.save_screenshot(str(file))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
