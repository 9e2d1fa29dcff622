package io.creditstream.advisor.models;

import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.schemas.ModelBundle;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models seen so far; of two bundles with the same model the newer one counts. */
public final class ModelBoard implements Models {

  private static final String CHAMPION = "champion";

  private final Map<String, KnownModel> models = new ConcurrentHashMap<>();
  private volatile @Nullable String champion;

  /**
   * Takes a published bundle.
   *
   * @param role key of the record
   * @throws RuntimeException if the bundle is not sound
   */
  public void take(String role, ModelBundle published) {
    ByteBuffer buffer = published.getBundle().duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    take(role, KnownModel.of(BundleArchive.fromBytes(bytes)));
  }

  /** Takes a model in a role. */
  public void take(String role, KnownModel model) {
    models.put(model.sha256(), model);
    if (role.equals(CHAMPION)) {
      champion = model.sha256();
    }
  }

  @Override
  public Optional<KnownModel> find(String sha256) {
    return Optional.ofNullable(models.get(sha256));
  }

  @Override
  public Optional<KnownModel> champion() {
    String sha256 = champion;
    return sha256 == null ? Optional.empty() : find(sha256);
  }
}
