package io.creditstream.advisor.intake;

import io.creditstream.schemas.LoanDecision;
import java.util.List;

/** Hears of what was stored. Called by the thread that stores; must be quick. */
public interface IntakeListener {

  /** These decisions can now be found. */
  void stored(List<LoanDecision> decisions);

  /** A record of a topic was left out, since its bytes are none of its schema. */
  void unreadable(String topic);

  /** The intake failed for another reason than something that is waited for. */
  void failed();
}
