package io.creditstream.advisor.models;

import java.util.Optional;

/** The models that were published. */
public interface Models {

  /** The model with a digest, if it was published. */
  Optional<KnownModel> find(String sha256);

  /** The model that decides now. */
  Optional<KnownModel> champion();
}
