package io.creditstream.cluster.registry;

/** A request that the registry refuses, with the status and error code of the Confluent API. */
final class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  private ApiException(int code, String message) {
    super(message);
    this.code = code;
  }

  static ApiException unknownSubject(String subject) {
    return new ApiException(40401, "Subject '" + subject + "' not found.");
  }

  static ApiException unknownVersion(String version) {
    return new ApiException(40402, "Version " + version + " not found.");
  }

  static ApiException unknownSchema() {
    return new ApiException(40403, "Schema not found.");
  }

  static ApiException noSubjectConfig(String subject) {
    return new ApiException(
        40408, "Subject '" + subject + "' does not have subject-level compatibility configured.");
  }

  static ApiException noSubjectMode(String subject) {
    return new ApiException(
        40409, "Subject '" + subject + "' does not have subject-level mode configured.");
  }

  static ApiException incompatible(String subject) {
    return new ApiException(
        409, "The schema is incompatible with a version of subject '" + subject + "'.");
  }

  static ApiException invalidSchema(String why) {
    return new ApiException(42201, "Invalid schema: " + why);
  }

  static ApiException invalidVersion(String version) {
    return new ApiException(
        42202, "The version '" + version + "' is neither a number from 1 nor 'latest'.");
  }

  static ApiException otherCompatibility(String only) {
    return new ApiException(
        42203, "Invalid compatibility level: this registry knows " + only + ".");
  }

  /** Error code of the API; its first three digits are the HTTP status. */
  int code() {
    return code;
  }

  int status() {
    return code < 1000 ? code : code / 100;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
