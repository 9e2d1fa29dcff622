package io.creditstream.advisor.review;

/** What a person does in a review. */
public enum ReviewStep {
  /** The decision stands; refuses a proposal to overturn, if there is one. */
  UPHOLD,
  /** Proposes to overturn, which a second person has to confirm. */
  OVERTURN,
  /** Confirms what another person proposed. */
  CONFIRM
}
