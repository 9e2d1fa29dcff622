package io.creditstream.advisor.review;

import java.util.Objects;

/**
 * What a person asks for.
 *
 * @param applicationId the application
 * @param seen {@link ReviewTrail#version} of the trail that the person saw
 * @param step what to do
 * @param reason why; what a person confirms has its reason already
 * @param account account of the person
 */
public record ReviewRequest(
    String applicationId, String seen, ReviewStep step, String reason, String account) {

  /** The longest reason, in characters. */
  public static final int LONGEST_REASON = 2_000;

  public ReviewRequest {
    Objects.requireNonNull(step, "step");
    if (account.isBlank()) {
      throw new IllegalArgumentException("a review needs the account of a person");
    }
  }

  /** Whether a reason is needed and missing. */
  boolean lacksReason() {
    return step != ReviewStep.CONFIRM && reason.isBlank();
  }

  boolean isTooLong() {
    return reason.length() > LONGEST_REASON;
  }
}
