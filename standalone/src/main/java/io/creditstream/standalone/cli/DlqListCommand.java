package io.creditstream.standalone.cli;

import io.creditstream.standalone.recorded.Connection;
import io.creditstream.standalone.recorded.DeadLetters;
import io.creditstream.standalone.recorded.ReplayedLetters;
import io.creditstream.standalone.recorded.SetAside;
import io.creditstream.standalone.recorded.TopicScan;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "Shows dead letters, without what they say about a client.",
    mixinStandardHelpOptions = true)
final class DlqListCommand implements Callable<Integer> {

  @Mixin private RecordedData data = new RecordedData();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only those of this topic, as in credit.applications.v1.")
  private Optional<String> topic = Optional.empty();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only those set aside for this reason.")
  private Optional<String> reason = Optional.empty();

  @Option(
      names = "--max",
      paramLabel = "N",
      defaultValue = "100",
      description = "Print at most N letters (default ${DEFAULT-VALUE}); all are counted.")
  private long max;

  @Option(
      names = "--payload",
      description = "Print also key and value, in Base64: they hold data of clients.")
  private boolean payload;

  private long count;

  @Override
  public Integer call() throws Exception {
    return data.open(this::print);
  }

  private int print(Connection connection) {
    TextTable table =
        payload
            ? new TextTable(
                "topic",
                "letter",
                "record",
                "time",
                "reason",
                "replayed",
                "message",
                "key",
                "value")
            : new TextTable("topic", "letter", "record", "time", "reason", "replayed", "message");
    try (TopicScan scan = new TopicScan(connection.client())) {
      Set<String> topics = topic.map(Set::of).orElseGet(() -> DeadLetters.topics(scan));
      for (String name : topics) {
        ReplayedLetters replayed = ReplayedLetters.in(scan, name);
        DeadLetters.read(scan, name, letter -> add(table, name, letter, replayed));
      }
    }
    System.out.print(table);
    System.out.println(count + " dead letters");
    return 0;
  }

  private void add(TextTable table, String name, SetAside letter, ReplayedLetters replayed) {
    if (reason.isPresent() && !reason.get().equals(letter.reason())) {
      return;
    }
    count++;
    if (count > max) {
      return;
    }
    String[] cells = {
      name,
      letter.record().partition() + ":" + letter.record().offset(),
      letter
          .source()
          .map(place -> place.getPartition() + ":" + place.getOffset())
          .orElse("unknown"),
      Instant.ofEpochMilli(letter.record().timestamp()).toString(),
      letter.reason(),
      replayed.contains(letter) ? "yes" : "no",
      letter.message()
    };
    table.row(payload ? withPayload(cells, letter) : cells);
  }

  private static String[] withPayload(String[] cells, SetAside letter) {
    String[] all = Arrays.copyOf(cells, cells.length + 2);
    all[cells.length] = base64(letter.record().key());
    all[cells.length + 1] = base64(letter.record().value());
    return all;
  }

  private static String base64(byte @Nullable [] bytes) {
    return bytes == null ? "none" : Base64.getEncoder().encodeToString(bytes);
  }
}
