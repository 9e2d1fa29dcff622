package io.creditstream.features.dictionary;

/** How the values of a feature are to be read. */
public enum FeatureKind {
  /** A number on a scale; flags are 0 and 1. */
  NUMERIC,
  /** The index of a level frozen at training, −1 for a level unseen then. */
  CATEGORY
}
