package io.creditstream.advisor.security;

import java.util.List;

/** Who is let in. */
public sealed interface AccessSettings permits AccessSettings.Open, LoginSettings {

  /** Nobody logs in; for a loopback address or a trusted network, and without reviews. */
  static AccessSettings open() {
    return new Open(List.of());
  }

  /**
   * Everybody who reaches the port, without login.
   *
   * @param demoReviewers names under which reviews may be tried; none for no reviews
   */
  record Open(List<String> demoReviewers) implements AccessSettings {

    public Open {
      demoReviewers = demoReviewers.stream().map(String::strip).toList();
      if (demoReviewers.stream().anyMatch(String::isEmpty)) {
        throw new IllegalArgumentException(
            "a demo reviewer is blank: give names between commas or leave them out");
      }
    }
  }
}
