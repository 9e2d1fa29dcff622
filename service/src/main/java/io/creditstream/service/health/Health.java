package io.creditstream.service.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes a service alive and what makes it ready.
 *
 * @param liveness checks that fail only when the process is of no more use and has to be restarted
 * @param readiness checks that fail while the service cannot do its work
 */
public record Health(List<HealthCheck> liveness, List<HealthCheck> readiness) {

  public Health {
    liveness = List.copyOf(liveness);
    readiness = List.copyOf(readiness);
  }

  /** Problems of the liveness by name of the check, in their order; empty means alive. */
  public Map<String, String> whyNotAlive() {
    return problems(liveness);
  }

  /** Problems of the readiness by name of the check, in their order; empty means ready. */
  public Map<String, String> whyNotReady() {
    return problems(readiness);
  }

  private static Map<String, String> problems(List<HealthCheck> checks) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (HealthCheck check : checks) {
      check.problem().get().ifPresent(problem -> problems.put(check.name(), problem));
    }
    return problems;
  }
}
