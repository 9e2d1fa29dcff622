package io.creditstream.advisor.web;

import io.creditstream.advisor.store.CaseReader;
import io.creditstream.advisor.store.RecordedCase;
import io.javalin.http.Context;

/** The application that the path of a request names. */
final class Cases {

  private final CaseReader reader;

  Cases(CaseReader reader) {
    this.reader = reader;
  }

  /** The application; a page that says so where it was never seen. */
  RecordedCase require(Context context) {
    return reader
        .application(context.pathParam("id"))
        .orElseThrow(() -> new PageError(404, "unknown"));
  }
}
