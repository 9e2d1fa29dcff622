package io.creditstream.model;

/** What runs a model. */
public enum ModelEngine {
  /** Code of this project, which the model is compiled for; LightGBM where it cannot be. */
  COMPILED,
  /** LightGBM itself. */
  LIGHTGBM
}
