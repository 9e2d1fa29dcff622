package io.creditstream.advisor.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The documents of a model as blocks that a template shows: headings, paragraphs, lists and tables.
 * Marks inside a line are left out, and whatever looks like HTML stays text.
 */
final class MarkdownText {

  private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern MARK = Pattern.compile("(?<!\\\\)(\\*\\*|`)");
  private static final Pattern LINK = Pattern.compile("(?<!\\\\)\\[([^]]*)]\\([^)]*\\)");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]|#~])");

  private MarkdownText() {}

  /**
   * A block.
   *
   * @param kind title, heading, text, list or table
   * @param lines its lines; of a table, the cells of all rows
   * @param columns columns of a table, else 0
   */
  public record Block(String kind, List<String> lines, int columns) {

    public Block {
      lines = List.copyOf(lines);
    }

    /** The rows of a table. */
    public List<List<String>> rows() {
      List<List<String>> rows = new ArrayList<>();
      for (int i = 0; i + columns <= lines.size(); i += Math.max(1, columns)) {
        rows.add(lines.subList(i, i + columns));
      }
      return rows;
    }
  }

  static List<Block> blocks(String markdown) {
    List<Block> blocks = new ArrayList<>();
    List<String> open = new ArrayList<>();
    String kind = "";
    for (String raw : markdown.lines().toList()) {
      String line = raw.strip();
      String next = kind(line);
      if (!next.equals(kind) || line.startsWith("#")) {
        close(blocks, kind, open);
        kind = next;
      }
      if (!next.isEmpty()) {
        open.add(line);
      }
    }
    close(blocks, kind, open);
    return blocks;
  }

  private static String kind(String line) {
    if (line.isEmpty()) {
      return "";
    }
    if (line.startsWith("#")) {
      return line.startsWith("##") ? "heading" : "title";
    }
    if (line.startsWith("|")) {
      return "table";
    }
    return line.startsWith("- ") || line.startsWith("* ") ? "list" : "text";
  }

  private static void close(List<Block> blocks, String kind, List<String> open) {
    if (!open.isEmpty()) {
      switch (kind) {
        case "title", "heading" ->
            blocks.add(new Block(kind, List.of(plain(open.get(0).replaceFirst("^#+\\s*", ""))), 0));
        case "table" -> blocks.add(table(open));
        case "list" ->
            blocks.add(
                new Block(kind, open.stream().map(line -> plain(line.substring(2))).toList(), 0));
        default -> blocks.add(new Block(kind, List.of(plain(String.join(" ", open))), 0));
      }
      open.clear();
    }
  }

  private static Block table(List<String> lines) {
    List<String> cells = new ArrayList<>();
    int columns = 0;
    for (String line : lines) {
      if (line.matches("[|:\\-\\s]+")) {
        continue;
      }
      String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
      String[] row = CELLS.split(inner, -1);
      columns = columns == 0 ? row.length : columns;
      for (int i = 0; i < columns; i++) {
        cells.add(i < row.length ? plain(row[i].strip()) : "");
      }
    }
    return new Block("table", cells, columns);
  }

  /** Without marks; what is escaped against being taken for one, as it is meant. */
  private static String plain(String line) {
    String text = LINK.matcher(MARK.matcher(line).replaceAll("")).replaceAll("$1");
    return ESCAPED
        .matcher(text)
        .replaceAll("$1")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
