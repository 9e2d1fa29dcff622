package io.creditstream.standalone.cli;

import io.creditstream.features.dataset.KaggleDirectory;
import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.dataset.SubmissionTimes;
import java.time.Instant;

/** Says which tables of history are absent. */
final class TableNotes {

  /** Features depend on differences of days alone, so files can be read as of any day. */
  static final SubmissionTimes ANY_TIME = SubmissionTimes.at(Instant.parse("2024-06-01T12:00:00Z"));

  private TableNotes() {}

  static void print(KaggleDirectory directory) {
    for (KaggleTable table : directory.missingHistory()) {
      System.err.println("Without " + table.fileStem() + ": no client has history there");
    }
  }
}
