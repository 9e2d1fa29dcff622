package io.creditstream.scorer.query;

import io.creditstream.schemas.LoanApplication;
import io.creditstream.schemas.SourceRecord;
import java.util.Optional;

/** Applications as they lie on their topic. */
@FunctionalInterface
public interface PublishedApplications {

  /**
   * The application of a record; empty where the topic no longer holds it.
   *
   * @throws StateUnavailableException when the brokers do not give it now
   */
  Optional<LoanApplication> at(SourceRecord place);
}
