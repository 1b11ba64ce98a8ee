"""How fast large reports open and answer in a real headless Chromium.

Run: python -m bench.reports.open_times
Needs selenium, chromium and chromedriver.

Prints a table: size of the page, milliseconds of the browser's main thread until it stood open, and until it
answered a switch or the next page of clusters. Thread time, so that other work on the machine counts little.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.arguments import parser
from forensics.report.html import render
from tests.report import results_by_hand as made

if TYPE_CHECKING:
    from selenium import webdriver

_ANSWER = "document.querySelector('input.level[value=spun]').click()"
CASES = {
    "trace, a pair of 22,400 words each, 1,400 matches": (
        lambda: (made.trace_envelope(sentences=1600), {}),
        _ANSWER,
    ),
    "dedupe, 5,000 clusters of 3": (
        lambda: made.dedupe_envelope(clusters=5000),
        "document.getElementById('next').click()",
    ),
    "dedupe, 5,000 clusters, a search": (
        lambda: made.dedupe_envelope(clusters=5000),
        "const f = document.getElementById('find'); f.value = 'edited-4'; f.dispatchEvent(new Event('input'))",
    ),
    "spin, 22,400 words, 800 substitutions": (
        lambda: (made.spin_envelope(sentences=1600)[0], {}),
        "document.querySelectorAll('.sub')[500].focus()",
    ),
}


def main() -> None:
    """Measure every case and print a row for it."""
    parser(__doc__).parse_args()
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1280,1000"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    driver.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
    print("| report | MB | opens, ms | answers, ms |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        for name, (make, answer) in CASES.items():
            path.write_text(render(*make()), encoding="utf-8")
            driver.get("about:blank")
            before = _busy(driver)
            driver.get(path.as_uri())
            driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
            opened = _busy(driver)
            driver.execute_script(answer)
            driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
            answered = _busy(driver)
            size = path.stat().st_size / 1e6
            print(
                f"| {name} | {size:.1f} | {1000 * (opened - before):.0f} | {1000 * (answered - opened):.0f} |"
            )
    driver.quit()


def _busy(driver: webdriver.Chrome) -> float:
    metrics = {m["name"]: m["value"] for m in driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]}
    return metrics["TaskDuration"]


if __name__ == "__main__":
    main()
