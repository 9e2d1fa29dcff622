package io.creditstream.service.config;

import java.util.Locale;

/** Where a value comes from; the later ones win. */
public enum Origin {
  /** Nothing was given. */
  DEFAULT,
  /** The configuration file. */
  FILE,
  /** An environment variable. */
  ENVIRONMENT,
  /** An argument of the command. */
  FLAG;

  /** Its name, for people. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
