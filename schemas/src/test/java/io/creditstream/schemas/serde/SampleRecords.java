package io.creditstream.schemas.serde;

import io.creditstream.schemas.DecisionOutcome;
import io.creditstream.schemas.DecisionReview;
import io.creditstream.schemas.LoanOutcome;
import io.creditstream.schemas.RepaymentResult;
import io.creditstream.schemas.ReviewVerdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Records and bytes for the tests of the serdes. */
final class SampleRecords {

  private SampleRecords() {}

  static LoanOutcome outcome(String clientId) {
    return new LoanOutcome(
        "a-1", clientId, Instant.ofEpochMilli(1_700_000_000_123L), RepaymentResult.DEFAULTED);
  }

  static DecisionReview review(String approver) {
    return new DecisionReview(
        "a-1",
        "c-1",
        "r-1",
        Instant.ofEpochMilli(5),
        "someone",
        approver,
        ReviewVerdict.OVERTURNED,
        DecisionOutcome.APPROVED,
        "dossier complet \u2014 accord\u00e9 \ud83d\udc4d");
  }

  /** What a client in another language writes with its own schema. */
  static byte[] wire(int id, Schema schema, Object datum) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(WireFormat.header(id));
    try {
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<>(schema).write(datum, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
