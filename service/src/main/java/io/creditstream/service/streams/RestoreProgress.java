package io.creditstream.service.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of the local state is restored from the changelogs, over all stores of a process. */
final class RestoreProgress implements StateRestoreListener {

  private final Map<TopicPartition, Changelog> changelogs = new HashMap<>();

  /**
   * What is being restored of a changelog. Offsets that hold no record of a store count as well:
   * those of transactions, and what compaction has removed.
   *
   * @param first offset to begin with
   * @param next offset to go on with
   * @param end offset before which it ends
   */
  private record Changelog(long first, long next, long end) {

    long restored() {
      return next - first;
    }

    long all() {
      return Math.max(0, end - first);
    }

    boolean isWhole() {
      return next >= end;
    }
  }

  @Override
  public synchronized void onRestoreStart(
      TopicPartition partition, String store, long startingOffset, long endingOffset) {
    if (isWhole()) {
      changelogs.clear();
    }
    changelogs.put(partition, new Changelog(startingOffset, startingOffset, endingOffset));
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition partition, String store, long batchEndOffset, long numRestored) {
    changelogs.computeIfPresent(
        partition,
        (key, changelog) -> new Changelog(changelog.first(), batchEndOffset + 1, changelog.end()));
  }

  @Override
  public synchronized void onRestoreEnd(
      TopicPartition partition, String store, long totalRestored) {
    changelogs.computeIfPresent(
        partition,
        (key, changelog) -> new Changelog(changelog.first(), changelog.end(), changelog.end()));
  }

  @Override
  public synchronized void onRestoreSuspended(
      TopicPartition partition, String store, long totalRestored) {
    changelogs.remove(partition);
  }

  private boolean isWhole() {
    return changelogs.values().stream().allMatch(Changelog::isWhole);
  }

  /** How far it is, in a few words; empty while nothing is restored. */
  synchronized Optional<String> told() {
    if (isWhole()) {
      return Optional.empty();
    }
    return Optional.of(
        "%d of at most %d records restored"
            .formatted(
                changelogs.values().stream().mapToLong(Changelog::restored).sum(),
                changelogs.values().stream().mapToLong(Changelog::all).sum()));
  }
}
