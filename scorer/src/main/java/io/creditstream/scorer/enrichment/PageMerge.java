package io.creditstream.scorer.enrichment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Merges versions into pages. Whatever the order and the number of times in which versions and
 * erasures arrive, the page in the end is the same.
 */
final class PageMerge {

  private static final Comparator<HistoryEntry> BY_ID =
      Comparator.comparing(HistoryEntry::recordId);

  private PageMerge() {}

  /**
   * The page with one more version. It is the same page when the version is a repeat, an older one,
   * or erased.
   *
   * @param byContent which of two versions that hold and have one event time wins: the greater one
   */
  static HistoryPage upsert(
      HistoryPage page, HistoryEntry added, Comparator<HistoryEntry> byContent) {
    if (added.eventTime() <= page.erasedUpTo()) {
      return page;
    }
    int index = Collections.binarySearch(page.entries(), added, BY_ID);
    if (index < 0) {
      List<HistoryEntry> entries = new ArrayList<>(page.entries().size() + 1);
      entries.addAll(page.entries());
      entries.add(-index - 1, added);
      return new HistoryPage(page.erasedUpTo(), entries);
    }
    if (!wins(added, page.entries().get(index), byContent)) {
      return page;
    }
    List<HistoryEntry> entries = new ArrayList<>(page.entries());
    entries.set(index, added);
    return new HistoryPage(page.erasedUpTo(), entries);
  }

  /** The page without what happened up to a time, now and when it arrives later. */
  static HistoryPage erase(HistoryPage page, long upTo) {
    if (upTo <= page.erasedUpTo()) {
      return page;
    }
    List<HistoryEntry> entries = new ArrayList<>(page.entries());
    entries.removeIf(entry -> entry.eventTime() <= upTo);
    return new HistoryPage(upTo, entries);
  }

  private static boolean wins(
      HistoryEntry added, HistoryEntry kept, Comparator<HistoryEntry> byContent) {
    if (added.eventTime() != kept.eventTime()) {
      return added.eventTime() > kept.eventTime();
    }
    if (added.deleted() || kept.deleted()) {
      return added.deleted() && !kept.deleted();
    }
    return byContent.compare(added, kept) > 0;
  }
}
