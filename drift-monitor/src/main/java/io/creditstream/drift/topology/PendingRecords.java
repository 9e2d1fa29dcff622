package io.creditstream.drift.topology;

import io.creditstream.drift.counting.Addition;
import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.tally.WindowCounts;
import io.creditstream.drift.window.ModelWindow;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The records of one partition that were read but not told to the merging side yet. They lie in a
 * store: each is written in the transaction that commits its offset, so that neither a crash nor a
 * move to another process loses or doubles one. A fixed number of slots is used over and over; a
 * flush only raises the epoch, which makes what the slots hold a thing of the past.
 */
final class PendingRecords {

  private static final int HEAD = -1;

  private final KeyValueStore<Integer, byte[]> store;
  private final Map<ModelWindow, WindowCounts> windows = new LinkedHashMap<>();
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
    forEach(
        record -> {
          size++;
          if (record.mark().nextOffset() > mark.nextOffset()) {
            mark = record.mark();
          }
          count(record.addition());
        });
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
    count(addition);
  }

  /** Notes a decision that does not count. */
  void pass(long offset) {
    mark = mark.passed(offset);
    writeHead();
  }

  private void count(Addition addition) {
    count(addition, ModelWindow.EVERYBODY);
    addition.segments().forEach(segment -> count(addition, segment));
  }

  private void count(Addition addition, String segment) {
    WindowCounts counts =
        windows.computeIfAbsent(
            addition.windowOf(segment),
            window -> WindowCounts.empty(addition.cells().layoutCells()));
    addition.addTo(counts, segment);
  }

  /** What the records come to, by window; changes with the next one. */
  Map<ModelWindow, WindowCounts> windows() {
    return Collections.unmodifiableMap(windows);
  }

  /** Forgets the records: they were told. */
  void clear() {
    epoch++;
    size = 0;
    windows.clear();
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

  private void forEach(Consumer<PendingRecord> visitor) {
    try (KeyValueIterator<Integer, byte[]> slots = store.range(0, Integer.MAX_VALUE)) {
      while (slots.hasNext()) {
        PendingRecord record = PendingRecord.fromBytes(slots.next().value);
        if (record.epoch() == epoch) {
          visitor.accept(record);
        }
      }
    }
  }
}
