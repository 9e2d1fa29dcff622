package io.creditstream.advisor.store;

/** What a list of decisions is sorted by; equal ones by the order in which they came. */
public enum SortOrder {
  DECIDED,
  RISK,
  INCOME,
  CREDIT,
  AGE
}
