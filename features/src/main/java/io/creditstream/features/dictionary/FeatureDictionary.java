package io.creditstream.features.dictionary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The features of a model in the order of its vector.
 *
 * @param entries the features, names distinct
 */
public record FeatureDictionary(List<FeatureEntry> entries) {

  public FeatureDictionary {
    entries = List.copyOf(entries);
    Set<String> names = new HashSet<>();
    for (FeatureEntry entry : entries) {
      if (!names.add(entry.name())) {
        throw new IllegalArgumentException("feature " + entry.name() + " is listed twice");
      }
    }
  }

  public int size() {
    return entries.size();
  }

  public FeatureEntry get(int index) {
    return entries.get(index);
  }

  /** The place of a feature in the vector, −1 if it is none of the model's. */
  public int indexOf(String name) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The names, in order. */
  public List<String> names() {
    return entries.stream().map(FeatureEntry::name).toList();
  }
}
