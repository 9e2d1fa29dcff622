package io.creditstream.benchmarks.pipeline;

import io.creditstream.features.dataset.Dossier;
import io.creditstream.service.kafka.KafkaSettings;
import io.creditstream.simulator.feed.ConsumerGroupBarrier;
import io.creditstream.simulator.feed.EventPublisher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * The history of the clients as it lies on its topics.
 *
 * @param ends offset behind the last record of each partition
 */
public record WrittenHistory(Map<TopicPartition, Long> ends) {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  public WrittenHistory {
    ends = Map.copyOf(ends);
  }

  /** Writes the history of clients. */
  public static WrittenHistory write(List<Dossier> clients, Workbench workbench) {
    try (EventPublisher publisher =
        EventPublisher.connect(
            workbench.kafka("benchmark-client").client(), workbench.registry())) {
      clients.forEach(client -> publisher.sendAll(client.history()));
      publisher.flush();
      return new WrittenHistory(publisher.offsets());
    }
  }

  /** Waits until a scorer has taken all of it in. */
  public void awaitTakenIn(KafkaSettings scorer) {
    try (ConsumerGroupBarrier barrier =
        new ConsumerGroupBarrier(Admin.create(scorer.client()), scorer.applicationId(), PATIENCE)) {
      barrier.await(ends);
    }
  }
}
