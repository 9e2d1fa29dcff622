package io.creditstream.service.streams;

import org.apache.kafka.streams.errors.StreamsException;

/**
 * A topic no longer holds the records at which its reader has to go on: some are gone that were
 * never processed. Only a person can tell whether that may be.
 */
public final class TruncatedSourceException extends StreamsException {

  private static final long serialVersionUID = 1L;

  TruncatedSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
