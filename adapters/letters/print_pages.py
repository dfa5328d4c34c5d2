"""Reads {"title", "pages": [HTML, …]} on standard input and writes one PDF. Fetches nothing: what a page points to
is refused, be it on the network or in a file; only what it carries itself (data:) is there."""
import io
import json
import sys
from types import SimpleNamespace
from xml.etree import ElementTree

from weasyprint import HTML, default_url_fetcher

READABLE = ("/usr/", "/etc/fonts/")
NETWORK = ("socket.", "ftplib.", "smtplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")


def fetch(url, **_):
    if url.startswith("data:"):
        return default_url_fetcher(url)
    raise ValueError("nothing is fetched")


def refuse(event, arguments):
    """A second fence behind `fetch`, for whatever in the libraries would pass it by."""
    if event.startswith(NETWORK):
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[0], str) and not arguments[0].startswith(READABLE):
        raise PermissionError(event)


def joined(documents):
    """One document of all pages. Its tags (PDF/UA) are read from the elements, so they are joined as well."""
    whole = documents[0].copy([page for document in documents for page in document.pages])
    root = ElementTree.Element("div")
    root.extend(document._html.etree_element for document in documents)
    whole._html = SimpleNamespace(etree_element=root)
    return whole


def main():
    wish = json.load(sys.stdin)
    sys.addaudithook(refuse)
    whole = joined([HTML(string=page, url_fetcher=fetch, base_url=None).render() for page in wish["pages"]])
    whole.metadata.title = wish["title"] or whole.metadata.title
    pdf = io.BytesIO()
    whole.write_pdf(pdf, variant="pdf/ua-1")
    sys.stdout.buffer.write(pdf.getvalue())


main()
