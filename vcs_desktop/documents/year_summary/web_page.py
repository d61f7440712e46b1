"""The page of a year as a web page; its charts are drawings that anybody can enlarge."""

from collections.abc import Iterator

from vcs_desktop.documents.web import page, said
from vcs_desktop.documents.web_text import STYLE, html_of_sources, html_of_text
from vcs_desktop.documents.year_summary import content
from vcs_desktop.documents.year_summary.content import Chart
from vcs_desktop.domain.reading import Heading, Span
from vcs_desktop.domain.year_summary import YearSummary

_OWN_STYLE = """
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
  gap: .8rem; padding: 0; margin: 1rem 0; }
.figures div { border: 1px solid #767f86; border-radius: 8px; padding: .6rem .8rem; }
.figures dt { font-size: 1.6rem; font-weight: 700; color: #0a5a5e; }
.figures dd { margin: 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
figure { margin: 0; } figcaption { font-weight: 600; margin-bottom: .3rem; }
svg { width: 100%; height: auto; } svg rect { fill: #0a5a5e; }
svg text { font: 11px Inter, system-ui, sans-serif; fill: #1b2328; text-anchor: middle; }
@media print { .figures { grid-template-columns: repeat(3, 1fr); gap: 2mm; }
  .figures dt { font-size: 14pt; } .figures div { padding: 1mm 2mm; }
  .charts { grid-template-columns: 1fr 1fr; } }
"""
_WIDE, _TALL, _FOOT, _HEAD = 360, 150, 18, 16


def page_of(summary: YearSummary) -> str:
    """Return the page as one HTML file that needs nothing else."""
    return page(content.title(summary), STYLE + _OWN_STYLE, _lines(summary))


def _lines(summary: YearSummary) -> Iterator[str]:
    yield f"<h1>{said(content.title(summary))}</h1>"
    # A figure comes before what it counts, also for those who hear it.
    yield '<dl class="figures">'
    for figure, what in content.figures(summary):
        yield f"<div><dt>{said(figure)}</dt><dd>{said(what)}</dd></div>"
    yield '</dl><div class="charts">'
    for chart in content.charts(summary):
        yield from _drawn(chart)
    yield "</div>"
    months, notes = content.months(summary), content.notes(summary)
    heading = Heading(2, (Span(content.by_month()),))
    yield from html_of_text((heading, months, *content.activities(summary)))
    yield from html_of_text(notes[0], notes=len(notes[1]))
    yield from html_of_sources(notes[1])
    yield f'<p class="source end">{said(content.closing_line(summary))}</p>'


def _drawn(chart: Chart) -> Iterator[str]:
    """Yield the bars of a chart, each with its figure above and its month below."""
    yield f"<figure><figcaption>{said(chart.title)}</figcaption>"
    yield f'<svg viewBox="0 0 {_WIDE} {_TALL}" role="img" aria-label="{said(chart.said)}">'
    most = max((high for _, high, _ in chart.bars), default=0) or 1
    step = _WIDE / max(1, len(chart.bars))
    for number, (name, high, figure) in enumerate(chart.bars):
        middle = step * (number + 0.5)
        tall = (_TALL - _FOOT - _HEAD) * high / most
        top = _TALL - _FOOT - tall
        yield (
            f'<rect x="{middle - step * 0.35:.1f}" y="{top:.1f}" '
            f'width="{step * 0.7:.1f}" height="{tall:.1f}"/>'
        )
        if figure:
            yield f'<text x="{middle:.1f}" y="{top - 4:.1f}">{said(figure)}</text>'
        yield f'<text x="{middle:.1f}" y="{_TALL - 4}">{said(name)}</text>'
    yield "</svg></figure>"
