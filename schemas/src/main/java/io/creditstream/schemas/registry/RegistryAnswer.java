package io.creditstream.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * An answer of a registry server that is up.
 *
 * @param endpoint the server
 * @param status HTTP status
 * @param body the JSON document, a missing node if there is none
 */
record RegistryAnswer(RegistryEndpoint endpoint, int status, JsonNode body) {

  boolean ok() {
    return status == 200 && body.isContainerNode();
  }

  /** The error code of the API, or 0 if the answer is none of its errors. */
  int errorCode() {
    return status < 400 ? 0 : body.path("error_code").asInt(0);
  }

  boolean hasError(int... codes) {
    return status == 404 && Arrays.stream(codes).anyMatch(code -> code == errorCode());
  }

  /** A field of a successful answer. */
  JsonNode require(String field) {
    if (!ok() || !body.has(field)) {
      throw unusable();
    }
    return body.get(field);
  }

  RegistryUnavailableException unusable() {
    return new RegistryUnavailableException(
        "the schema registry at " + endpoint + " " + complaint(status));
  }

  private static String complaint(int status) {
    if (status == 200) {
      return "gave an answer that is none of the Confluent API: check its address and path";
    }
    if (status == 401 || status == 403) {
      return "refused the credentials (status " + status + "): check user and password";
    }
    if (status == 429 || status >= 500) {
      return "is overloaded or broken (status " + status + ")";
    }
    return "does not know the request (status " + status + "): check its address and path";
  }
}
