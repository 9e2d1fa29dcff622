package io.creditstream.drift.counting;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.segment.Traits;
import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.RepaymentResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as far as it is needed to judge what comes of it.
 *
 * @param modelSha256 the model that decided
 * @param eventTime when the application was submitted, milliseconds since 1970
 * @param outcome what was decided
 * @param probability its probability of default
 * @param segments segments of the applicant
 * @param settlement what became of the loan; null while that is not known
 */
public record Remembered(
    String modelSha256,
    long eventTime,
    DecisionOutcome outcome,
    double probability,
    List<String> segments,
    @Nullable Settlement settlement) {

  public Remembered {
    segments = List.copyOf(segments);
  }

  /**
   * What became of a loan.
   *
   * @param result repaid or defaulted
   * @param observedAt when that became known, milliseconds since 1970
   */
  public record Settlement(RepaymentResult result, long observedAt) {}

  /** The same once it is known what became of the loan, or once that is corrected. */
  Remembered with(Settlement known) {
    return new Remembered(modelSha256, eventTime, outcome, probability, segments, known);
  }

  void write(VarintWriter out) {
    out.write(modelSha256)
        .write(eventTime)
        .write(outcome.ordinal())
        .writeSigned(Double.doubleToLongBits(probability));
    if (settlement == null) {
      out.write(0);
    } else {
      out.write(settlement.result().ordinal() + 1).write(settlement.observedAt());
    }
    Traits.writeTexts(out, segments);
  }

  static Remembered read(VarintReader in) {
    String model = in.readText();
    long eventTime = in.read();
    DecisionOutcome outcome = DecisionOutcome.values()[Math.toIntExact(in.read())];
    double probability = Double.longBitsToDouble(in.readSigned());
    int settled = Math.toIntExact(in.read());
    Settlement settlement =
        settled == 0 ? null : new Settlement(RepaymentResult.values()[settled - 1], in.read());
    return new Remembered(model, eventTime, outcome, probability, Traits.readTexts(in), settlement);
  }
}
