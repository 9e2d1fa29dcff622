package io.creditstream.advisor.security;

import java.util.Locale;

/** What somebody does here. */
public enum Role {
  /** Explains decisions to clients, takes applications, reviews. */
  OFFICER,
  /** Watches over the risk: sees every client, reviews. */
  RISK,
  /** Runs the service: sees the model and its drift, no client. */
  OPERATOR,
  /** A program that reads recorded decisions. */
  SERVICE;

  /** The name of the role in a claim, unless another one is configured. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }
}
