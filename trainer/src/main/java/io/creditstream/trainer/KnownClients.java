package io.creditstream.trainer;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.report.Holdout;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds clients whose loans a model was trained on. */
final class KnownClients {

  private KnownClients() {}

  /**
   * How many of the clients stand in the out-of-fold rows of a bundle.
   *
   * @return null if the bundle has no such rows
   */
  static @Nullable Long count(Bundle bundle, List<String> clientIds) {
    String csv = bundle.documents().text(Holdout.NAME);
    if (csv == null) {
      return null;
    }
    Set<String> known =
        Holdout.parse(csv).loans().stream()
            .map(Holdout.Loan::pseudonym)
            .collect(Collectors.toSet());
    return clientIds.stream().map(Holdout::pseudonym).filter(known::contains).count();
  }
}
