package io.creditstream.features.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts that go with a model: reports for people, rows for a comparison with its successor. A
 * scorer needs none of them.
 */
public final class Documents {

  /** No document. */
  public static final Documents NONE = new Documents(Map.of());

  /** A name that leads nowhere but into the bundle. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*\\.[a-z]{2,4}");

  private final Map<String, String> byName;

  private Documents(Map<String, String> byName) {
    this.byName = Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  /**
   * Documents by file name.
   *
   * @throws IllegalArgumentException if a name is no plain file name in small letters, or that of
   *     another part of a bundle
   */
  public static Documents of(Map<String, String> byName) {
    for (String name : byName.keySet()) {
      if (!isName(name)) {
        throw new IllegalArgumentException("a document cannot be called so: " + name);
      }
    }
    return new Documents(byName);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches() && !BundleParts.NAMES.contains(name);
  }

  public Set<String> names() {
    return byName.keySet();
  }

  /** The text of a document, null if there is none of that name. */
  public @Nullable String text(String name) {
    return byName.get(name);
  }

  void addTo(Map<String, byte[]> parts) {
    byName.forEach((name, text) -> parts.put(name, text.getBytes(UTF_8)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Documents that && byName.equals(that.byName);
  }

  @Override
  public int hashCode() {
    return byName.hashCode();
  }

  /** Names the documents, without their content. */
  @Override
  public String toString() {
    return "Documents" + byName.keySet();
  }
}
