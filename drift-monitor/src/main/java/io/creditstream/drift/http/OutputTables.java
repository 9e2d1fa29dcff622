package io.creditstream.drift.http;

import io.creditstream.drift.document.HtmlText;
import io.creditstream.drift.document.PageParts;
import io.creditstream.schemas.DecisionShares;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.GroupApproval;
import io.creditstream.schemas.JointDrift;
import io.creditstream.schemas.ModelPerformance;
import io.creditstream.schemas.NamedCount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a model made of the applications of a window, and what became of the loans, in HTML. */
final class OutputTables {

  private static final int MOST_REASONS = 8;

  private OutputTables() {}

  static void write(StringBuilder html, DriftReport report) {
    JointDrift joint = report.getJoint();
    if (joint != null) {
      html.append("<p>Features together: ")
          .append(PageParts.badge(joint.getStatus()))
          .append(format(" PSI %.4f of the joint distance. ", joint.getPsi()))
          .append(HtmlText.escape(JointWords.of(joint)))
          .append("</p>");
    }
    DecisionShares decisions = report.getDecisions();
    if (decisions != null && report.getSamples() > 0) {
      decisions(html, decisions, report.getSamples());
    }
    report
        .getChallengers()
        .forEach(
            found ->
                html.append("<p>Challenger ")
                    .append(HtmlText.escape(found.getModelSha256().substring(0, 12)))
                    .append(
                        format(
                            ": agrees on %.1f %% of %d decisions, its probability is higher by"
                                + " %+.4f on average.</p>",
                            100 * found.getAgreement(),
                            found.getSamples(),
                            found.getMeanDifference())));
    if (!report.getPerformance().isEmpty()) {
      performance(html, report.getPerformance());
    }
    if (!report.getGroups().isEmpty()) {
      groups(html, report.getGroups());
    }
  }

  private static void decisions(StringBuilder html, DecisionShares decisions, double samples) {
    html.append(
        format(
            "<p>Approved %.1f %%, referred %.1f %%, declined %.1f %%; expected cost %.4f per"
                + " application.",
            100 * decisions.getApproved() / samples,
            100 * decisions.getReferred() / samples,
            100 * decisions.getDeclined() / samples,
            decisions.getExpectedCost()));
    if (!decisions.getMissingSources().isEmpty()) {
      html.append(" No history in ")
          .append(shares(decisions.getMissingSources(), samples, Integer.MAX_VALUE))
          .append('.');
    }
    html.append("</p>");
    if (decisions.getExplained() > 0) {
      html.append("<p>Reasons, of ")
          .append(decisions.getExplained())
          .append(
              " decisions that carry contributions (those not approved, and those that asked): ")
          .append(shares(decisions.getReasons(), decisions.getExplained(), MOST_REASONS));
      if (decisions.getExplanationDrift() != null) {
        html.append(
            format(
                ". Contributions differ from those of the first decisions by %.3f",
                decisions.getExplanationDrift()));
      }
      html.append(".</p>");
    }
  }

  private static String shares(List<NamedCount> counts, double samples, int most) {
    return counts.stream()
        .sorted(Comparator.comparing(NamedCount::getCount).reversed())
        .limit(most)
        .map(
            count ->
                HtmlText.escape(count.getName())
                    + format(" %.1f %%", 100 * count.getCount() / samples))
        .collect(Collectors.joining(", "));
  }

  private static void performance(StringBuilder html, List<ModelPerformance> all) {
    html.append("<div class=\"wide\"><table><caption>Performance ")
        .append(OutputJson.GRANTED_ONLY)
        .append("</caption><thead><tr>");
    for (String heading :
        List.of(
            "Figures", "Loans", "Defaults", "AUC", "KS", "Brier", "Calibration", "Cost per loan")) {
      html.append("<th scope=\"col\">").append(heading).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (ModelPerformance found : all) {
      html.append("<tr><th scope=\"row\">")
          .append(
              found.getEstimated()
                  ? "<em>estimate from the probabilities</em>"
                  : "outcomes that became known")
          .append("</th>");
      cell(html, format("%d", found.getSamples()));
      cell(html, format("%.1f", found.getDefaults()));
      cell(html, orDash("%.4f", found.getAuc()));
      cell(html, orDash("%.4f", found.getKs()));
      cell(html, format("%.4f", found.getBrier()));
      cell(html, orDash("%.3f", found.getCalibration()));
      cell(html, format("%.4f", found.getCost()));
      html.append("</tr>");
    }
    html.append("</tbody></table></div>");
  }

  private static void groups(StringBuilder html, List<GroupApproval> groups) {
    html.append("<div class=\"wide\"><table><caption>Approval by group; the ratio is to the")
        .append(" highest rate of a group of at least 200 decisions</caption><thead><tr>");
    for (String heading : List.of("Group", "Decisions", "Approved", "Ratio")) {
      html.append("<th scope=\"col\">").append(heading).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (GroupApproval group : groups) {
      html.append("<tr><th scope=\"row\">")
          .append(HtmlText.escape(group.getAttribute() + " " + group.getGroup()))
          .append("</th>");
      cell(html, format("%d", group.getSamples()));
      cell(html, format("%.1f %%", 100 * group.getApprovalRate()));
      cell(html, orDash("%.3f", group.getRatio()));
      html.append("</tr>");
    }
    html.append("</tbody></table></div>");
  }

  private static void cell(StringBuilder html, String content) {
    html.append("<td>").append(content).append("</td>");
  }

  private static String orDash(String pattern, @Nullable Double value) {
    return value == null ? "–" : format(pattern, value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
