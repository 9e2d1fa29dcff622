package io.creditstream.features.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A bundle as a single ZIP file: the same bundle always gives the same bytes. */
public final class BundleArchive {

  /** The earliest time that ZIP knows: the time of writing would change the bytes. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Most bytes of all parts once unpacked, so that a small archive cannot fill the memory. */
  private static final int MAX_BYTES = 256 << 20;

  private static final int MAX_PARTS = 64;

  private BundleArchive() {}

  public static byte[] toBytes(Bundle bundle) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : BundleParts.of(bundle).entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads and checks a bundle.
   *
   * @throws BundleException if the bytes are no sound bundle
   */
  public static Bundle fromBytes(byte[] archive) {
    return fromBytes(archive, MAX_BYTES);
  }

  static Bundle fromBytes(byte[] archive, int maxBytes) {
    Map<String, byte[]> parts = new HashMap<>();
    int left = maxBytes;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!BundleParts.NAMES.contains(name) && !Documents.isName(name)) {
          throw new BundleException("the archive holds a file that is no part of a bundle");
        }
        byte[] part = zip.readNBytes(left);
        if (zip.read() >= 0) {
          throw new BundleException("the bundle takes more than " + maxBytes + " bytes unpacked");
        }
        left -= part.length;
        if (parts.put(name, part) != null || parts.size() > MAX_PARTS) {
          throw new BundleException(
              "the archive holds a part twice, or more than " + MAX_PARTS + " parts");
        }
      }
    } catch (IOException e) {
      throw new BundleException("the bundle is no readable archive", e);
    }
    return BundleParts.bundle(parts);
  }
}
