package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A machine for scripts of the repository on which nothing is installed but the tools that every
 * Debian has, and what a test makes up.
 */
final class Machine {

  private static final List<String> TOOLS =
      List.of(
          "awk",
          "bash",
          "basename",
          "cat",
          "chmod",
          "cp",
          "dirname",
          "find",
          "head",
          "id",
          "install",
          "mkdir",
          "mktemp",
          "readlink",
          "rm",
          "sed",
          "touch");

  /** Not among temporary files: links that lead out of there are warned about. */
  private static final Path INSTALLED = Path.of("target/machine").toAbsolutePath();

  private final Path root;
  private final Path programs;

  /**
   * @param root working directory of the scripts
   * @param programs an empty directory
   */
  Machine(Path root, Path programs) throws IOException {
    this.root = root;
    this.programs = programs;
    Files.createDirectories(INSTALLED);
    for (String tool : TOOLS) {
      if (!Files.exists(INSTALLED.resolve(tool))) {
        Files.createSymbolicLink(INSTALLED.resolve(tool), installed(tool));
      }
    }
  }

  /** How a script ended and what it said. */
  record Ended(int code, String output, String errors) {}

  private static Path installed(String tool) {
    return Stream.of("/usr/bin", "/bin")
        .map(directory -> Path.of(directory, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + tool + " here"));
  }

  /** Installs a program in place of whatever has its name. */
  void install(String name, String script) throws IOException {
    Path program = programs.resolve(name);
    Files.writeString(program, "#!/bin/bash\n" + script, UTF_8);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Ended run(Path script, String... arguments) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(root, "errors", "");
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList())
            .directory(root.toFile())
            .redirectError(errors.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", programs + ":" + INSTALLED);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output, Files.readString(errors));
  }
}
