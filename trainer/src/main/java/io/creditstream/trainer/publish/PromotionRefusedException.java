package io.creditstream.trainer.publish;

import java.util.List;

/** A model that did not pass the gate. */
public final class PromotionRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PromotionRefusedException(String version, List<String> objections) {
    super(
        "model %s is not published as champion: %s; give --force \"REASON\" to publish it all the same"
            .formatted(version, String.join("; ", objections)));
  }
}
