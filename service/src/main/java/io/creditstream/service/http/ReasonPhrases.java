package io.creditstream.service.http;

import org.eclipse.jetty.http.HttpStatus;

/** Reason phrases of the HTTP status codes. */
final class ReasonPhrases {

  private ReasonPhrases() {}

  static String of(int status) {
    return HttpStatus.getMessage(status);
  }
}
