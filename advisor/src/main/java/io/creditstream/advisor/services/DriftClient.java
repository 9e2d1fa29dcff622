package io.creditstream.advisor.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;

/** Asks a drift monitor by its HTTP API. Safe for use by many threads. */
public final class DriftClient {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpJson http;
  private final URI report;

  public DriftClient(URI monitor) {
    this.http = new HttpJson(monitor);
    this.report = monitor.resolve("/report");
  }

  /** The drift of all models, as {@code /v1/drift} tells it. */
  public Answer<ObjectNode> drift() {
    return Answers.map(http.get("/v1/drift", PATIENCE), HttpJson.Reply::body);
  }

  /** Where people read the report. */
  public URI report() {
    return report;
  }
}
