package io.creditstream.drift.counting;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import io.creditstream.drift.segment.Traits;
import io.creditstream.schemas.DecisionOutcome;
import java.util.List;

/**
 * A decision as far as it is needed to judge what comes of it.
 *
 * @param modelSha256 the model that decided
 * @param eventTime when the application was submitted, milliseconds since 1970
 * @param outcome what was decided
 * @param probability its probability of default
 * @param segments segments of the applicant
 * @param settled whether it is known what became of the loan
 */
public record Remembered(
    String modelSha256,
    long eventTime,
    DecisionOutcome outcome,
    double probability,
    List<String> segments,
    boolean settled) {

  public Remembered {
    segments = List.copyOf(segments);
  }

  /** The same once it is known what became of the loan. */
  Remembered asSettled() {
    return new Remembered(modelSha256, eventTime, outcome, probability, segments, true);
  }

  void write(VarintWriter out) {
    out.write(modelSha256)
        .write(eventTime)
        .write(outcome.ordinal())
        .writeSigned(Double.doubleToLongBits(probability))
        .write(settled ? 1 : 0);
    Traits.writeTexts(out, segments);
  }

  static Remembered read(VarintReader in) {
    String model = in.readText();
    long eventTime = in.read();
    DecisionOutcome outcome = DecisionOutcome.values()[Math.toIntExact(in.read())];
    double probability = Double.longBitsToDouble(in.readSigned());
    boolean settled = in.read() == 1;
    return new Remembered(model, eventTime, outcome, probability, Traits.readTexts(in), settled);
  }
}
