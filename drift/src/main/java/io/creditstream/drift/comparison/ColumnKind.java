package io.creditstream.drift.comparison;

/** How the values of a column are compared. */
public enum ColumnKind {
  /** All values of both tables are numbers. */
  NUMERIC,
  /** At least one value is a text: every value is a level. */
  CATEGORY
}
