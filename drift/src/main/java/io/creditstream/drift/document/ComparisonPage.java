package io.creditstream.drift.document;

import io.creditstream.drift.comparison.ComparedColumn;
import io.creditstream.drift.comparison.TableComparison;
import io.creditstream.drift.document.VerdictWords.Difference;
import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.measurement.FeatureMeasure.Kolmogorov;
import io.creditstream.schemas.DriftStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A comparison as one HTML page that needs nothing else: a verdict in words, a table of all columns
 * that can be sorted and searched, and both distributions of each. Without scripts the table still
 * stands.
 */
public final class ComparisonPage {

  private static final VerdictWords WORDS = new VerdictWords("columns", "rows");

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
        .append(PageParts.style())
        .append("</style></head><body><main><h1>Drift report</h1>");
    summary(html, comparison, reference, current);
    table(comparison.worstFirst()).write(html);
    html.append("</main><script>").append(PageParts.script()).append("</script></body></html>\n");
    return html.toString();
  }

  private static void summary(
      StringBuilder html, TableComparison comparison, String reference, String current) {
    html.append("<p class=\"lead\">")
        .append(PageParts.badge(comparison.verdict()))
        .append(' ')
        .append(
            WORDS.summary(
                comparison.verdict(),
                comparison.count(DriftStatus.ALERT),
                comparison.count(DriftStatus.WARNING),
                comparison.columns().size()))
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
    html.append(PageParts.resource("comparison-notes.html"));
  }

  private static void names(StringBuilder html, String title, List<String> names) {
    if (!names.isEmpty()) {
      html.append("<p>")
          .append(title)
          .append(HtmlText.escape(String.join(", ", names)))
          .append("</p>");
    }
  }

  private static FeatureTable table(List<ComparedColumn> columns) {
    FeatureTable table =
        new FeatureTable(
            "columns",
            "reference",
            "other table",
            List.of(
                "Column",
                "Verdict",
                FeatureTable.WORDS,
                FeatureTable.SHAPE,
                "PSI",
                "KS",
                "p",
                "JS",
                "Missing, reference",
                "Missing",
                "Unseen"));
    columns.forEach(column -> row(table, column));
    return table;
  }

  private static void row(FeatureTable table, ComparedColumn column) {
    FeatureMeasure measure = column.measure();
    Optional<Kolmogorov> kolmogorov = measure.kolmogorov();
    DriftStatus verdict = column.verdict().verdict();
    table
        .row(column.name())
        .cell(verdict.ordinal(), PageParts.badge(verdict))
        .words(WORDS.of(difference(column)))
        .shape(column.name(), column.shape())
        .number("%.3f", OptionalDouble.of(measure.psi()));
    kolmogorov.ifPresentOrElse(
        found ->
            table.range(found.low(), found.high()).probability(OptionalDouble.of(found.pValue())),
        () -> table.number("", OptionalDouble.empty()).probability(OptionalDouble.empty()));
    table
        .number("%.3f", OptionalDouble.of(measure.jensenShannon()))
        .rate(measure.missing().referenceRate())
        .rate(measure.missing().rate())
        .rate(measure.unseen().rate());
  }

  private static Difference difference(ComparedColumn column) {
    FeatureMeasure measure = column.measure();
    return new Difference(
        column.verdict().verdict(),
        measure.missing().rate(),
        measure.missing().referenceRate(),
        measure.unseen().rate(),
        measure
            .kolmogorov()
            .map(found -> OptionalDouble.of(found.low()))
            .orElse(OptionalDouble.empty()));
  }
}
