package io.creditstream.advisor.review;

/** What became of what a person asked for. */
public enum ReviewAnswer {
  /** It was recorded and counts. */
  RECORDED,
  /** It was recorded, but is not on the trail yet. */
  ON_ITS_WAY,
  /** A reason is missing. */
  NO_REASON,
  /** The reason is longer than {@link ReviewRequest#LONGEST_REASON}. */
  LONG_REASON,
  /** The one who proposed cannot confirm. */
  SAME_PERSON,
  /** The trail is not what the person saw: somebody else was faster. Nothing was recorded. */
  CHANGED,
  /** The step does not fit: there is nothing to review, or to confirm. */
  NOT_NOW,
  /** The topic could not be written to; it is not known whether the event arrived. */
  UNAVAILABLE
}
