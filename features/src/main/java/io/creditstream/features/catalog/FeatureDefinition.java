package io.creditstream.features.catalog;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The declaration of a feature.
 *
 * @param name name, in capitals
 * @param source topic whose events it is computed from
 * @param tables tables of history that it needs, all of them; none if the application is enough
 * @param en plain words, English
 * @param fr plain words, French
 * @param sensitivity what must be heeded when it is used or shown
 * @param value how it is computed
 */
public record FeatureDefinition(
    String name,
    String source,
    Set<KaggleTable> tables,
    String en,
    String fr,
    Sensitivity sensitivity,
    FeatureValue value) {

  public FeatureDefinition {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    tables = Set.copyOf(tables);
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(fr, "fr");
    Objects.requireNonNull(sensitivity, "sensitivity");
    Objects.requireNonNull(value, "value");
  }

  public boolean isCategory() {
    return value instanceof FeatureValue.Level;
  }

  /** The entry of the dictionary of a model that knows the given levels. */
  public FeatureEntry entry(List<String> levels) {
    return new FeatureEntry(
        name,
        isCategory() ? FeatureKind.CATEGORY : FeatureKind.NUMERIC,
        source,
        en,
        fr,
        sensitivity == Sensitivity.NONE,
        levels);
  }
}
