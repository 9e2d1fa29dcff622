package io.creditstream.advisor.web;

import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.RecordedCase;
import io.javalin.http.Context;
import java.util.Optional;

/** The application that the path of a request names. */
final class Cases {

  private final CaseReader reader;
  private final Guard guard;

  Cases(CaseReader reader, Guard guard) {
    this.reader = reader;
    this.guard = guard;
  }

  /** The application; a page that says so where it was never seen. */
  RecordedCase require(Context context) {
    return find(context).orElseThrow(() -> new PageError(404, "unknown"));
  }

  /** The application; empty where it was never seen, or is not for the eyes of this reader. */
  Optional<RecordedCase> find(Context context) {
    return reader
        .application(context.pathParam("id"))
        .filter(recorded -> guard.sight(context).includes(recorded.clientId()));
  }
}
