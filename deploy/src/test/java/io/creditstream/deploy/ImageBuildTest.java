package io.creditstream.deploy;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import io.creditstream.deploy.Machine.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that builds the images, with neither a Docker engine nor Maven. */
class ImageBuildTest {

  private static final List<String> FILES =
      List.of(
          "LICENSE",
          "deploy/third-party.txt",
          "deploy/images/Dockerfile",
          "deploy/images/build",
          "deploy/images/context",
          "deploy/images/creditstream",
          "deploy/images/healthy",
          "deploy/images/run");

  /** Finds two libraries for each application, one of them a module. */
  private static final String MAVEN =
      """
      for module in scorer drift-monitor advisor standalone; do
        mkdir -p $module/target/image
        touch $module/target/image/{kafka-2.jar,service-1.jar} $module/target/{sbom.json,$module-1.jar}
      done
      touch standalone/target/creditstream.jar maven-has-run
      """;

  /** Keeps the last context and the names of the images. */
  private static final String DOCKER =
      """
      [[ $1 == build ]] || exit 0
      rm -rf context
      cp -rp "${@: -1}" context
      echo "$*" >>builds
      """;

  @TempDir Path root;
  @TempDir Path programs;
  private Machine machine;

  @BeforeEach
  void copyTheScript() throws IOException {
    for (String file : FILES) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.copy(ComposeFile.ROOT.resolve(file), root.resolve(file));
    }
    Files.writeString(root.resolve("pom.xml"), "<version>1</version>\n");
    Files.createDirectory(root.resolve("service"));
    machine = new Machine(root, programs);
    machine.install("docker", DOCKER);
    machine.install("mvn", MAVEN);
    machine.install("javac", "");
  }

  @Test
  void shouldShipWhatWasBuiltNowAndNothingThatLayThere() throws Exception {
    Path before = Files.createDirectories(root.resolve("scorer/target/image"));
    Files.createFile(before.resolve("kafka-1.jar"));

    Ended ended = build();

    assertThat(ended.code()).as(ended.errors()).isZero();
    assertThat(files("context/scorer/third-party")).containsExactly("kafka-2.jar");
    assertThat(files("context/scorer/own")).containsExactly("scorer-1.jar", "service-1.jar");
    assertThat(files("context/standalone/own"))
        .containsExactly("creditstream.jar", "service-1.jar");
  }

  @Test
  void shouldLetTheUserOfTheImagesReadWhatWasBuiltUnderAStrictUmask() throws Exception {
    machine.install("strictly", "umask 077\nexec deploy/images/build\n");

    Ended ended = machine.run(programs.resolve("strictly"));

    assertThat(ended.code()).as(ended.errors()).isZero();
    try (Stream<Path> files = Files.walk(root.resolve("context"))) {
      assertThat(files.toList())
          .hasSizeGreaterThan(20)
          .allMatch(file -> modes(file).contains(OTHERS_READ), "readable by all")
          .filteredOn(file -> Files.isDirectory(file) || file.endsWith("run"))
          .hasSizeGreaterThan(10)
          .allMatch(file -> modes(file).contains(OTHERS_EXECUTE), "executable by all");
    }
  }

  @Test
  void shouldTakeWhatWasLaidOutBefore() throws Exception {
    Path laidOut = Files.createDirectory(root.resolve("laid-out"));
    Files.createFile(laidOut.resolve("LICENSE"));

    Ended ended = build("--context", laidOut.toString(), "scorer");

    assertThat(ended.code()).as(ended.errors()).isZero();
    assertThat(files("context")).containsExactly("LICENSE");
    assertThat(root.resolve("maven-has-run")).doesNotExist();
  }

  @Test
  void shouldNameImagesAsItIsTold() throws Exception {
    build();
    build("--prefix", "registry.example.com/bank", "--tag", "7", "--base", "own:1", "advisor");

    List<String> builds = Files.readAllLines(root.resolve("builds"));
    assertThat(builds).hasSize(5);
    assertThat(builds.subList(0, 4))
        .allMatch(build -> build.matches(".* -t localhost/creditstream/[a-z-]+:latest .*"));
    assertThat(builds.get(4))
        .contains(" -t registry.example.com/bank/advisor:7 ", "BASE_IMAGE=own:1 --target advisor ");
  }

  @Test
  void shouldSayHowToGetAnEngineBeforeAnythingIsBuilt() throws Exception {
    Files.delete(programs.resolve("docker"));

    assertRefused(build(), 1, "sudo apt-get update && sudo apt-get install docker.io");
  }

  @Test
  void shouldSayThatNoEngineAnswersBeforeAnythingIsBuilt() throws Exception {
    machine.install("docker", "echo permission denied >&2; exit 1\n");

    assertRefused(build(), 1, "usermod -aG docker");
  }

  @Test
  void shouldSayThatMavenOrAJdkIsMissing() throws Exception {
    Files.delete(programs.resolve("javac"));

    assertRefused(build(), 1, "./creditstream help");
  }

  @Test
  void shouldRefuseWhatItDoesNotKnow() throws Exception {
    assertRefused(build("--bas", "own"), 2, "--bas is not known");
    assertRefused(build("trainer"), 2, "trainer is not known");
    assertRefused(build("--tag"), 2, "--tag needs a value");
  }

  private Ended build(String... arguments) throws Exception {
    return machine.run(root.resolve("deploy/images/build"), arguments);
  }

  private void assertRefused(Ended ended, int code, String line) {
    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.errors())
        .matches("(?s)(build|context): .*")
        .contains(line)
        .containsOnlyOnce("\n");
    assertThat(root.resolve("maven-has-run")).doesNotExist();
  }

  private static Set<PosixFilePermission> modes(Path file) {
    try {
      return Files.getPosixFilePermissions(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> files(String directory) throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(directory))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
