package io.creditstream.drift.http;

import io.creditstream.drift.document.HtmlText;
import io.creditstream.drift.view.DriftSeries;
import io.creditstream.schemas.DriftReport;
import java.util.List;

/** What the report says of the windows of one size: unfolded or behind a line to unfold. */
final class SeriesSection {

  private SeriesSection() {}

  static void write(StringBuilder html, DriftSeries series, boolean unfolded) {
    DriftReport report = series.latest();
    html.append(unfolded ? "<details open>" : "<details>")
        .append("<summary><h3>Windows of ")
        .append(series.label())
        .append(series.isOfEverybody() ? "" : ", " + HtmlText.escape(series.segment()))
        .append(' ')
        .append(ReportPage.badge(report.getStatus()))
        .append("</h3></summary><p>Window ")
        .append(report.getWindowStart())
        .append(" to ")
        .append(report.getWindowEnd())
        .append(": ")
        .append(report.getSamples())
        .append(" decisions against ")
        .append(report.getReferenceSamples())
        .append(" of the training data, ")
        .append(report.getLate())
        .append(" late. Closed by ")
        .append(ReportPage.words(report.getClosedBy().name()))
        .append(" at ")
        .append(report.getClosedAt())
        .append(".</p>");
    history(html, series.closed());
    FeatureTable.write(html, report);
    OutputTables.write(html, report);
    html.append("</details>");
  }

  private static void history(StringBuilder html, List<DriftReport> windows) {
    html.append("<ol class=\"history\" aria-label=\"Last windows, the oldest first\">");
    for (DriftReport window : windows) {
      String status = ReportPage.words(window.getStatus().name());
      html.append("<li class=\"")
          .append(status)
          .append("\" title=\"")
          .append(window.getWindowStart())
          .append(", ")
          .append(window.getSamples())
          .append(" decisions\">")
          .append(status)
          .append("</li>");
    }
    html.append("</ol>");
  }
}
