package io.creditstream.service.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;

/**
 * A request whose body has to be read within a time that begins now; later a read fails with a
 * problem of status 408. A read that waits is not interrupted: how long it may wait is for the
 * server to limit.
 */
final class TimelyBody extends HttpServletRequestWrapper {

  private static final int REQUEST_TIMEOUT = 408;
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;

  private final Duration time;
  private final long deadline;

  TimelyBody(HttpServletRequest request, Duration time) {
    super(request);
    this.time = time;
    this.deadline = System.nanoTime() + time.toNanos();
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Timely(super.getInputStream());
  }

  /** The server would read them past {@link #getInputStream()}, and nothing here takes any. */
  @Override
  public Collection<Part> getParts() {
    throw severalParts();
  }

  @Override
  public Part getPart(String name) {
    throw severalParts();
  }

  private static ProblemException severalParts() {
    return new ProblemException(
        UNSUPPORTED_MEDIA_TYPE, "No body of several parts is taken: send a form or JSON");
  }

  private void check() {
    if (System.nanoTime() - deadline > 0) {
      throw new ProblemException(
          REQUEST_TIMEOUT, "The body was not sent within " + time + ": send it faster");
    }
  }

  private final class Timely extends ServletInputStream {

    private final ServletInputStream stream;

    Timely(ServletInputStream stream) {
      this.stream = stream;
    }

    @Override
    public int read() throws IOException {
      check();
      return stream.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      check();
      return stream.read(bytes, offset, length);
    }

    @Override
    public boolean isFinished() {
      return stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
