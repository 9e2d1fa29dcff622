package io.creditstream.standalone.recorded;

import java.util.HashSet;
import java.util.Set;

/** The dead letters of a topic that were sent again, told by the marks on the records there. */
public final class ReplayedLetters {

  private final Set<String> names = new HashSet<>();

  private ReplayedLetters() {}

  /** Reads a topic for marks. */
  public static ReplayedLetters in(TopicScan scan, String topic) {
    ReplayedLetters replayed = new ReplayedLetters();
    scan.read(
        scan.partitions(topic),
        record -> ReplayMark.read(record.headers()).ifPresent(replayed.names::add));
    return replayed;
  }

  /** Whether a letter was sent again. */
  public boolean contains(SetAside letter) {
    return names.contains(ReplayMark.name(letter.place()));
  }
}
