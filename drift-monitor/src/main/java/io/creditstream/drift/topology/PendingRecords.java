package io.creditstream.drift.topology;

import io.creditstream.drift.counting.Addition;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The records of one partition that were read but not told to the merging side yet. They lie in a
 * store, not in memory: each is written in the transaction that commits its offset, so that neither
 * a crash nor a move to another process loses or doubles one. A fixed number of slots is used over
 * and over; a flush only raises the epoch, which makes what the slots hold a thing of the past.
 */
final class PendingRecords {

  private static final int HEAD = -1;

  private final KeyValueStore<Integer, byte[]> store;
  private long epoch;
  private int size;
  private PartitionMark mark;

  /** Continues with what the store holds. */
  PendingRecords(KeyValueStore<Integer, byte[]> store) {
    this.store = store;
    this.mark = PartitionMark.START;
    byte[] head = store.get(HEAD);
    if (head != null) {
      VarintReader in = new VarintReader(head);
      epoch = in.read();
      mark = PartitionMark.read(in);
    }
    Map<Integer, PartitionMark> waiting = new TreeMap<>();
    forEach((slot, record) -> waiting.put(slot, record.mark()));
    size = waiting.size();
    waiting.values().stream()
        .filter(other -> other.nextOffset() > mark.nextOffset())
        .forEach(other -> mark = other);
  }

  /**
   * Adds what a decision counts.
   *
   * @param eventTime its event time as far as the watermark follows it
   */
  void add(Addition addition, long eventTime, long offset) {
    mark = mark.counted(eventTime, offset);
    add(addition);
  }

  /** Adds what a record of another topic counts: it moves neither watermark nor offset. */
  void add(Addition addition) {
    store.put(size, new PendingRecord(epoch, mark, addition).toBytes());
    size++;
  }

  /** Notes a decision that does not count. */
  void pass(long offset) {
    mark = mark.passed(offset);
    writeHead();
  }

  /** Visits the records, one at a time. */
  void forEach(Consumer<PendingRecord> visitor) {
    forEach((slot, record) -> visitor.accept(record));
  }

  /** Forgets the records: they were told. */
  void clear() {
    epoch++;
    size = 0;
    writeHead();
  }

  int size() {
    return size;
  }

  PartitionMark mark() {
    return mark;
  }

  private void writeHead() {
    VarintWriter out = new VarintWriter().write(epoch);
    mark.write(out);
    store.put(HEAD, out.toBytes());
  }

  private void forEach(SlotVisitor visitor) {
    try (KeyValueIterator<Integer, byte[]> slots = store.range(0, Integer.MAX_VALUE)) {
      while (slots.hasNext()) {
        KeyValue<Integer, byte[]> next = slots.next();
        PendingRecord record = PendingRecord.fromBytes(next.value);
        if (record.epoch() == epoch) {
          visitor.visit(next.key, record);
        }
      }
    }
  }

  private interface SlotVisitor {
    void visit(int slot, PendingRecord record);
  }
}
