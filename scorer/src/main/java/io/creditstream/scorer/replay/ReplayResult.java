package io.creditstream.scorer.replay;

import java.util.List;

/** What came of replaying a decision. */
public sealed interface ReplayResult {

  /**
   * The same bytes, apart from the time of the decision.
   *
   * @param later history that came after the decision: with it, the features would be others
   */
  record Same(List<HistoryRecord> later) implements ReplayResult {

    public Same {
      later = List.copyOf(later);
    }
  }

  /**
   * Other bytes.
   *
   * @param differences field by field, against a decision on all history in the topics
   * @param scoring those of them that do not even follow from the features that are recorded; empty
   *     where score and explanation do
   */
  record Different(List<FieldDifference> differences, List<FieldDifference> scoring)
      implements ReplayResult {

    public Different {
      differences = List.copyOf(differences);
      scoring = List.copyOf(scoring);
    }
  }
}
