package io.creditstream.service.health;

import io.creditstream.schemas.registry.RegistryListener;
import io.creditstream.schemas.registry.RegistryState;
import java.util.Optional;

/** Not ready while requests wait for the schema registry. */
public final class RegistryHealth implements RegistryListener {

  private volatile RegistryState state = new RegistryState.Reachable();

  @Override
  public void changed(RegistryState next) {
    state = next;
  }

  /** Fails with the time since when, and why, requests wait. */
  public HealthCheck readiness() {
    return new HealthCheck("registry", this::problem);
  }

  private Optional<String> problem() {
    return state instanceof RegistryState.Waiting waiting
        ? Optional.of("waiting since " + waiting.since() + ": " + waiting.reason())
        : Optional.empty();
  }
}
