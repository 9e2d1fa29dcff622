package io.creditstream.drift.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.schemas.DriftStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

/** What the pages on drift share. */
public final class PageParts {

  private PageParts() {}

  /** Style sheet of the pages. */
  public static String style() {
    return resource("page.css");
  }

  /**
   * The script that brings every {@link FeatureTable} to life; without it the tables still stand.
   */
  public static String script() {
    return resource("tables.js");
  }

  /** A status as a coloured word. */
  public static String badge(DriftStatus status) {
    String word = status.name().toLowerCase(Locale.ROOT);
    return "<span class=\"badge " + word + "\">" + word + "</span>";
  }

  static String resource(String name) {
    try (InputStream in = PageParts.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
