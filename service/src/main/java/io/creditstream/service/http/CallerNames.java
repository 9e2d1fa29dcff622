package io.creditstream.service.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells callers apart: by the header in which a gateway names them, or else by the address of the
 * connection. Gateways append to what they were sent, so that everything before the last element of
 * the last such header may be made up by the caller; it is passed over.
 */
public final class CallerNames {

  private final @Nullable String header;

  /**
   * @param header name of the header; null for none
   */
  public CallerNames(@Nullable String header) {
    this.header = header;
  }

  /** Who asks; never empty. */
  public String of(HttpServletRequest request) {
    return told(request).orElseGet(request::getRemoteAddr);
  }

  private Optional<String> told(HttpServletRequest request) {
    if (header == null) {
      return Optional.empty();
    }
    Enumeration<String> values = request.getHeaders(header);
    List<String> lines = values == null ? List.of() : Collections.list(values);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String last = lines.get(lines.size() - 1);
    String name = last.substring(last.lastIndexOf(',') + 1).strip();
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }
}
