package io.creditstream.advisor.intake;

import io.creditstream.advisor.store.Batch.ReadDecision;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/**
 * Decisions that were read before the applications that they are about. A decision names the place
 * of its application; it is let go once that was read, in the order of its partition.
 */
final class WaitingDecisions {

  private final Map<Integer, Deque<ReadDecision>> byPartition = new TreeMap<>();
  private int size;

  void add(ReadDecision decision) {
    byPartition
        .computeIfAbsent(decision.place().partition(), partition -> new ArrayDeque<>())
        .add(decision);
    size++;
  }

  void clear() {
    byPartition.clear();
    size = 0;
  }

  int size() {
    return size;
  }

  /**
   * Takes those whose application was read.
   *
   * @param applicationsRead offset behind the last application read, by partition
   */
  List<ReadDecision> release(IntToLongFunction applicationsRead) {
    List<ReadDecision> released = new ArrayList<>();
    for (Deque<ReadDecision> waiting : byPartition.values()) {
      while (!waiting.isEmpty() && wasRead(waiting.peek(), applicationsRead)) {
        released.add(waiting.remove());
        size--;
      }
    }
    return released;
  }

  private static boolean wasRead(ReadDecision decision, IntToLongFunction applicationsRead) {
    var source = decision.decision().getSource();
    return source.getOffset() < applicationsRead.applyAsLong(source.getPartition());
  }

  /** The offset of the first decision of a partition that still waits, else the given one. */
  long position(int partition, long otherwise) {
    Deque<ReadDecision> waiting = byPartition.get(partition);
    return waiting == null || waiting.isEmpty() ? otherwise : waiting.peek().place().offset();
  }
}
