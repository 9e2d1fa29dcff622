package io.creditstream.service.deadletter;

/**
 * Why a record is set aside. Neither answer ever holds a value of the record, since both end in
 * headers, logs and metrics.
 */
public interface DeadLetterCause {

  /** Stable name of the kind of fault: lower case. */
  String code();

  /** One line for the people who repair the record. */
  String message();
}
