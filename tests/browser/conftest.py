"""A real headless Chromium, without a network, that opens reports from files."""

import json
import os
import shutil
from pathlib import Path

import pytest

from forensics.report.html import render
from tests.report import results_by_hand as made

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = " ".join(made.HOSTILE)
_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--window-size=1280,1000",
)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    from selenium.webdriver.chrome.service import Service

    browser, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("no chromium and chromedriver here: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for argument in _ARGUMENTS:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(driver))
    made.execute_cdp_cmd("Network.enable", {})
    made.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    folder = tmp_path_factory.mktemp("downloads")
    made.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    made.downloads = folder
    yield made
    made.quit()


@pytest.fixture(scope="session")
def axe():
    given = os.environ.get("AXE_CORE") or ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not Path(given).is_file():
        pytest.skip("no axe-core here: npm install axe-core, or AXE_CORE=path/to/axe.min.js")
    return Path(given).read_text(encoding="utf-8")


def _results():
    spun, _ = made.spin_envelope()
    spun_hostile, text = made.spin_envelope(id=HOSTILE, fill=HOSTILE, sentences=8)
    return {
        "trace": (made.trace_envelope(), {}),
        "spin": (spun, {"clean-story.txt": "Nothing was replaced here.\nTruly."}),
        "dedupe": made.dedupe_envelope(clusters=60),
        "hostile trace": (made.trace_envelope(a=HOSTILE, b=f"b {HOSTILE}", fill=HOSTILE), {}),
        "hostile spin": (spun_hostile, {f"clean-{HOSTILE}": text}),
        "hostile dedupe": made.dedupe_envelope(fill=HOSTILE),
    }


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """Return the paths of reports by name, in a folder whose name is markup too."""
    folder = tmp_path_factory.mktemp("reports") / "<b onload='window.fired=1'> & 'x'"
    folder.mkdir()
    paths = {}
    for name, (envelope, texts) in _results().items():
        paths[name] = folder / f"{name}.html"
        paths[name].write_text(render(envelope, texts), encoding="utf-8")
    return paths


class Page:
    """One report as it stands open in the browser."""

    def __init__(self, driver):
        self.driver = driver

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def press(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)

    @property
    def focused(self):
        return self.run("return document.activeElement.id")

    def media(self, *, media="screen", scheme="light", width=1280):
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]},
        )
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": 1000, "deviceScaleFactor": 1, "mobile": False},
        )

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]


@pytest.fixture
def open_report(chromium, reports):
    def opened(name):
        page = Page(chromium)
        page.media()
        chromium.get_log("browser")
        chromium.get_log("performance")
        chromium.get(reports[name].as_uri())
        return page

    return opened


@pytest.fixture
def opened(chromium, tmp_path):
    def opening(envelope, texts=None):
        path = tmp_path / "report.html"
        path.write_text(render(envelope, texts), encoding="utf-8")
        chromium.get_log("browser")
        chromium.get(path.as_uri())
        return Page(chromium)

    return opening
