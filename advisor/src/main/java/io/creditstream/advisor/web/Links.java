package io.creditstream.advisor.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Builds addresses of pages. */
final class Links {

  private final StringBuilder address;
  private boolean query;

  Links(String path) {
    this.address = new StringBuilder(path);
  }

  /** The page of an application, or one of its other pages. */
  static String application(String id, String page) {
    return "/applications/" + segment(id) + (page.isEmpty() ? "" : "/" + page);
  }

  /** Adds a parameter; empty ones are left out. */
  Links with(String name, String value) {
    if (!value.isEmpty()) {
      address
          .append(query ? '&' : '?')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, UTF_8));
      query = true;
    }
    return this;
  }

  static String segment(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
