package io.creditstream.advisor.store;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.ReviewVerdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A review as it was recorded.
 *
 * @param reviewId identifier of the review
 * @param reviewedAt when
 * @param reviewer who reviewed
 * @param approver who agreed to overturn; null where none was needed
 * @param verdict what it came to
 * @param outcome the decision after it
 * @param reason why
 */
public record RecordedReview(
    String reviewId,
    Instant reviewedAt,
    String reviewer,
    @Nullable String approver,
    ReviewVerdict verdict,
    DecisionOutcome outcome,
    String reason) {}
