"""What every web page that we write has in common: one file, no scripts, nothing fetched."""

from collections.abc import Iterator
from html import escape

from vcs_desktop.core.language import spoken
from vcs_desktop.core.text import without_hidden

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light; }
body { font: 1.05rem/1.55 Inter, system-ui, "Segoe UI", sans-serif; color: #1b2328;
  background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.25; } h2 { font-size: 1.4rem; line-height: 1.3; }
h3 { font-size: 1.1rem; margin-bottom: .3rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid #767f86; overflow-wrap: break-word; font-weight: normal; }
thead th { font-weight: 600; border-bottom: 2px solid #1b2328; }
.source { color: #4a565d; }
a { color: #0a5a5e; }
@page { size: A4; margin: 17mm 16mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; line-height: 1.35; }
  h1 { font-size: 20pt; } h2 { font-size: 15pt; } h3 { font-size: 12pt; }
  h1, h2, h3 { margin: .5em 0 .2em; break-after: avoid; }
  p, ul, ol, dl { margin: .25em 0; }
  th, td { padding: .15rem .6rem .2rem 0; line-height: 1.25; }
  li, dd, tr { break-inside: avoid; }
  .source { font-size: 9.5pt; }
  a { color: inherit; text-decoration: none; }
}
"""


def page(title: str, style: str, lines: Iterator[str], language: str = "") -> str:
    """Return one HTML file that needs nothing else.

    ``style`` comes after what all pages have. ``lines`` are HTML, already escaped.
    ``language`` is a code such as "cy"; that of the window where it is empty.
    """
    return "\n".join(_whole(title, style, lines, language or spoken())) + "\n"


def said(text: str) -> str:
    """Return text on one line, escaped, without what cannot be seen."""
    return escape(" ".join(without_hidden(text).split()))


def _whole(title: str, style: str, lines: Iterator[str], language: str) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language)}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{said(title)}</title><style>{STYLE}{style}</style></head><body><main>"
    yield from lines
    yield "</main></body></html>"
