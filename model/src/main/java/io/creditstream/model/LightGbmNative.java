package io.creditstream.model;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads the native library of LightGBM.
 *
 * <p>LightGBM4J unpacks the library into the directory for temporary files at every start, which
 * would change it under the feet of another process that has it mapped: each process therefore
 * unpacks into a directory of its own.
 */
public final class LightGbmNative {

  private static final String TEMPORARY = "java.io.tmpdir";

  private LightGbmNative() {}

  /**
   * Loads the library unless it is loaded.
   *
   * @throws IllegalStateException if it does not load; the message says how to mend it
   */
  public static void ensureLoaded() {
    if (!Loading.LOADED) {
      throw new IllegalStateException(
          "the native library of LightGBM does not load; install the OpenMP runtime"
              + " (Debian: apt-get install libgomp1)");
    }
  }

  /** Loads once, when it is first asked for. */
  private static final class Loading {
    private static final boolean LOADED = load();

    private static boolean load() {
      String shared = System.getProperty(TEMPORARY);
      try {
        Path own = Files.createTempDirectory("creditstream-lightgbm-");
        System.setProperty(TEMPORARY, own.toString());
        try {
          return LGBMBooster.isNativeLoaded();
        } finally {
          System.setProperty(TEMPORARY, shared);
          delete(own);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write to " + shared, e);
      }
    }

    /** A mapped library needs its file no longer; what cannot be deleted is left to the system. */
    private static void delete(Path directory) throws IOException {
      List<Path> files;
      try (Stream<Path> unpacked = Files.list(directory)) {
        files = unpacked.toList();
      }
      for (Path file : files) {
        file.toFile().delete();
      }
      directory.toFile().delete();
    }
  }
}
