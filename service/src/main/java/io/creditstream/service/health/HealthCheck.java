package io.creditstream.service.health;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A named question about the health of a service.
 *
 * @param name short stable name in lower case, for example {@code model}
 * @param problem asks now: empty where all is well, else one line without personal data
 */
public record HealthCheck(String name, Supplier<Optional<String>> problem) {

  public HealthCheck {
    Objects.requireNonNull(problem, "problem");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank: give the check a name");
    }
  }
}
