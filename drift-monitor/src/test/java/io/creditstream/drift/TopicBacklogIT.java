package io.creditstream.drift;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.creditstream.drift.measurement.Population;
import io.creditstream.schemas.topic.Topics;
import io.creditstream.service.kafka.CommittedReaders;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.service.kafka.TopicAdmin;
import io.creditstream.service.kafka.TopicSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicBacklogIT {

  private static final byte[] DECISION = "a decision".getBytes(UTF_8);

  @TempDir private Path directory;

  @Test
  void shouldSeeCommittedRecordsAlone() {
    try (TestCluster cluster = new TestCluster(directory, new Population(1, 100, 1))) {
      KafkaSettings kafka = cluster.settings(directory.resolve("state"));
      TopicAdmin.ensure(
          kafka, List.of(Topics.DECISIONS), List.of(), new TopicSettings(2, (short) 1));
      try (TopicBacklog backlog = new TopicBacklog(CommittedReaders.any(kafka))) {
        assertThat(backlog.isEmpty(1, 0)).as("nothing was written").isTrue();

        cluster.send(Topics.DECISIONS.name(), 1, DECISION);
        await("a decision lies there").until(() -> !backlog.isEmpty(1, 0));
        assertThat(backlog.isEmpty(0, 0)).as("not in the other partition").isTrue();
        assertThat(backlog.isEmpty(1, 1)).as("only the mark of the transaction is left").isTrue();

        cluster.abort(Topics.DECISIONS.name(), 1, DECISION);
        cluster.send(Topics.DECISIONS.name(), 0, DECISION);
        await("the other partition has one, too").until(() -> !backlog.isEmpty(0, 0));
        assertThat(backlog.isEmpty(1, 1)).as("what was taken back does not count").isTrue();
      }
    }
  }

  @Test
  void shouldNotTakeItForEmptyWhenNobodyCanTell() {
    KafkaSettings nobody =
        KafkaSettings.of("127.0.0.1:1", "http://127.0.0.1:1", "drift", directory);
    try (TopicBacklog backlog = new TopicBacklog(CommittedReaders.any(nobody))) {
      assertThat(backlog.isEmpty(0, 0)).isFalse();
    }
  }
}
