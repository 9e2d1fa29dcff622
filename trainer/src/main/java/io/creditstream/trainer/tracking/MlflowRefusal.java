package io.creditstream.trainer.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An error that MLflow answered with. */
public final class MlflowRefusal extends TrackingException {

  private static final long serialVersionUID = 1L;
  private static final String ABSENT = "RESOURCE_DOES_NOT_EXIST";
  private static final String PRESENT = "RESOURCE_ALREADY_EXISTS";

  private final String code;

  private MlflowRefusal(String message, String code) {
    super(message, null);
    this.code = code;
  }

  static MlflowRefusal of(String what, int status, String body) {
    String code = "";
    String why = "";
    try {
      JsonNode error = new ObjectMapper().readTree(body);
      code = error.path("error_code").asText();
      why = error.path("message").asText();
    } catch (JsonProcessingException e) {
      why = "no JSON";
    }
    return new MlflowRefusal(
        "MLflow refused %s with status %d %s (%s)".formatted(what, status, code, firstLine(why)),
        code);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** Whether what was asked for does not exist. */
  public boolean isAbsent() {
    return code.equals(ABSENT);
  }

  /** Whether what was to be made exists already. */
  public boolean isPresent() {
    return code.equals(PRESENT);
  }
}
