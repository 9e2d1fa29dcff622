package io.creditstream.trainer.report;

import java.util.List;
import java.util.regex.Pattern;

/** Pieces of Markdown in which nothing that comes from data is taken for markup. */
final class Markdown {

  private static final Pattern MARKUP = Pattern.compile("([\\\\`*_{}\\[\\]|#~])");

  private Markdown() {}

  static String text(String text) {
    String entities = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return MARKUP.matcher(entities).replaceAll("\\\\$1").replaceAll("\\R", " ");
  }

  /** One paragraph. */
  static String paragraph(List<String> sentences) {
    return text(String.join(" ", sentences));
  }

  /** One point a sentence. */
  static String points(List<String> sentences) {
    StringBuilder points = new StringBuilder();
    sentences.forEach(sentence -> points.append("- ").append(text(sentence)).append('\n'));
    return points.toString().stripTrailing();
  }

  /** A table of at least one row; without rows what is said instead. */
  static String table(List<String> header, List<List<String>> rows, String nothing) {
    if (rows.isEmpty()) {
      return text(nothing);
    }
    StringBuilder table = new StringBuilder();
    row(table, header);
    table.append("|---".repeat(header.size())).append("|\n");
    rows.forEach(row -> row(table, row));
    return table.toString().stripTrailing();
  }

  private static void row(StringBuilder table, List<String> cells) {
    cells.forEach(cell -> table.append("| ").append(text(cell)).append(' '));
    table.append("|\n");
  }
}
