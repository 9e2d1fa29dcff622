package io.creditstream.drift.merging;

import io.creditstream.drift.exchange.MessageCodec;
import io.creditstream.drift.exchange.MonitorMessage.Progress;
import io.creditstream.drift.store.LedgerStore;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** How far each partition of the decisions has come. */
final class PartitionLedger {

  private static final String PREFIX = "partition/";

  private final LedgerStore store;
  private final int partitions;

  /**
   * @param partitions number of partitions that exist; one that nothing was heard of holds every
   *     window
   */
  PartitionLedger(LedgerStore store, int partitions) {
    this.store = store;
    this.partitions = partitions;
  }

  /** Notes how far a partition has come; nothing goes backwards. */
  void note(Progress next) {
    Progress before = all().get(next.partition());
    Progress noted =
        before == null
            ? next
            : new Progress(
                next.partition(),
                Math.max(before.watermark(), next.watermark()),
                Math.max(before.nextOffset(), next.nextOffset()),
                next.idle());
    store.put(PREFIX + "%06d".formatted(next.partition()), MessageCodec.toBytes(noted));
  }

  /** Takes no partition for silent until it says so again. */
  void wake() {
    all()
        .values()
        .forEach(
            known ->
                note(
                    new Progress(known.partition(), known.watermark(), known.nextOffset(), false)));
  }

  /** The partitions heard of so far. */
  Map<Integer, Progress> all() {
    Map<Integer, Progress> all = new TreeMap<>();
    store.scan(
        PREFIX,
        (key, value) -> {
          if (MessageCodec.fromBytes(value) instanceof Progress progress) {
            all.put(progress.partition(), progress);
          }
        });
    return all;
  }

  /** Where event time stands over all partitions. */
  EventClock clock() {
    Collection<Progress> heard = all().values();
    if (heard.size() < partitions) {
      return EventClock.unknown();
    }
    long everyone = heard.stream().mapToLong(Progress::watermark).min().orElse(Long.MIN_VALUE);
    boolean quiet = heard.stream().allMatch(Progress::idle);
    long active =
        heard.stream()
            .filter(progress -> !progress.idle())
            .mapToLong(Progress::watermark)
            .min()
            .orElse(everyone);
    return new EventClock(everyone, active, quiet);
  }
}
