package io.creditstream.advisor.store;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.LoanDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records that are written together with the positions after them.
 *
 * @param applications applications, in the order of their partitions
 * @param decisions decisions; the application of each is in this batch or was written before
 * @param reviews reviews of decisions
 * @param positions the next offset to read of each partition that this batch moves
 */
public record Batch(
    List<ReadApplication> applications,
    List<ReadDecision> decisions,
    List<ReadReview> reviews,
    Map<Partition, Long> positions) {

  public Batch {
    applications = List.copyOf(applications);
    decisions = List.copyOf(decisions);
    reviews = List.copyOf(reviews);
    positions = Map.copyOf(positions);
  }

  /** An application and where it was read. */
  public record ReadApplication(Place place, LoanApplication application) {}

  /** A decision, where it was read, and the features of the model that made it if that is known. */
  public record ReadDecision(
      Place place, LoanDecision decision, Optional<FeatureDictionary> dictionary) {}

  /** A review and where it was read. */
  public record ReadReview(Place place, DecisionReview review) {}

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return positions.isEmpty();
  }
}
