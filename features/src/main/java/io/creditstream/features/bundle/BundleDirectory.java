package io.creditstream.features.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** A bundle as a directory of files. */
public final class BundleDirectory {

  private BundleDirectory() {}

  /**
   * Reads and checks a bundle.
   *
   * @throws BundleException if the directory is no sound bundle
   */
  public static Bundle read(Path directory) {
    Map<String, byte[]> parts = new HashMap<>();
    byte[] manifest = part(directory, BundleParts.MANIFEST);
    parts.put(BundleParts.MANIFEST, manifest);
    for (String name : BundleParts.manifest(manifest).parts().keySet()) {
      parts.put(name, part(directory, name));
    }
    return BundleParts.bundle(parts);
  }

  private static byte[] part(Path directory, String name) {
    Path file = directory.resolve(name);
    // A symbolic link could lead to a file outside of the bundle.
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new BundleException("no file " + name + " in the bundle " + directory);
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BundleException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Whether a directory holds a bundle, sound or not. */
  public static boolean holdsBundle(Path directory) {
    return Files.exists(directory.resolve(BundleParts.MANIFEST));
  }

  /** Writes a bundle; a crash leaves the old files or a directory that {@link #read} refuses. */
  public static void write(Bundle bundle, Path directory) {
    try {
      Files.createDirectories(directory);
      for (Map.Entry<String, byte[]> part : BundleParts.of(bundle).entrySet()) {
        Path written = directory.resolve(part.getKey() + ".part");
        Files.write(written, part.getValue());
        move(written, directory.resolve(part.getKey()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the bundle to " + directory, e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
