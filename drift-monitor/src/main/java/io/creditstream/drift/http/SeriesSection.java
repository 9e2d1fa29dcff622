package io.creditstream.drift.http;

import io.creditstream.drift.document.HtmlText;
import io.creditstream.drift.document.PageParts;
import io.creditstream.drift.view.DriftSeries;
import io.creditstream.schemas.DriftReport;
import java.util.List;
import java.util.Locale;

/** What the report says of the windows of one size: unfolded or behind a line to unfold. */
final class SeriesSection {

  private SeriesSection() {}

  /**
   * Writes it.
   *
   * @param id tells it from the others of the page
   */
  static void write(StringBuilder html, DriftSeries series, String id, boolean unfolded) {
    DriftReport report = series.latest();
    html.append(unfolded ? "<details open>" : "<details>")
        .append("<summary><h3>Windows of ")
        .append(series.label())
        .append(series.isOfEverybody() ? "" : ", " + HtmlText.escape(series.segment()))
        .append(' ')
        .append(PageParts.badge(report.getStatus()))
        .append("</h3></summary><p class=\"lead\">")
        .append(FeatureSection.summary(report))
        .append("</p><p>Window ")
        .append(report.getWindowStart())
        .append(" to ")
        .append(report.getWindowEnd())
        .append(": ")
        .append(
            String.format(
                Locale.ROOT,
                "%,d decisions against %,d ",
                report.getSamples(),
                report.getReferenceSamples()))
        .append(series.isOfEverybody() ? "of the training data, " : "of its beginning, ")
        .append(report.getLate())
        .append(" late. Closed by ")
        .append(ReportPage.words(report.getClosedBy().name()))
        .append(" at ")
        .append(report.getClosedAt())
        .append(".</p>");
    history(html, series.closed());
    OutputTables.write(html, report);
    FeatureSection.write(html, report, id);
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
