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

  /** No part may be larger once unpacked, so that a small archive cannot fill the memory. */
  private static final int MAX_PART_BYTES = 256 << 20;

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
    Map<String, byte[]> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (!BundleParts.NAMES.contains(name) && !Documents.isName(name)) {
          throw new BundleException("the archive holds a file that is no part of a bundle");
        }
        byte[] part = zip.readNBytes(MAX_PART_BYTES);
        if (zip.read() >= 0) {
          throw new BundleException("bundle part " + name + " is too large");
        }
        parts.put(name, part);
      }
    } catch (IOException e) {
      throw new BundleException("the bundle is no readable archive", e);
    }
    return BundleParts.bundle(parts);
  }
}
