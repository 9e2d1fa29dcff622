package io.creditstream.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to a data directory. The operating system takes it back when the process
 * ends, however it ends, so a lock file that was left behind blocks nobody.
 */
public final class DirectoryLock implements AutoCloseable {

  private static final String FILE = ".lock";

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Makes the directory if it is missing and locks it.
   *
   * @throws LocalClusterException if it cannot be written or is in use
   */
  public static DirectoryLock take(Path directory) {
    FileChannel channel = open(directory);
    try {
      if (lock(channel) == null) {
        String owner = Files.readString(directory.resolve(FILE)).strip();
        channel.close();
        throw inUse(directory, owner);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(processId().getBytes(StandardCharsets.US_ASCII)));
      return new DirectoryLock(channel);
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new LocalClusterException(
          "a data directory cannot be unlocked: restart the program", e);
    }
  }

  private static FileChannel open(Path directory) {
    try {
      Files.createDirectories(directory);
      return FileChannel.open(
          directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw notWritable(directory, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String processId() {
    return Long.toString(ProcessHandle.current().pid());
  }

  private static LocalClusterException inUse(Path directory, String owner) {
    String who = owner.isEmpty() ? "another process" : "process " + owner;
    return new LocalClusterException(
        "directory "
            + directory.toAbsolutePath()
            + " is in use by "
            + who
            + ": stop it, or choose another directory");
  }

  private static LocalClusterException notWritable(Path directory, IOException cause) {
    return new LocalClusterException(
        "directory "
            + directory.toAbsolutePath()
            + " cannot be written ("
            + cause.getClass().getSimpleName()
            + "): make it writable, or choose another directory",
        cause);
  }
}
