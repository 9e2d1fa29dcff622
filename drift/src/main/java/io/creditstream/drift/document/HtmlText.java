package io.creditstream.drift.document;

/** Text made safe for HTML, in elements and in quoted attributes. */
public final class HtmlText {

  private HtmlText() {}

  /** The text with every character that could be taken for markup written as an entity. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      switch (next) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(next);
      }
    }
    return escaped.toString();
  }
}
