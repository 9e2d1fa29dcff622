package io.creditstream.scorer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.model.ModelRefusedException;
import io.creditstream.schemas.topic.ModelRole;
import io.creditstream.scorer.fixture.CountingMetrics;
import io.creditstream.scorer.fixture.FakeModels;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelSlotTest {

  private static final ModelRefusedException UNWRITABLE = new ModelRefusedException("mend it");

  private final ActiveModel active = new ActiveModel();
  private final CountingMetrics metrics = new CountingMetrics();
  private final Refusals refusals = new Refusals(() -> Instant.EPOCH);
  private final ModelSlot slot = ModelSlot.of(ModelRole.CHALLENGER, active, refusals, metrics);

  @Test
  void shouldExpelAModelThatWasTakenAndSayWhichAndWhy() {
    slot.give(FakeModels.linear("m-2"), new Published(7, "m-2", "digest"));

    slot.expel(UNWRITABLE);

    assertThat(active.current()).isEmpty();
    assertThat(metrics.events())
        .containsExactly("active challenger m-2", "withdrawn challenger", "refused challenger");
    assertThat(refusals.last())
        .containsExactly(
            new Refusal(ModelRole.CHALLENGER, Instant.EPOCH, 7, "m-2", "digest", "mend it"));
  }

  @Test
  void shouldExpelAModelOnceThoughSeveralThreadsAskForIt() {
    slot.give(FakeModels.linear("m-2"), new Published(7, "m-2", "digest"));

    slot.expel(UNWRITABLE);
    slot.expel(UNWRITABLE);

    assertThat(refusals.last()).hasSize(1);
  }

  @Test
  void shouldKeepTheOldModelWhereTheNewOneCannotBePrepared() {
    ModelSlot unprepared =
        new ModelSlot(
            ModelRole.CHALLENGER,
            active,
            () -> {
              throw UNWRITABLE;
            },
            refusals,
            metrics);
    active.activate(FakeModels.linear("old"));

    assertThatThrownBy(
            () -> unprepared.give(FakeModels.linear("m-2"), new Published(7, "m-2", "digest")))
        .isSameAs(UNWRITABLE);

    assertThat(active.current().orElseThrow().version()).isEqualTo("old");
  }
}
