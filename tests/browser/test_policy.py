"""The Content-Security-Policy, as a browser keeps it. Every test sees that no page breaks it: that is an error."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from browser.kinds import ADDRESSES
from browser.watch import Watch
from public_record.pages.browser_policy import headers, policy

POLICY = "document.querySelector('meta[http-equiv=\"Content-Security-Policy\"]').content"
REFERRER = "document.querySelector('meta[name=referrer]').content"
BEFORE = "document.querySelectorAll('meta[charset] ~ :is(script, link, style)').length"
AFTER = "document.querySelectorAll('meta[http-equiv] ~ :is(script, link, style)').length"
INJECTED = """
() => {
  const broken = [];
  document.addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
  const made = ["img", "p", "script"].map((name) => document.body.appendChild(document.createElement(name)));
  made[0].src = "data:,";
  made[1].setAttribute("style", "color: red");
  made[2].append("window.ran = true");
  return new Promise((done) => setTimeout(() => done([...new Set(broken)].sort()), 50));
}
"""
SEARCHING = {"search", "search-results"}


@pytest.mark.parametrize("kind", ADDRESSES)
def test_each_kind_of_page_carries_its_policy_before_anything_that_it_rules(page: Page, kind: str) -> None:
    """And a policy for referrers: another site is not told what somebody was reading."""
    page.goto(ADDRESSES[kind])
    expected = policy("search" if kind in SEARCHING else kind)
    assert (page.evaluate(POLICY), page.evaluate(REFERRER)) == (expected, "same-origin")
    assert page.evaluate(BEFORE) == page.evaluate(AFTER)


def test_the_page_for_unknown_addresses_carries_it_too(context: BrowserContext) -> None:
    """Its address can hold anything."""
    text = context.request.get("404.html").text()
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy(None).replace(chr(39), "&#39;")}">' in text


def test_what_is_put_into_a_page_does_not_run(chromium: Browser, served: str) -> None:
    """Where something slipped through the cleaning of Markdown, the browser would still refuse it."""
    context = chromium.new_context(base_url=served)
    page = context.new_page()
    page.goto("search/?q=wardens")
    expect(page.get_by_role("status")).to_contain_text("found for")
    broken = page.evaluate(INJECTED)
    assert (broken, page.evaluate("window.ran")) == (["img-src", "require-trusted-types-for", "style-src-attr"], None)
    context.close()


@pytest.mark.parametrize("address", ["decisions/", "search/?q=wardens"])
def test_markup_made_of_text_is_refused(chromium: Browser, served: str, address: str) -> None:
    """Our scripts, and Pagefind's engine, build pages of elements and text."""
    context = chromium.new_context(base_url=served)
    page = context.new_page()
    page.goto(address)
    refused = page.evaluate("() => { try { document.body.innerHTML = 'x'; return false; } catch { return true; } }")
    assert refused
    context.close()


def test_the_site_works_under_the_header_that_hosts_are_told_to_send(chromium: Browser, served: str) -> None:
    """With all that a page asks for."""
    context = chromium.new_context(base_url=served)
    watch = Watch(context, served)
    page = context.new_page()
    page.route("**/*", _with_headers)
    page.goto("search/?q=wardens")
    expect(page.get_by_role("status")).to_contain_text("found for")
    page.goto("decisions/?kind=noted")
    expect(page.get_by_role("status").first).to_contain_text("decisions found")
    assert watch.errors == []
    context.close()


def _with_headers(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, headers={**response.headers, **headers()})
