package io.creditstream.advisor.models;

import io.creditstream.schemas.LoanDecision;
import java.util.Optional;

/** The models that were published. */
public interface Models {

  /** The model with a digest, if it was published. */
  Optional<KnownModel> find(String sha256);

  /** The model that made a decision, if it is known with the policy by which it did. */
  default Optional<KnownModel> decided(LoanDecision decision) {
    return find(decision.getModelSha256())
        .filter(model -> model.policy().version().equals(decision.getPolicyVersion()));
  }

  /** The model that decides now. */
  Optional<KnownModel> champion();
}
