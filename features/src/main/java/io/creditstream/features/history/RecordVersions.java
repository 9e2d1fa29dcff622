package io.creditstream.features.history;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;

/** The newest version of each record of one source, by {@link HistorySource#precedence()}. */
final class RecordVersions<R extends SpecificRecordBase> {

  private final HistorySource<R> source;
  private final TreeMap<String, R> newest = new TreeMap<>();

  RecordVersions(HistorySource<R> source) {
    this.source = source;
  }

  void add(R version) {
    newest.merge(
        source.recordId(version),
        version,
        (kept, added) -> source.precedence().compare(added, kept) > 0 ? added : kept);
  }

  /** The records that are not removed, in the order of their ids. */
  List<R> present() {
    List<R> present = new ArrayList<>(newest.size());
    for (R version : newest.values()) {
      if (!source.deleted(version)) {
        present.add(version);
      }
    }
    return present;
  }
}
