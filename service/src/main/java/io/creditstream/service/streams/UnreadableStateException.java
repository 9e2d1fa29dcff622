package io.creditstream.service.streams;

import io.creditstream.schemas.serde.AvroDecodingException;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.StreamsException;

/**
 * A record that was read when it came cannot be read again: the registry no longer has the schema
 * that it was written with, or another one under its id. The record is not to blame and stays where
 * it is.
 */
public final class UnreadableStateException extends StreamsException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what decoding has found, naming the schema and nothing of the record
   */
  public UnreadableStateException(String message) {
    super(message);
  }

  /**
   * What is read of records that were read before.
   *
   * @throws UnreadableStateException if one cannot be decoded
   */
  public static <T> T guard(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (AvroDecodingException e) {
      throw new UnreadableStateException(String.valueOf(e.getMessage()));
    }
  }
}
