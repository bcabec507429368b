"""A real browser without a window, for the web page of a dossier."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

from tests.needs import need, need_package


@contextmanager
def browser(width: int = 1400, height: int = 900, scripts: bool = True) -> Iterator[Any]:
    """A headless Chromium of a size; without `scripts`, it runs none."""
    need("chromium")
    need("chromedriver")
    need_package("selenium")
    from selenium.webdriver import Chrome, ChromeOptions
    from selenium.webdriver.chrome.service import Service

    options = ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    options.add_experimental_option(
        "mobileEmulation", {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1}}
    )
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    try:
        yield driver
    finally:
        driver.quit()


def open_page(driver: Any, page: Path, fragment: str = "") -> None:
    """Opens a page of this machine, at a place of it."""
    driver.get("about:blank")
    driver.get(page.as_uri() + (f"#{fragment}" if fragment else ""))


def accessibility_faults(driver: Any) -> list[str]:
    """What axe-core finds on the page, each fault with the elements that have it."""
    need_package("axe_core_python")
    driver.set_script_timeout(300)
    axe = resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    driver.execute_script(axe)
    found = driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    return [f"{fault['id']}: {node['html'][:200]}" for fault in found["violations"] for node in fault["nodes"]]
