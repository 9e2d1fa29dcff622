package io.creditstream.drift.segment;

import io.creditstream.schemas.LoanApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the population is parted.
 *
 * @param segmentations each application lies in one segment of each
 * @param groups attributes by which approval is compared
 * @param mostSegments segments of a model that are watched; further ones are counted and dropped
 */
public record PopulationParts(
    List<Segmentation> segmentations, Set<ProtectedGroup> groups, int mostSegments) {

  private static final String NONE = "none";
  private static final int MOST = 20;

  public PopulationParts {
    segmentations = List.copyOf(segmentations);
    groups = Set.copyOf(groups);
    if (mostSegments < 0) {
      throw new IllegalArgumentException("mostSegments is below 0");
    }
  }

  /** No segments, approval by gender and age. */
  public static PopulationParts defaults() {
    return new PopulationParts(List.of(), Set.of(ProtectedGroup.values()), MOST);
  }

  /** Nothing: applications need not be read. */
  public static PopulationParts none() {
    return new PopulationParts(List.of(), Set.of(), MOST);
  }

  /**
   * Reads how the population is parted.
   *
   * @param segments expressions of segments between semicolons; empty for none
   * @param groups names of attributes between commas, or none
   * @throws IllegalArgumentException saying what is wrong with them
   */
  public static PopulationParts parse(String segments, String groups, int mostSegments) {
    List<Segmentation> segmentations = new ArrayList<>();
    for (String expression : segments.split(";")) {
      if (!expression.isBlank()) {
        segmentations.add(Segmentation.parse(expression));
      }
    }
    return new PopulationParts(segmentations, groups(groups), mostSegments);
  }

  private static Set<ProtectedGroup> groups(String names) {
    Set<ProtectedGroup> groups = new TreeSet<>();
    if (!names.strip().equals(NONE)) {
      for (String name : names.split(",")) {
        groups.add(
            Arrays.stream(ProtectedGroup.values())
                .filter(group -> group.label().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(
                    () -> new IllegalArgumentException("groups are gender, age, both or none")));
      }
    }
    return groups;
  }

  /** Whether anything of applications is needed. */
  public boolean needApplications() {
    return !segmentations.isEmpty() || !groups.isEmpty();
  }

  /** Where an application belongs. */
  public Traits of(LoanApplication application) {
    Map<String, String> found = new LinkedHashMap<>();
    groups.stream().sorted().forEach(group -> found.put(group.label(), group.groupOf(application)));
    return new Traits(
        segmentations.stream().map(segmentation -> segmentation.of(application)).toList(), found);
  }
}
