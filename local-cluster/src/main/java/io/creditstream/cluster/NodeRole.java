package io.creditstream.cluster;

/** What a Kafka node does. */
enum NodeRole {
  /** Keeps records and serves clients. */
  BROKER("broker", "PLAIN"),
  /** Keeps the metadata of the cluster. */
  CONTROLLER("controller", "CONTROLLER");

  private final String process;
  private final String listener;

  NodeRole(String process, String listener) {
    this.process = process;
    this.listener = listener;
  }

  /** The role's name in {@code process.roles}. */
  String process() {
    return process;
  }

  /** The name of the listener that the role opens. */
  String listener() {
    return listener;
  }
}
