package io.creditstream.advisor.security;

import java.util.Set;

/** Whose data somebody may see. */
public sealed interface Sight {

  /** Every client's. */
  record Everybody() implements Sight {}

  /** That of the clients who are assigned. */
  record Assigned(Set<String> clients) implements Sight {

    public Assigned {
      clients = Set.copyOf(clients);
    }
  }

  /** Nobody's. */
  record Nobody() implements Sight {}

  /** Whether a client is among them. */
  default boolean includes(String clientId) {
    if (this instanceof Assigned assigned) {
      return assigned.clients().contains(clientId);
    }
    return this instanceof Everybody;
  }
}
