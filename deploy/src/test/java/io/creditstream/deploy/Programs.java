package io.creditstream.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Runs programs of this machine to their end. */
public final class Programs {

  private Programs() {}

  /**
   * What a program prints.
   *
   * @param input for its standard input
   * @throws IOException if there is no such program
   * @throws IllegalStateException with its errors, if it failed
   */
  public static byte[] run(byte[] input, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).start();
    CompletableFuture<String> errors =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new String(process.getErrorStream().readAllBytes(), UTF_8);
              } catch (IOException e) {
                return e.toString();
              }
            },
            // Threads of a pool might all be busy with programs that run long.
            reading -> new Thread(reading, "errors").start());
    try {
      process.getOutputStream().write(input);
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            String.join(" ", command) + " failed: " + errors.join() + new String(output, UTF_8));
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
