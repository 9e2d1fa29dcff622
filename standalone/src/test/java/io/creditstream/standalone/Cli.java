package io.creditstream.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.standalone.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * Runs commands as the launcher does, in this process.
 *
 * @param exitCode exit code
 * @param out standard output
 * @param err what the command line itself printed as an error
 */
public record Cli(int exitCode, String out, String err) {

  public static Cli run(String... arguments) {
    PrintStream standard = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      CommandLine command = Main.commandLine().setErr(new PrintWriter(err, true));
      return new Cli(command.execute(arguments), out.toString(UTF_8), err.toString());
    } finally {
      System.setOut(standard);
    }
  }
}
