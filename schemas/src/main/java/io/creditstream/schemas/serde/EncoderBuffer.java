package io.creditstream.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** A buffer and an encoder used again and again by one thread. */
final class EncoderBuffer {

  private static final int INITIAL_BYTES = 1024;
  private static final int KEPT_BYTES = 1024 * 1024;

  private ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_BYTES);
  private @Nullable BinaryEncoder encoder;

  /** Drops what an earlier record left and writes the header. */
  BinaryEncoder start(int schemaId) {
    if (out.size() > KEPT_BYTES) {
      out = new ByteArrayOutputStream(INITIAL_BYTES);
    }
    // Taking the encoder up again flushes what a failed record left in it, so the reset comes
    // after.
    BinaryEncoder started = EncoderFactory.get().binaryEncoder(out, encoder);
    out.reset();
    out.writeBytes(WireFormat.header(schemaId));
    encoder = started;
    return started;
  }

  byte[] finish() throws IOException {
    if (encoder != null) {
      encoder.flush();
    }
    return out.toByteArray();
  }
}
