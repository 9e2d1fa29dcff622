package io.creditstream.drift.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.creditstream.drift.shape.Shape;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A table in HTML that can be sorted and searched, with both distributions of each row: small in
 * the row, and large where it is clicked.
 */
public final class FeatureTable {

  /** Heading of the first cell of {@link #words}. */
  public static final String WORDS = "In words";

  /** Heading of the second cell of {@link #words}. */
  public static final String SHAPE = "Shape";

  private final String id;
  private final String reference;
  private final String current;
  private final List<String> headings;
  private final StringBuilder rows = new StringBuilder(1 << 16);
  private final ObjectNode shapes = JsonNodeFactory.instance.objectNode();

  /**
   * @param id tells tables of a page apart
   * @param reference what the reference is called in a legend
   * @param current what is compared with it is called in a legend
   * @param headings of all cells of a row in their order
   */
  public FeatureTable(String id, String reference, String current, List<String> headings) {
    this.id = id;
    this.reference = reference;
    this.current = current;
    this.headings = List.copyOf(headings);
  }

  /** Begins a row with its name. */
  public FeatureTable row(String name) {
    if (!rows.isEmpty()) {
      rows.append("</tr>\n");
    }
    rows.append("<tr><th scope=\"row\">").append(HtmlText.escape(name)).append("</th>");
    return this;
  }

  /** The cells that are not sorted by: what was found in words, and the place of the picture. */
  public FeatureTable words(String words) {
    rows.append("<td class=\"words\">").append(HtmlText.escape(words)).append("</td>");
    rows.append("<td class=\"shape\"></td>");
    return this;
  }

  /** The distributions of a row. */
  public FeatureTable shape(String name, Shape shape) {
    ObjectNode node = shapes.putObject(name);
    shape.labels().forEach(node.putArray("labels")::add);
    counts(node.putArray("reference"), shape.reference());
    counts(node.putArray("current"), shape.current());
    return this;
  }

  /**
   * A cell.
   *
   * @param content in HTML
   */
  public FeatureTable cell(double sortedBy, String content) {
    rows.append("<td data-sort=\"").append(sortedBy).append("\">").append(content).append("</td>");
    return this;
  }

  /** A number; a dash where there is none, which is less than any. */
  public FeatureTable number(String format, OptionalDouble value) {
    return value.isPresent()
        ? cell(value.getAsDouble(), String.format(Locale.ROOT, format, value.getAsDouble()))
        : cell(Double.NEGATIVE_INFINITY, "–");
  }

  /** A probability; a dash where there is none, which is more than any. */
  public FeatureTable probability(OptionalDouble value) {
    if (value.isEmpty()) {
      return cell(Double.POSITIVE_INFINITY, "–");
    }
    double p = value.getAsDouble();
    return cell(p, String.format(Locale.ROOT, p < 0.001 ? "%.0e" : "%.3f", p));
  }

  /** A distance that lies in a range. */
  public FeatureTable range(double low, double high) {
    String from = String.format(Locale.ROOT, "%.3f", low);
    String to = String.format(Locale.ROOT, "%.3f", high);
    return cell(low, from.equals(to) ? from : from + "–" + to);
  }

  /** A share of 0 to 1. */
  public FeatureTable rate(double share) {
    return cell(share, VerdictWords.percent(share));
  }

  /** Writes the table with its search and what the script draws. */
  public void write(StringBuilder html) {
    html.append("<p class=\"search\"><label>Search <input id=\"")
        .append(id)
        .append(
            "-search\" type=\"search\"></label> Click a heading to sort, a picture to see both"
                + " distributions; grey is the reference.</p><div class=\"wide\"><table class=\"columns\" id=\"")
        .append(id)
        .append("\" data-reference=\"")
        .append(HtmlText.escape(reference))
        .append("\" data-current=\"")
        .append(HtmlText.escape(current))
        .append("\"><thead><tr>");
    for (String heading : headings) {
      boolean plain = heading.equals(WORDS) || heading.equals(SHAPE);
      html.append(plain ? "<th scope=\"col\" data-plain>" : "<th scope=\"col\">")
          .append(heading)
          .append("</th>");
    }
    html.append("</tr></thead><tbody>").append(rows);
    if (!rows.isEmpty()) {
      html.append("</tr>");
    }
    html.append("</tbody></table></div><script type=\"application/json\" id=\"")
        .append(id)
        .append("-shapes\">")
        // No text of it can end the element that holds it.
        .append(shapes.toString().replace("<", "\\u003c"))
        .append("</script>");
  }

  private static void counts(ArrayNode array, long[] counts) {
    for (long count : counts) {
      array.add(count);
    }
  }
}
