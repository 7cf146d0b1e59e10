"""A real server on a data folder of its own, and a real Chromium that tells on every page that misbehaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser_kit import STATIC, Server, Watch, find_chromium, write_quick_pack
from playwright.sync_api import sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)


def pytest_collection_modifyitems(items):
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium():
    program = find_chromium()
    if program is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    if not (STATIC / "index.html").is_file():
        pytest.fail("The front end is not built: make setup")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(chromium, tmp_path_factory, request):
    """A server whose history begins empty, one for each file of tests, with the packs that the file names."""
    packs = [write_quick_pack(tmp_path_factory.mktemp(name)) for name in getattr(request.module, "PACKS", ())]
    with Server(tmp_path_factory.mktemp("data"), *packs) as running:
        running.let_in(chromium)
        yield running


@pytest.fixture
def open_page(chromium, server):
    """Opens pages that were let in; at the end, none of them may have misbehaved."""
    contexts, watches = [], []

    def open_(*, width=1280, height=800, scheme="light", watched=True, **options):
        context = chromium.new_context(
            base_url=server.base,
            storage_state=server.cookies,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="en-GB",
            **options,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.watch = Watch(page)
        if watched:
            watches.append(page.watch)
        return page

    yield open_
    complaints = [complaint for watch in watches for complaint in watch.complaints()]
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(open_page):
    return open_page()
