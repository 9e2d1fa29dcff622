package io.creditstream.standalone.cli;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.replay.FieldDifference;
import io.creditstream.scorer.replay.HistoryRecord;
import io.creditstream.scorer.replay.ReplayResult;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of replays, in words. */
final class ReplayText {

  private final PrintStream out;
  private final boolean everything;

  /**
   * @param everything whether also decisions are printed that are as recorded
   */
  ReplayText(PrintStream out, boolean everything) {
    this.out = out;
    this.everything = everything;
  }

  void line(String line) {
    out.println(line);
  }

  void same(LoanDecision decision, ReplayResult.Same same) {
    if (!everything) {
      return;
    }
    out.println(title(decision) + "the same bytes");
    if (!same.later().isEmpty()) {
      out.println("  without history that came later:");
      for (HistoryRecord record : same.later()) {
        out.printf("    %s (%s)%n", record, Instant.ofEpochMilli(record.timestamp()));
      }
    }
  }

  void different(LoanDecision decision, ReplayResult.Different different) {
    out.println(title(decision) + "DIFFERENT");
    out.println(
        different.scoring().isEmpty()
            ? "  score and explanation follow from the recorded features"
            : "  these do not follow from the recorded features: " + names(different.scoring()));
    if (different.differences().stream().anyMatch(ReplayText::isInput)) {
      out.println("  no history in the topics gives these features; compared with all of it:");
    }
    TextTable table = new TextTable("  field", "recorded", "recomputed");
    for (FieldDifference difference : different.differences()) {
      table.row(
          "  " + difference.field(), text(difference.recorded()), text(difference.recomputed()));
    }
    out.print(table);
  }

  private static boolean isInput(FieldDifference difference) {
    return difference.field().startsWith("features") || difference.field().equals("missingSources");
  }

  void impossible(LoanDecision decision, String why) {
    out.println(title(decision) + "cannot be replayed: " + why);
  }

  static String title(LoanDecision decision) {
    return "application %s, decided %s by model %s: "
        .formatted(
            decision.getApplicationId(), decision.getDecidedAt(), decision.getModelVersion());
  }

  private static String names(List<FieldDifference> differences) {
    return String.join(", ", differences.stream().map(FieldDifference::field).toList());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "missing" : value.toString();
  }
}
