package io.creditstream.trainer.publish;

import io.creditstream.features.bundle.Bundle;
import java.util.List;

/** A model that did not pass the gate. */
public final class PromotionRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PromotionRefusedException(Bundle bundle, List<String> objections) {
    super(
        "model %s with policy %s is not published as champion: %s; give --force \"REASON\" to publish it all the same"
            .formatted(
                bundle.manifest().version(),
                bundle.policy().version(),
                String.join("; ", objections)));
  }
}
