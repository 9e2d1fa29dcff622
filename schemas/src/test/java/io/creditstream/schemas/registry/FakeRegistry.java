package io.creditstream.schemas.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.avro.Schema;

/** Fails as often as it was told, then answers. */
final class FakeRegistry implements SchemaRegistryClient {

  static final Schema SCHEMA = Schema.create(Schema.Type.STRING);
  static final int ID = 5;

  private final Deque<RegistryException> failures = new ArrayDeque<>();
  private int calls;
  private boolean closed;

  FakeRegistry failing(RegistryException failure) {
    failures.add(failure);
    return this;
  }

  FakeRegistry unavailable(int times) {
    for (int i = 0; i < times; i++) {
      failing(new RegistryUnavailableException("down"));
    }
    return this;
  }

  int calls() {
    return calls;
  }

  boolean closed() {
    return closed;
  }

  @Override
  public int register(String subject, Schema schema) {
    call();
    return ID;
  }

  @Override
  public Schema schemaById(int id) {
    call();
    return SCHEMA;
  }

  @Override
  public boolean compatible(String subject, Schema schema) {
    call();
    return true;
  }

  @Override
  public boolean keepCompatible(String subject) {
    call();
    return true;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void call() {
    calls++;
    RegistryException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }
}
