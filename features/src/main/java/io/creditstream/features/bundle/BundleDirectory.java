package io.creditstream.features.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

  /**
   * Writes a bundle beside the directory and moves it there when it is complete: whatever goes
   * wrong, the directory holds the old bundle, the new one or none, never part of one.
   *
   * @throws UncheckedIOException if it cannot be written
   * @throws BundleException if the directory holds files that are no part of a bundle
   */
  public static void write(Bundle bundle, Path directory) {
    Path target = directory.toAbsolutePath().normalize();
    Path written = target.resolveSibling(target.getFileName() + ".part");
    requireReplaceable(target);
    try {
      writeBeside(bundle, target, written);
    } catch (IOException e) {
      try {
        delete(written);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw new UncheckedIOException(
          "cannot write the bundle to %s (%s); is there room, and may it be written?"
              .formatted(directory, reason(e)),
          e);
    }
  }

  private static void writeBeside(Bundle bundle, Path target, Path written) throws IOException {
    Path old = target.resolveSibling(target.getFileName() + ".old");
    delete(written);
    Files.createDirectories(written);
    for (Map.Entry<String, byte[]> part : BundleParts.of(bundle).entrySet()) {
      Files.write(written.resolve(part.getKey()), part.getValue());
    }
    delete(old);
    if (Files.exists(target)) {
      Files.move(target, old);
    }
    Files.move(written, target);
    delete(old);
  }

  /** What the system says, or at least the kind of failure: its message is the path alone then. */
  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  /**
   * Checks that a bundle may be written to a directory: nobody's files are deleted because their
   * directory was named by mistake.
   *
   * @throws BundleException if the directory holds files that are no part of a bundle
   */
  public static void requireReplaceable(Path directory) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    Predicate<String> document = documents(directory);
    try (Stream<Path> files = Files.list(directory)) {
      if (!files
          .map(file -> String.valueOf(file.getFileName()))
          .allMatch(
              name ->
                  BundleParts.NAMES.contains(name) || isLeftover(name) || document.test(name))) {
        throw new BundleException(
            directory + " holds other files than those of a bundle; give a directory of its own");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + directory, e);
    }
  }

  /** The documents of a bundle by its manifest; of a broken one all that could be some. */
  private static Predicate<String> documents(Path directory) {
    if (!holdsBundle(directory)) {
      return name -> false;
    }
    try {
      return BundleParts.manifest(part(directory, BundleParts.MANIFEST)).parts()::containsKey;
    } catch (BundleException e) {
      return Documents::isName;
    }
  }

  /** Of releases that wrote the parts one by one. */
  private static boolean isLeftover(String name) {
    return name.endsWith(".part") && BundleParts.NAMES.contains(name.replace(".part", ""));
  }

  /** A bundle has no directories below it; another directory is left alone. */
  private static void delete(Path directory) throws IOException {
    if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.delete(file);
        }
      }
    }
    Files.deleteIfExists(directory);
  }
}
