package io.creditstream.model;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads the native library of LightGBM.
 *
 * <p>LightGBM4J unpacks the library into the directory for temporary files at every start, which
 * would change it under the feet of another process that has it mapped: each process therefore
 * unpacks into a directory of its own.
 */
public final class LightGbmNative {

  private static final String TEMPORARY = "java.io.tmpdir";

  private static final Set<String> ARCHITECTURES = Set.of("amd64", "x86_64", "aarch64", "arm64");

  private LightGbmNative() {}

  /**
   * Loads the library unless it is loaded.
   *
   * @throws IllegalStateException if it does not load; the message says how to mend it
   */
  public static void ensureLoaded() {
    String problem = Loading.PROBLEM;
    if (problem != null) {
      throw new IllegalStateException(problem);
    }
  }

  /** Loads once, when it is first asked for. */
  private static final class Loading {
    /** Null if the library is loaded. An exception here would hide its own message later on. */
    private static final @Nullable String PROBLEM = load();

    private static @Nullable String load() {
      String shared = System.getProperty(TEMPORARY);
      Path own;
      try {
        own = Files.createTempDirectory("creditstream-lightgbm-");
      } catch (IOException e) {
        return "the native library of LightGBM cannot be unpacked into %s; make it writable or choose another directory (-Djava.io.tmpdir=DIR)"
            .formatted(shared);
      }
      System.setProperty(TEMPORARY, own.toString());
      try {
        return LGBMBooster.isNativeLoaded() ? null : mend();
      } catch (LinkageError e) {
        return mend();
      } finally {
        System.setProperty(TEMPORARY, shared);
        delete(own.toFile());
      }
    }

    private static String mend() {
      String system = System.getProperty("os.name");
      String architecture = System.getProperty("os.arch");
      return ARCHITECTURES.contains(architecture)
          ? "the native library of LightGBM does not load; install the OpenMP runtime (Debian: apt-get install libgomp1; macOS: brew install libomp)"
          : "LightGBM has no native library for this machine (%s, %s); use one with x86-64 or ARM 64"
              .formatted(system, architecture);
    }

    /** A mapped library needs its file no longer; what cannot be deleted is left to the system. */
    private static void delete(File directory) {
      File[] files = directory.listFiles();
      if (files != null) {
        for (File file : files) {
          file.delete();
        }
      }
      directory.delete();
    }
  }
}
