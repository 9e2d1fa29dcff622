package io.creditstream.benchmarks.serving;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/**
 * One connection over HTTP/1.1 that is kept open. It costs next to nothing beside the server, with
 * which it shares the processors.
 */
final class KeepAlive implements AutoCloseable {

  private static final String OK = "HTTP/1.1 200 ";
  private static final String LENGTH = "content-length:";

  /** An answer that does not tell its length comes in chunks. */
  private static final int CHUNKED = -1;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  KeepAlive(URI server) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    out = socket.getOutputStream();
  }

  /** The bytes of a request with a body of JSON. */
  static byte[] post(String path, byte[] body) {
    byte[] head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, body.length)
            .getBytes(ISO_8859_1);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  /**
   * Sends a request and reads the whole answer.
   *
   * @return the length of the body, in bytes
   * @throws IllegalStateException if the status is not 200
   */
  int ask(byte[] request) throws IOException {
    out.write(request);
    String status = line();
    int length = CHUNKED;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(header.substring(LENGTH.length()).trim());
      }
    }
    byte[] body = length == CHUNKED ? chunks() : in.readNBytes(length);
    if (!status.startsWith(OK)) {
      throw new IllegalStateException(status + ": " + new String(body, ISO_8859_1));
    }
    return body.length;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server has closed the connection");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
