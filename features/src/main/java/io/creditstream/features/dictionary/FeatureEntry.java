package io.creditstream.features.dictionary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One feature of a model.
 *
 * @param name name, in capitals
 * @param kind how its values are to be read
 * @param source topic whose events it is computed from
 * @param en plain words, English
 * @param fr plain words, French
 * @param showable whether it may be shown to a client as a reason
 * @param levels levels of a category in the order of their index; empty for a number
 */
public record FeatureEntry(
    String name,
    FeatureKind kind,
    String source,
    String en,
    String fr,
    boolean showable,
    List<String> levels) {

  /** The index that stands for a level unseen in training. */
  public static final double UNSEEN = -1.0;

  public FeatureEntry {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(fr, "fr");
    levels = List.copyOf(levels);
    if (kind == FeatureKind.NUMERIC && !levels.isEmpty()) {
      throw new IllegalArgumentException("feature " + name + " is numeric but has levels");
    }
  }

  @JsonIgnore
  public boolean isCategory() {
    return kind == FeatureKind.CATEGORY;
  }

  /**
   * What a value of the vector says.
   *
   * @return null where missing, the level of a category, "unseen" for one unseen in training, else
   *     the number
   */
  public @Nullable Object describe(double value) {
    if (Double.isNaN(value)) {
      return null;
    }
    if (!isCategory()) {
      return value;
    }
    return value == UNSEEN ? "unseen" : levels.get((int) value);
  }
}
