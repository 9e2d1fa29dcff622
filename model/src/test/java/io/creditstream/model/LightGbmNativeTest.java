package io.creditstream.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LightGbmNativeTest {

  @TempDir private Path directory;
  private Path temporary;
  private Path modelText;

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectory(directory.resolve("tmp"));
    modelText = Files.writeString(directory.resolve("model.txt"), TestModel.text());
  }

  @Test
  void shouldPredictOnWhileAnotherProcessLoadsFromTheSameDirectory() throws Exception {
    String expected;
    try (CreditModel model = LightGbmCreditModel.load(TestModel.text())) {
      double[][] rows = TestModel.rows(PredictingProcess.ROWS, PredictingProcess.SEED);
      expected = Double.toString(PredictingProcess.checksum(model, rows));
    }
    try (PredictingProcess first = start()) {
      assertThat(first.line()).isEqualTo("ready");

      try (PredictingProcess second = start()) {
        assertThat(second.line()).isEqualTo("ready");
        second.stop();
        assertThat(second.line()).isEqualTo(expected);
        assertThat(second.exitCode()).isZero();
      }

      first.stop();
      assertThat(first.line()).isEqualTo(expected);
      assertThat(first.exitCode()).isZero();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void shouldGiveTheDirectoryForTemporaryFilesBack() {
    String before = System.getProperty("java.io.tmpdir");

    LightGbmNative.ensureLoaded();

    assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(before);
    assertThat(LGBMBooster.isNativeLoaded()).isTrue();
  }

  @Test
  void shouldSayHowToInstallOpenMpWhereItIsMissing() throws Exception {
    Path libraries = librariesThatNeedAnotherOpenMp();

    try (PredictingProcess process =
        start(Map.of("LIGHTGBM_NATIVE_LIB_PATH", libraries.toString()), List.of())) {
      assertThat(process.line())
          .isEqualTo(
              "the native library of LightGBM does not load; install the OpenMP runtime"
                  + " (Debian: apt-get install libgomp1; macOS: brew install libomp)");
      assertThat(process.exitCode()).isZero();
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void shouldSayWhichMachinesItRunsOn() throws Exception {
    try (PredictingProcess process =
        start(Map.of(), List.of("-Dos.name=Plan9", "-Dos.arch=sparc"))) {
      assertThat(process.line())
          .isEqualTo(
              "LightGBM has no native library for this machine (Plan9, sparc); use one with x86-64"
                  + " or ARM 64");
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void shouldSayThatItCannotBeUnpacked() throws Exception {
    Path absent = directory.resolve("absent");

    try (PredictingProcess process =
        PredictingProcess.start(modelText, absent, Map.of(), List.of())) {
      assertThat(process.line())
          .isEqualTo(
              "the native library of LightGBM cannot be unpacked into %s; make it writable or"
                  + " choose another directory (-Djava.io.tmpdir=DIR)",
              absent);
    }
  }

  private PredictingProcess start() throws IOException {
    return start(Map.of(), List.of());
  }

  private PredictingProcess start(Map<String, String> environment, List<String> options)
      throws IOException {
    return PredictingProcess.start(modelText, temporary, environment, options);
  }

  /** As on a machine without libgomp1: the library asks for a version that no machine has. */
  private Path librariesThatNeedAnotherOpenMp() throws IOException {
    assumeTrue(
        System.getProperty("os.name").startsWith("Linux"), "OpenMP is missing on Linux only");
    String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    String resource = "/lightgbm4j/linux/" + architecture + "/lib_lightgbm.so";
    Path libraries = Files.createDirectory(directory.resolve("libraries"));
    try (InputStream library = LGBMBooster.class.getResourceAsStream(resource)) {
      String bytes = new String(library.readAllBytes(), ISO_8859_1);
      assertThat(bytes).contains("libgomp.so.1\0");
      Files.writeString(
          libraries.resolve("lib_lightgbm.so"),
          bytes.replace("libgomp.so.1\0", "libgomp.so.9\0"),
          ISO_8859_1);
    }
    return libraries;
  }
}
