package io.creditstream.drift.http;

import io.creditstream.drift.document.HtmlText;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.FeatureDrift;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of the features of one window, the worst first. */
final class FeatureTable {

  private static final List<String> HEADINGS =
      List.of(
          "Status",
          "This window",
          "Impact",
          "Cost change",
          "PSI",
          "Alert from",
          "KS at least",
          "KS at most",
          "p-value",
          "JS",
          "Missing",
          "In training",
          "Unseen");

  private FeatureTable() {}

  static void write(StringBuilder html, DriftReport report) {
    List<FeatureDrift> features = FeatureOrder.worstFirst(report);
    html.append("<div class=\"scroll\"><table><caption>")
        .append(features.size())
        .append(
            " features and scores, the one that matters most first. Impact: Jensen-Shannon distance"
                + " times mean size of the contribution. Cost change: its part in what a decision"
                + " is expected to cost more than in training.</caption><thead><tr>")
        .append("<th scope=\"col\">Feature</th>");
    HEADINGS.forEach(heading -> html.append("<th scope=\"col\">").append(heading).append("</th>"));
    html.append("</tr></thead><tbody>");
    features.forEach(feature -> row(html, feature));
    html.append("</tbody></table></div>");
  }

  private static void row(StringBuilder html, FeatureDrift feature) {
    html.append("<tr><th scope=\"row\">")
        .append(HtmlText.escape(feature.getFeature()))
        .append("</th>");
    cell(html, ReportPage.badge(feature.getStatus()));
    cell(html, ReportPage.badge(feature.getVerdict()));
    cell(html, number("%.4f", feature.getImpact()));
    cell(html, number("%+.4f", feature.getCostChange()));
    cell(html, number("%.4f", feature.getPsi()));
    cell(html, number("%.4f", feature.getPsiAlert()));
    cell(html, number("%.4f", feature.getKsLow()));
    cell(html, number("%.4f", feature.getKsHigh()));
    cell(html, number("%.1e", feature.getKsPValue()));
    cell(html, number("%.4f", feature.getJensenShannon()));
    cell(html, percent(feature.getMissingRate()));
    cell(html, percent(feature.getReferenceMissingRate()));
    cell(html, percent(feature.getUnseenRate()));
    html.append("</tr>");
  }

  private static void cell(StringBuilder html, String content) {
    html.append("<td>").append(content).append("</td>");
  }

  private static String percent(double share) {
    return number("%.2f %%", share * 100);
  }

  private static String number(String format, @Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, format, value);
  }
}
