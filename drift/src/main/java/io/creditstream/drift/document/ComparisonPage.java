package io.creditstream.drift.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.drift.comparison.ComparedColumn;
import io.creditstream.drift.comparison.TableComparison;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.schemas.DriftStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A comparison as one HTML page that needs nothing else: a verdict in words, a table of all columns
 * that can be sorted and searched, and both distributions of each. Without scripts the table still
 * stands.
 */
public final class ComparisonPage {

  private ComparisonPage() {}

  /**
   * The page.
   *
   * @param reference what the reference is called
   * @param current what the other table is called
   */
  public static String of(TableComparison comparison, String reference, String current) {
    StringBuilder html = new StringBuilder(1 << 20);
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>Drift report</title><style>")
        .append(resource("comparison.css"))
        .append("</style></head><body><main><h1>Drift report</h1>");
    summary(html, comparison, reference, current);
    table(html, comparison.worstFirst());
    html.append("</main><script type=\"application/json\" id=\"shapes\">")
        .append(shapes(comparison))
        .append("</script><script>")
        .append(resource("comparison.js"))
        .append("</script></body></html>\n");
    return html.toString();
  }

  private static void summary(
      StringBuilder html, TableComparison comparison, String reference, String current) {
    html.append("<p class=\"lead\">")
        .append(badge(comparison.verdict()))
        .append(' ')
        .append(VerdictWords.of(comparison))
        .append("</p><p><b>")
        .append(HtmlText.escape(current))
        .append(String.format(Locale.ROOT, "</b> (%,d rows) against <b>", comparison.currentRows()))
        .append(HtmlText.escape(reference))
        .append(
            String.format(
                Locale.ROOT,
                "</b> (%,d rows): %d alert, %d warning, %d stable, %d insufficient.</p>",
                comparison.referenceRows(),
                comparison.count(DriftStatus.ALERT),
                comparison.count(DriftStatus.WARNING),
                comparison.count(DriftStatus.STABLE),
                comparison.count(DriftStatus.INSUFFICIENT)));
    names(html, "Only in the reference, not compared: ", comparison.onlyInReference());
    names(html, "Only in the other table, not compared: ", comparison.onlyInCurrent());
    html.append(resource("comparison-notes.html"));
  }

  private static void names(StringBuilder html, String title, List<String> names) {
    if (!names.isEmpty()) {
      html.append("<p>")
          .append(title)
          .append(HtmlText.escape(String.join(", ", names)))
          .append("</p>");
    }
  }

  private static void table(StringBuilder html, List<ComparedColumn> columns) {
    html.append("<p><label>Search <input id=\"search\" type=\"search\"></label></p>")
        .append("<div class=\"wide\"><table id=\"columns\"><thead><tr>");
    for (String title :
        List.of(
            "Column",
            "Verdict",
            "In words",
            "Shape",
            "PSI",
            "KS",
            "p",
            "JS",
            "Missing, reference",
            "Missing",
            "Unseen")) {
      html.append("<th scope=\"col\">").append(title).append("</th>");
    }
    html.append("</tr></thead><tbody>");
    columns.forEach(column -> row(html, column));
    html.append("</tbody></table></div>");
  }

  private static void row(StringBuilder html, ComparedColumn column) {
    FeatureMeasure measure = column.measure();
    Kolmogorov kolmogorov = measure.kolmogorov().orElse(null);
    String name = HtmlText.escape(column.name());
    html.append("<tr><th scope=\"row\">").append(name).append("</th>");
    cell(html, column.verdict().verdict().ordinal(), badge(column.verdict().verdict()));
    html.append("<td class=\"words\">").append(VerdictWords.of(column)).append("</td>");
    html.append("<td class=\"shape\" data-column=\"").append(name).append("\"></td>");
    number(html, measure.psi());
    if (kolmogorov == null) {
      cell(html, -1, "–");
      cell(html, 2, "–");
    } else {
      cell(html, kolmogorov.low(), bracket(kolmogorov));
      cell(html, kolmogorov.pValue(), String.format(Locale.ROOT, "%.1e", kolmogorov.pValue()));
    }
    number(html, measure.jensenShannon());
    rate(html, measure.missing().referenceRate());
    rate(html, measure.missing().rate());
    rate(html, measure.unseen().rate());
    html.append("</tr>\n");
  }

  private static String bracket(Kolmogorov kolmogorov) {
    String low = String.format(Locale.ROOT, "%.3f", kolmogorov.low());
    String high = String.format(Locale.ROOT, "%.3f", kolmogorov.high());
    return low.equals(high) ? low : low + "–" + high;
  }

  private static void number(StringBuilder html, double value) {
    cell(html, value, String.format(Locale.ROOT, "%.3f", value));
  }

  private static void rate(StringBuilder html, double value) {
    cell(html, value, VerdictWords.percent(value));
  }

  private static void cell(StringBuilder html, double sortedBy, String content) {
    html.append("<td data-sort=\"").append(sortedBy).append("\">").append(content).append("</td>");
  }

  private static String badge(DriftStatus status) {
    String word = status.name().toLowerCase(Locale.ROOT);
    return "<span class=\"badge " + word + "\">" + word + "</span>";
  }

  /** What the script draws; no text of it can end the element that holds it. */
  private static String shapes(TableComparison comparison) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (ComparedColumn column : comparison.columns()) {
      ObjectNode shape = json.putObject(column.name());
      column.shape().labels().forEach(shape.putArray("labels")::add);
      counts(shape.putArray("reference"), column.shape().reference());
      counts(shape.putArray("current"), column.shape().current());
    }
    return json.toString().replace("<", "\\u003c");
  }

  private static void counts(ArrayNode array, long[] counts) {
    for (long count : counts) {
      array.add(count);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ComparisonPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
