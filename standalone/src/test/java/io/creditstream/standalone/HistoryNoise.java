package io.creditstream.standalone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Makes a history arrive as it does in life: out of order, some records twice, some after an older
 * version that was wrong, and some that were removed again.
 */
final class HistoryNoise {

  private final Random random;

  HistoryNoise(Random random) {
    this.random = random;
  }

  /** The records with everything that must make no difference, shuffled. */
  <R extends SpecificRecordBase> List<R> around(List<R> records) {
    List<R> noisy = new ArrayList<>(records);
    for (R record : records) {
      switch (random.nextInt(6)) {
        case 0 -> noisy.add(record);
        case 1 -> noisy.add(olderAndWrong(record));
        case 2 -> {
          noisy.add(stranger(record, false, 0));
          noisy.add(stranger(record, true, 1));
        }
        default -> {}
      }
    }
    Collections.shuffle(noisy, random);
    return noisy;
  }

  /** An earlier version of a record in which everything that may be missing was. */
  private static <R extends SpecificRecordBase> R olderAndWrong(R record) {
    R older = copy(record);
    set(older, "eventTime", time(record).minusSeconds(60));
    for (Schema.Field field : record.getSchema().getFields()) {
      if (field.schema().isNullable()) {
        older.put(field.pos(), null);
      }
    }
    return older;
  }

  /** A record that the files do not know, or its removal. */
  private static <R extends SpecificRecordBase> R stranger(R record, boolean deleted, long later) {
    R stranger = copy(record);
    set(stranger, "recordId", value(record, "recordId") + "-stranger");
    set(stranger, "eventTime", time(record).plusMillis(later));
    set(stranger, "deleted", deleted);
    return stranger;
  }

  @SuppressWarnings("unchecked")
  private static <R extends SpecificRecordBase> R copy(R record) {
    try {
      R copy = (R) record.getClass().getDeclaredConstructor().newInstance();
      record.getSchema().getFields().forEach(f -> copy.put(f.pos(), record.get(f.pos())));
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Instant time(SpecificRecordBase record) {
    return (Instant) value(record, "eventTime");
  }

  private static Object value(SpecificRecordBase record, String field) {
    return record.get(record.getSchema().getField(field).pos());
  }

  private static void set(SpecificRecordBase record, String field, Object value) {
    record.put(record.getSchema().getField(field).pos(), value);
  }
}
