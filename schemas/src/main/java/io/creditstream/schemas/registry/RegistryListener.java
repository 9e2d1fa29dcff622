package io.creditstream.schemas.registry;

/**
 * Told when the registry is lost and when it is back, from the thread that noticed; must not block.
 */
@FunctionalInterface
public interface RegistryListener {

  /** Called on each change of state, never twice in a row with the same kind of state. */
  void changed(RegistryState state);

  /** A listener that does nothing. */
  static RegistryListener ignoring() {
    return state -> {};
  }
}
