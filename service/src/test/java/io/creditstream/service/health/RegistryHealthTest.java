package io.creditstream.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.schemas.registry.RegistryState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RegistryHealthTest {

  @Test
  void shouldNotBeReadyWhileRequestsWait() {
    RegistryHealth health = new RegistryHealth();
    HealthCheck check = health.readiness();
    assertThat(check.problem().get()).isEmpty();

    health.changed(new RegistryState.Waiting(Instant.EPOCH, "refused"));
    assertThat(check.problem().get()).hasValue("waiting since 1970-01-01T00:00:00Z: refused");

    health.changed(new RegistryState.Reachable());
    assertThat(check.problem().get()).isEmpty();
  }
}
