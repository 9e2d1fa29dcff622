package io.creditstream.advisor.web;

import io.creditstream.service.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Style, scripts and icon, all of this module or of a library beside it. */
final class Assets {

  private static final int VERSION_DIGITS = 12;
  private static final String OWN = "/io/creditstream/advisor/assets/";

  private final Map<String, Asset> assets = new LinkedHashMap<>();
  private final String version;

  private record Asset(String type, byte[] content) {}

  Assets(String echarts) {
    add("advisor.css", "text/css; charset=utf-8", OWN + "advisor.css");
    add("advisor.js", "text/javascript; charset=utf-8", OWN + "advisor.js");
    add("icon.svg", "image/svg+xml", OWN + "icon.svg");
    add("echarts.min.js", "text/javascript; charset=utf-8", echarts);
    this.version = digest();
  }

  /** Changes whenever an asset does. */
  String version() {
    return version;
  }

  /** Answers with an asset; a browser may keep it, since its address names its version. */
  void answer(Context context) {
    Asset asset = assets.get(context.pathParam("name"));
    if (asset == null) {
      throw new ProblemException(404, "There is nothing at this path");
    }
    context
        .contentType(asset.type())
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .result(asset.content());
  }

  private void add(String name, String type, String resource) {
    try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
      assets.put(name, new Asset(type, Objects.requireNonNull(stream, resource).readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      assets.values().forEach(asset -> digest.update(asset.content()));
      return HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
