package io.creditstream.features.bundle;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a bundle is made of.
 *
 * @param format version of the layout of the bundle
 * @param version version of the model
 * @param createdAt when it was made
 * @param modelSha256 SHA-256 of the model text, lower-case hexadecimal
 * @param parts SHA-256 of every part by its file name
 */
public record Manifest(
    int format, String version, Instant createdAt, String modelSha256, Map<String, String> parts) {

  /** The layout that this release writes and reads. */
  public static final int FORMAT = 1;

  public Manifest {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(modelSha256, "modelSha256");
    parts = new TreeMap<>(parts);
    if (format != FORMAT) {
      throw new IllegalArgumentException(
          "bundle format " + format + " is not " + FORMAT + "; train the model with this release");
    }
  }
}
