"""Scrapy as a link checker: prints one line {"broken": address} per dead link.

Usage: scrapy runspider scrapy_links.py -a start=<address> -s CONCURRENT_REQUESTS=<n> …
"""

import json

import scrapy
from scrapy.linkextractors import LinkExtractor


class Links(scrapy.Spider):
    name = "links"
    custom_settings = {
        "LOG_LEVEL": "CRITICAL",
        "TELNETCONSOLE_ENABLED": False,
        # Answers such as 404 come to parse() instead of being dropped.
        "HTTPERROR_ALLOW_ALL": True,
        "REQUEST_FINGERPRINTER_IMPLEMENTATION": "2.7",
    }
    extractor = LinkExtractor(
        tags=("a", "area", "link", "img", "script", "iframe", "frame"),
        attrs=("href", "src"),
        deny_extensions=[],
    )

    def __init__(self, start, **kwargs):
        super().__init__(**kwargs)
        self.start = start

    def start_requests(self):
        yield self.ask(self.start)

    def parse(self, response):
        if response.status >= 400:
            self.tell(response.request)
        elif isinstance(response, scrapy.http.HtmlResponse):
            for link in self.extractor.extract_links(response):
                if link.url.startswith("http"):
                    yield self.ask(link.url)

    def ask(self, address):
        return scrapy.Request(address, callback=self.parse, errback=lambda failure: self.tell(failure.request))

    def tell(self, request):
        linked = request.meta.get("redirect_urls", [request.url])[0]
        print(json.dumps({"broken": linked}), flush=True)
