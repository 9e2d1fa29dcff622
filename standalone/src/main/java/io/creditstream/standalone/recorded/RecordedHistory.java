package io.creditstream.standalone.recorded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.history.HistorySource;
import io.creditstream.schemas.SourceRecord;
import io.creditstream.scorer.replay.HistoryRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The history of some clients, as its topics hold it. */
final class RecordedHistory {

  private final Map<String, Map<HistorySource<?>, List<HistoryRecord>>> byClient = new HashMap<>();

  private RecordedHistory() {}

  /**
   * Reads the history of clients, without what was set aside.
   *
   * @param partitions partitions that their applications lie in; history lies in the same
   */
  static RecordedHistory read(TopicScan scan, Set<String> clients, Set<Integer> partitions) {
    RecordedHistory history = new RecordedHistory();
    for (HistorySource<?> source : HistorySource.all()) {
      Set<SourceRecord> setAside = DeadLetters.places(scan, source.topic().name());
      List<TopicPartition> read =
          scan.partitions(source.topic().name()).stream()
              .filter(partition -> partitions.contains(partition.partition()))
              .toList();
      scan.read(
          read,
          record -> {
            String client = record.key() == null ? "" : new String(record.key(), UTF_8);
            SourceRecord place = RecordedApplications.place(record);
            if (clients.contains(client) && !setAside.contains(place)) {
              history.add(
                  client,
                  source,
                  new HistoryRecord(place, record.timestamp(), record.key(), record.value()));
            }
          });
    }
    return history;
  }

  Map<HistorySource<?>, List<HistoryRecord>> of(String client) {
    return byClient.getOrDefault(client, Map.of());
  }

  private void add(String client, HistorySource<?> source, HistoryRecord record) {
    byClient
        .computeIfAbsent(client, any -> new HashMap<>())
        .computeIfAbsent(source, any -> new ArrayList<>())
        .add(record);
  }
}
