package io.creditstream.drift.topology;

/** What the counting side sends on: messages for the merging side and records to set aside. */
sealed interface Outgoing {

  /** Bytes of a message. */
  record Message(byte[] bytes) implements Outgoing {}

  /** Value of a dead letter about a record of a topic. */
  record SetAside(String topic, byte[] bytes) implements Outgoing {}
}
