package io.creditstream.drift.histogram;

import io.creditstream.features.profile.CategoryProfile;
import io.creditstream.features.profile.FeatureProfile;
import io.creditstream.features.profile.JointProfile;
import io.creditstream.features.profile.NumericProfile;
import io.creditstream.features.profile.ReferenceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the bins of each feature lie in one flat array of cells: the features in the order of the
 * dictionary, then the score, then the joint distance if the reference has one. A number has its
 * stability bins, its Kolmogorov bins and a cell for missing; a category has its levels, a cell for
 * unseen ones and a cell for missing.
 */
public final class HistogramLayout {

  private final List<FeatureCells> features;
  private final @Nullable JointCells joint;

  private HistogramLayout(List<FeatureCells> features, @Nullable JointCells joint) {
    this.features = List.copyOf(features);
    this.joint = joint;
  }

  /** The layout of a reference. */
  public static HistogramLayout of(ReferenceProfile profile) {
    List<FeatureCells> features = new ArrayList<>();
    int cells = 0;
    List<FeatureProfile> all = new ArrayList<>(profile.features());
    all.add(profile.score());
    for (FeatureProfile feature : all) {
      FeatureCells next =
          feature instanceof NumericProfile numeric
              ? new NumericCells(numeric, cells)
              : new CategoryCells((CategoryProfile) feature, cells);
      features.add(next);
      cells = next.end();
    }
    JointProfile joint = profile.joint();
    return new HistogramLayout(
        features, joint == null ? null : new JointCells(joint, profile.features(), cells));
  }

  /** Cells of each feature in the order of the dictionary, then those of the score. */
  public List<FeatureCells> features() {
    return features;
  }

  /** Cells of the joint distance; empty where the reference has none. */
  public Optional<JointCells> joint() {
    return Optional.ofNullable(joint);
  }

  /** Number of cells. */
  public int cells() {
    return joint == null ? features.get(features.size() - 1).end() : joint.cells().end();
  }
}
