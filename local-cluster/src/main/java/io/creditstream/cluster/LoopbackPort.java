package io.creditstream.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port of the loopback interface, held until {@link #close()} so that nobody else takes it while
 * its user gets ready. The user must accept a short moment between release and use.
 *
 * <p>A free port is one below those that Linux gives to outgoing connections (32768 and up), so
 * that no client takes it before its server is there or while its server restarts, and is named
 * once only by a process.
 */
public final class LoopbackPort implements AutoCloseable {

  /** The address that everything here listens on. */
  public static final String HOST = "127.0.0.1";

  private static final int FIRST_FREE = 20_000;
  private static final int LAST_FREE = 32_767;
  private static final int ATTEMPTS = 1_000;
  private static final Set<Integer> NAMED = ConcurrentHashMap.newKeySet();

  private final ServerSocket socket;

  private LoopbackPort(ServerSocket socket) {
    this.socket = socket;
  }

  /**
   * Holds a port.
   *
   * @param port the port, or 0 for any free one
   * @throws LocalClusterException if the port is in use
   */
  public static LoopbackPort hold(int port) {
    return port == 0 ? holdFree() : holdExactly(port);
  }

  private static LoopbackPort holdFree() {
    for (int i = 0; i < ATTEMPTS; i++) {
      int candidate = ThreadLocalRandom.current().nextInt(FIRST_FREE, LAST_FREE + 1);
      if (NAMED.add(candidate)) {
        try {
          return bind(candidate);
        } catch (IOException taken) {
          // The next one.
        }
      }
    }
    throw new LocalClusterException(
        "no free port from "
            + FIRST_FREE
            + " to "
            + LAST_FREE
            + ": stop programs that listen there");
  }

  private static LoopbackPort holdExactly(int port) {
    try {
      return bind(port);
    } catch (IOException e) {
      throw inUse(port, e);
    }
  }

  private static LoopbackPort bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return new LoopbackPort(socket);
  }

  /**
   * The number of a port that is free now, for a program that has to be told its port before it
   * starts. Nobody holds it, so that another program may be faster.
   */
  public static int free() {
    try (LoopbackPort port = hold(0)) {
      return port.number();
    }
  }

  /** The number of the port. */
  public int number() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new LocalClusterException("port " + number() + " cannot be released: restart", e);
    }
  }

  static LocalClusterException inUse(int port, Exception cause) {
    return new LocalClusterException(
        "port " + port + " is in use: stop the program that listens on it, or choose another port",
        cause);
  }
}
