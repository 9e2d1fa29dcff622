package io.creditstream.scorer.query;

import java.net.URI;
import java.util.List;

/** Tells which instance of the scorer holds what is known of a client. */
public interface Instances {

  /** Where something is held. */
  sealed interface Holder {

    /** In the stores of this process. */
    record Here() implements Holder {}

    /**
     * By another instance.
     *
     * @param uri its address, without a path
     */
    record There(URI uri) implements Holder {}

    /** It cannot be told now: instances come or go, or it does not say where it is reached. */
    record Unknown() implements Holder {}
  }

  /** Who holds what is known of a client. */
  Holder of(String clientId);

  /**
   * Addresses of all other instances.
   *
   * @throws StateUnavailableException when they cannot be told now
   */
  List<URI> others();

  /** A single instance, which holds everything. */
  static Instances single() {
    return new Instances() {
      @Override
      public Holder of(String clientId) {
        return new Holder.Here();
      }

      @Override
      public List<URI> others() {
        return List.of();
      }
    };
  }
}
