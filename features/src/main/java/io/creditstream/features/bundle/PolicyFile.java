package io.creditstream.features.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A policy as a file of its own, in the JSON that a bundle holds. */
public final class PolicyFile {

  private PolicyFile() {}

  /**
   * Reads a policy.
   *
   * @throws BundleException if the file cannot be read or is no policy, saying why in one line
   */
  public static Policy read(Path file) {
    try {
      return BundleParts.policy(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new BundleException("cannot read the policy " + file, e);
    }
  }
}
