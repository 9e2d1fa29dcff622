package io.creditstream.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of figures in Markdown. */
public final class Table {

  private final List<String> lines = new ArrayList<>();

  /** Begins a table. */
  public Table(String... columns) {
    add((Object[]) columns);
    lines.add("|" + "---|".repeat(columns.length));
  }

  /** Adds a row. */
  public void row(Object... cells) {
    add(cells);
  }

  private void add(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    lines.add(line.toString());
  }

  /** A number with thousands separated, as many digits as it deserves. */
  public static String number(double value) {
    String format = value >= 100 ? "%,.0f" : value >= 10 ? "%,.1f" : "%,.2f";
    return String.format(Locale.ROOT, format, value);
  }

  /** How many times as large as a base a number is; a dash where there is no base. */
  static String ratio(double value, double base) {
    return base == 0 ? "–" : number(value / base);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
