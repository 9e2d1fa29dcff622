package io.creditstream.features.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.profile.ReferenceProfile;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A bundle as named parts, the one form that directory and archive share. */
public final class BundleParts {

  static final String MANIFEST = "manifest.json";
  static final String MODEL = "model.txt";
  private static final String DICTIONARY = "dictionary.json";
  private static final String PROFILE = "profile.json";
  private static final String POLICY = "policy.json";
  private static final String SELF_TEST = "selftest.json";
  private static final String SUMMARY = "summary.json";

  /** The parts that every bundle has; documents come beside them. */
  static final List<String> NAMES =
      List.of(MODEL, DICTIONARY, PROFILE, POLICY, SELF_TEST, SUMMARY, MANIFEST);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private BundleParts() {}

  /** Makes a bundle of its parts and seals it with a manifest. */
  public static Bundle seal(
      String modelText,
      FeatureDictionary dictionary,
      ReferenceProfile profile,
      Policy policy,
      SelfTest selfTest,
      TrainingSummary summary,
      Instant createdAt) {
    return seal(
        modelText, dictionary, profile, policy, selfTest, summary, Documents.NONE, createdAt);
  }

  /** Makes a bundle of its parts and its documents and seals it with a manifest. */
  static Bundle seal(
      String modelText,
      FeatureDictionary dictionary,
      ReferenceProfile profile,
      Policy policy,
      SelfTest selfTest,
      TrainingSummary summary,
      Documents documents,
      Instant createdAt) {
    String modelSha256 = Sha256.hex(modelText.getBytes(UTF_8));
    Map<String, byte[]> parts = content(modelText, dictionary, profile, policy, selfTest, summary);
    documents.addTo(parts);
    Map<String, String> digests = new TreeMap<>();
    parts.forEach((name, bytes) -> digests.put(name, Sha256.hex(bytes)));
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT, modelSha256.substring(0, 12), createdAt, modelSha256, digests);
    return new Bundle(
        manifest, modelText, dictionary, profile, policy, selfTest, summary, documents);
  }

  /** The parts of a bundle by name; the manifest last, since it seals them. */
  static Map<String, byte[]> of(Bundle bundle) {
    Map<String, byte[]> parts =
        content(
            bundle.modelText(),
            bundle.dictionary(),
            bundle.profile(),
            bundle.policy(),
            bundle.selfTest(),
            bundle.summary());
    bundle.documents().addTo(parts);
    parts.put(MANIFEST, manifestJson(bundle.manifest()));
    return parts;
  }

  static byte[] manifestJson(Manifest manifest) {
    return json(manifest);
  }

  /**
   * The bundle of the given parts.
   *
   * @throws BundleException if a part is missing, differs from its digest or cannot be read
   */
  static Bundle bundle(Map<String, byte[]> parts) {
    Manifest manifest = manifest(part(parts, MANIFEST));
    if (parts.size() > manifest.parts().size() + 1) {
      throw new BundleException("the bundle holds a file that its manifest does not seal");
    }
    Map<String, String> documents = new TreeMap<>();
    for (Map.Entry<String, String> sealed : manifest.parts().entrySet()) {
      String name = sealed.getKey();
      if (!Sha256.hex(part(parts, name)).equals(sealed.getValue())) {
        throw new BundleException(
            "bundle part " + name + " differs from its digest in " + MANIFEST);
      }
      if (!NAMES.contains(name)) {
        documents.put(name, new String(part(parts, name), UTF_8));
      }
    }
    if (!manifest.modelSha256().equals(manifest.parts().get(MODEL))) {
      throw new BundleException("the manifest names two digests of " + MODEL);
    }
    return new Bundle(
        manifest,
        new String(part(parts, MODEL), UTF_8),
        read(parts, DICTIONARY, FeatureDictionary.class),
        read(parts, PROFILE, ReferenceProfile.class),
        read(parts, POLICY, Policy.class),
        read(parts, SELF_TEST, SelfTest.class),
        read(parts, SUMMARY, TrainingSummary.class),
        Documents.of(documents));
  }

  /**
   * What a manifest says. It names every part but itself, and nothing that is none.
   *
   * @throws BundleException if it cannot be read or does not
   */
  static Manifest manifest(byte[] json) {
    Manifest manifest = read(Map.of(MANIFEST, json), MANIFEST, Manifest.class);
    for (String name : NAMES) {
      if (!name.equals(MANIFEST) && !manifest.parts().containsKey(name)) {
        throw new BundleException("the manifest seals no " + name);
      }
    }
    for (String name : manifest.parts().keySet()) {
      if (name.equals(MANIFEST) || !(NAMES.contains(name) || Documents.isName(name))) {
        throw new BundleException("the manifest names a file that is no part of a bundle");
      }
    }
    return manifest;
  }

  /**
   * The policy that the JSON holds.
   *
   * @throws BundleException if it holds none
   */
  static Policy policy(byte[] json) {
    return read(Map.of(POLICY, json), POLICY, Policy.class);
  }

  private static Map<String, byte[]> content(
      String modelText,
      FeatureDictionary dictionary,
      ReferenceProfile profile,
      Policy policy,
      SelfTest selfTest,
      TrainingSummary summary) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(MODEL, modelText.getBytes(UTF_8));
    parts.put(DICTIONARY, json(dictionary));
    parts.put(PROFILE, json(profile));
    parts.put(POLICY, json(policy));
    parts.put(SELF_TEST, json(selfTest));
    parts.put(SUMMARY, json(summary));
    return parts;
  }

  private static byte[] json(Object part) {
    try {
      return JSON.writeValueAsBytes(part);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a bundle part cannot be written as JSON", e);
    }
  }

  private static <T> T read(Map<String, byte[]> parts, String name, Class<T> type) {
    try {
      return JSON.readValue(part(parts, name), type);
    } catch (ValueInstantiationException e) {
      String reason = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
      throw new BundleException("bundle part " + name + " cannot be used" + reason, e);
    } catch (IOException e) {
      throw new BundleException("bundle part " + name + " is not the JSON that it should be", e);
    }
  }

  private static byte[] part(Map<String, byte[]> parts, String name) {
    byte[] part = parts.get(name);
    if (part == null) {
      throw new BundleException("bundle part " + name + " is missing");
    }
    return part;
  }
}
