package io.creditstream.standalone.cli;

import io.creditstream.schemas.LoanDecision;
import io.creditstream.scorer.replay.RecordedCase;
import io.creditstream.scorer.replay.ReplayResult;
import io.creditstream.standalone.recorded.Replays;
import java.util.Optional;

/** Replays one decision after the other, has it printed and counts what came of it. */
final class ReplayRun {

  private final Replays replays;
  private final ReplayText text;
  private long same;
  private long different;
  private long impossible;

  ReplayRun(Replays replays, ReplayText text) {
    this.replays = replays;
    this.text = text;
  }

  /** Replays a decision; the case is empty where its application is not there any more. */
  void accept(LoanDecision decision, Optional<RecordedCase> recorded) {
    if (recorded.isEmpty()) {
      impossible(decision, "its source holds no application any more");
      return;
    }
    Replays.Found found = replays.of(decision);
    if (found instanceof Replays.Found.Sound sound) {
      count(decision, sound.replay().replay(recorded.get()));
    } else if (found instanceof Replays.Found.Nothing) {
      impossible(
          decision,
          "model %s is not kept: give its bundle with --model"
              .formatted(decision.getModelVersion()));
    } else if (found instanceof Replays.Found.Refused refused) {
      impossible(
          decision,
          "model %s is refused now: %s".formatted(decision.getModelVersion(), refused.reason()));
    }
  }

  private void impossible(LoanDecision decision, String why) {
    impossible++;
    text.impossible(decision, why);
  }

  private void count(LoanDecision decision, ReplayResult result) {
    if (result instanceof ReplayResult.Same as) {
      same++;
      text.same(decision, as);
    } else if (result instanceof ReplayResult.Different other) {
      different++;
      text.different(decision, other);
    }
  }

  /** How many decisions were asked for. */
  long all() {
    return same + different + impossible;
  }

  /**
   * Prints the counts.
   *
   * @throws IllegalStateException in one line, if not all decisions are as recorded
   */
  void finish() {
    text.line("%d decisions replayed: %d as recorded".formatted(all(), same));
    if (same < all()) {
      throw new IllegalStateException(
          "%d decisions differ from the record, %d could not be replayed: see above"
              .formatted(different, impossible));
    }
  }
}
