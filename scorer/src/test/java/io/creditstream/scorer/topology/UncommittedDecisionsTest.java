package io.creditstream.scorer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class UncommittedDecisionsTest {

  private static final TaskId TASK = new TaskId(0, 1);
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final AtomicLong commits = new AtomicLong();
  private final UncommittedDecisions decisions = new UncommittedDecisions();

  @Test
  void shouldHoldADecisionUntilItsThreadHasCommitted() {
    UncommittedDecisions.OfTask task = decisions.start(TASK, commits::get);
    task.add("a-1", NOW);

    assertThat(decisions.contains("a-1", NOW)).isTrue();
    assertThat(decisions.contains("a-2", NOW)).isFalse();
    commits.incrementAndGet();
    assertThat(decisions.contains("a-1", NOW)).isFalse();

    task.add("a-2", NOW);
    assertThat(decisions.contains("a-1", NOW)).isFalse();
    assertThat(decisions.contains("a-2", NOW)).isTrue();
  }

  @Test
  void shouldTellTheDecisionsAboutAnApplicationApart() {
    UncommittedDecisions.OfTask task = decisions.start(TASK, commits::get);
    task.add("a-1", NOW);
    commits.incrementAndGet();
    task.add("a-1", NOW.plusMillis(1));

    assertThat(decisions.contains("a-1", NOW)).isFalse();
    assertThat(decisions.contains("a-1", NOW.plusMillis(1))).isTrue();
  }

  @Test
  void shouldHoldWhatATaskMadeThatHasFailedUntilItIsStartedAnew() {
    decisions.start(TASK, commits::get).add("a-1", NOW);
    decisions.start(new TaskId(0, 2), new AtomicLong(7)::get);
    assertThat(decisions.contains("a-1", NOW)).isTrue();
    long before = decisions.starts();

    decisions.start(TASK, commits::get);

    assertThat(decisions.contains("a-1", NOW)).isFalse();
    assertThat(decisions.starts()).isGreaterThan(before);
  }

  @Test
  void shouldTakeNothingForCommittedWhereAThreadDoesNotTell() {
    decisions.start(TASK, () -> ThreadCommits.UNKNOWN);

    assertThat(decisions.contains("a-1", NOW)).isTrue();
  }
}
