package io.creditstream.scorer.model;

import io.creditstream.schemas.ModelBundle;
import org.jspecify.annotations.Nullable;

/**
 * What a record of the topic of the models says of itself.
 *
 * @param offset where it lies
 * @param version version of the model as published; null where that cannot be read
 * @param bundleSha256 digest of the bundle as published; null where that cannot be read
 */
record Published(long offset, @Nullable String version, @Nullable String bundleSha256) {

  /**
   * @param event what the record holds; null where it cannot be read
   */
  static Published of(long offset, @Nullable ModelBundle event) {
    return event == null
        ? new Published(offset, null, null)
        : new Published(offset, event.getVersion(), event.getBundleSha256());
  }
}
