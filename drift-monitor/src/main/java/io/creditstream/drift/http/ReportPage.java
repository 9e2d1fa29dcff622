package io.creditstream.drift.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.drift.view.DriftView;
import io.creditstream.drift.view.ModelDrift;
import io.creditstream.drift.window.WindowSettings;
import io.creditstream.schemas.DriftReport;
import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.FeatureDrift;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The drift report in HTML: one page that needs nothing else, the features of each model's last
 * closed window with the worst first.
 */
final class ReportPage {

  private final String style = resource("report.css");

  /** The policy under which a browser shows the page: its own style and nothing else. */
  String contentSecurityPolicy() {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(style)
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  String html(DriftView view, WindowSettings settings) {
    StringBuilder html = new StringBuilder(64_000);
    html.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<title>Drift report</title><style>")
        .append(style)
        .append("</style></head><body><main><h1>Drift report</h1>");
    List<ModelDrift> models = view.models();
    if (models.isEmpty()) {
      html.append("<p>No window has closed yet. Windows hold ")
          .append(HtmlText.escape(settings.label()))
          .append(" of event time; ")
          .append(view.openWindows().size())
          .append(" open.</p>");
    }
    for (int i = models.size() - 1; i >= 0; i--) {
      model(html, models.get(i));
    }
    return html.append("</main></body></html>\n").toString();
  }

  private static void model(StringBuilder html, ModelDrift model) {
    DriftReport report = model.latest();
    html.append("<section><h2>Model ")
        .append(HtmlText.escape(model.version()))
        .append(' ')
        .append(badge(report.getStatus()))
        .append("</h2><p>Window ")
        .append(report.getWindowStart())
        .append(" to ")
        .append(report.getWindowEnd())
        .append(": ")
        .append(report.getSamples())
        .append(" decisions against ")
        .append(report.getReferenceSamples())
        .append(" of the training data, ")
        .append(report.getLate())
        .append(" late. Closed by ")
        .append(words(report.getClosedBy().name()))
        .append(" at ")
        .append(report.getClosedAt())
        .append(".</p>");
    history(html, model.closed());
    FeatureTable.write(html, report.getFeatures());
    html.append("</section>");
  }

  private static void history(StringBuilder html, List<DriftReport> windows) {
    html.append("<ol class=\"history\" aria-label=\"Last windows, the oldest first\">");
    for (DriftReport window : windows) {
      html.append("<li class=\"")
          .append(words(window.getStatus().name()))
          .append("\" title=\"")
          .append(window.getWindowStart())
          .append(", ")
          .append(window.getSamples())
          .append(" decisions\">")
          .append(words(window.getStatus().name()))
          .append("</li>");
    }
    html.append("</ol>");
  }

  /** A status as a coloured word. */
  static String badge(DriftStatus status) {
    String name = words(status.name());
    return "<span class=\"badge " + name + "\">" + name + "</span>";
  }

  private static String words(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** How bad a feature is, to sort by: its status, then its index. */
  static int compare(FeatureDrift a, FeatureDrift b) {
    int byStatus = b.getStatus().compareTo(a.getStatus());
    return byStatus != 0 ? byStatus : Double.compare(index(b), index(a));
  }

  private static double index(FeatureDrift feature) {
    return Objects.requireNonNullElse(feature.getPsi(), 0.0);
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
