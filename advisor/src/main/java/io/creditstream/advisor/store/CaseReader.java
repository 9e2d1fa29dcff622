package io.creditstream.advisor.store;

import java.util.List;
import java.util.Optional;

/** What pages ask the store. Safe for use by many threads. */
public interface CaseReader {

  /** A page of a sorted list of decisions. */
  CasePage find(CaseQuery query);

  /** All about an application; empty where neither it nor a decision about it was seen. */
  Optional<RecordedCase> application(String applicationId);

  /** Decisions about a client, the newest first. */
  List<CaseLine> ofClient(String clientId);

  /** The values that a trait has, in order. */
  List<String> values(Trait trait);

  /** How a feature is spread in a group, and where. */
  Comparisons comparisons();
}
