package io.creditstream.drift.reference;

import java.util.Optional;

/** Finds the reference of the model that a decision names. Safe for threads. */
@FunctionalInterface
public interface ModelCatalog {

  /**
   * The model with this digest; empty when it is surely on neither topic of models.
   *
   * @throws ModelsUnavailableException when that cannot be told at the moment
   */
  Optional<ReferenceModel> find(String sha256);
}
