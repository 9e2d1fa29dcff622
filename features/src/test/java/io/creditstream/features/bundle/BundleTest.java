package io.creditstream.features.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.features.profile.ReferenceProfile;
import io.creditstream.schemas.DecisionOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {

  @TempDir Path directory;

  @Test
  void shouldReadBackWhatItWrote() {
    Bundle bundle = bundle();

    BundleDirectory.write(bundle, directory);

    Bundle read = BundleDirectory.read(directory);
    assertThat(read.manifest()).isEqualTo(bundle.manifest());
    assertThat(read.dictionary()).isEqualTo(bundle.dictionary());
    assertThat(read.profile()).isEqualTo(bundle.profile());
    assertThat(read.policy()).isEqualTo(bundle.policy());
    assertThat(read.summary()).isEqualTo(bundle.summary());
    assertThat(read.selfTest().rows().get(0).features()).containsExactly(1, Double.NaN);
  }

  @Test
  void shouldBeTheSameBytesAsASingleFile() {
    byte[] archive = BundleArchive.toBytes(bundle());

    assertThat(BundleArchive.toBytes(BundleArchive.fromBytes(archive))).isEqualTo(archive);
  }

  @Test
  void shouldRefuseOneFlippedBitInAnyPart() throws IOException {
    for (String part : BundleParts.NAMES) {
      BundleDirectory.write(bundle(), directory);
      byte[] bytes = Files.readAllBytes(directory.resolve(part));
      bytes[bytes.length / 2] ^= 1;
      Files.write(directory.resolve(part), bytes);

      assertThatThrownBy(() -> BundleDirectory.read(directory))
          .as(part)
          .isInstanceOfAny(BundleException.class, IllegalArgumentException.class);
    }
  }

  @Test
  void shouldRefuseAMissingPartAndASymbolicLink() throws IOException {
    BundleDirectory.write(bundle(), directory);
    Path model = directory.resolve("model.txt");
    Path elsewhere = directory.resolve("elsewhere.txt");
    Files.move(model, elsewhere);
    assertThatThrownBy(() -> BundleDirectory.read(directory))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("model.txt");

    Files.createSymbolicLink(model, elsewhere);
    assertThatThrownBy(() -> BundleDirectory.read(directory))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("model.txt");
  }

  @Test
  void shouldRefuseAnArchiveWithForeignFiles() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../model.txt"));
      zip.closeEntry();
    }

    assertThatThrownBy(() -> BundleArchive.fromBytes(bytes.toByteArray()))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("no part of a bundle");
    assertThatThrownBy(() -> BundleArchive.fromBytes(new byte[] {1, 2, 3}))
        .isInstanceOf(BundleException.class);
  }

  @Test
  void shouldRefuseAnArchiveThatTakesTooMuchOnceUnpacked() throws IOException {
    Bundle bundle = bundle().with(Documents.of(Map.of("a.md", "a".repeat(9), "b.md", "b")));
    byte[] archive = BundleArchive.toBytes(bundle);
    int unpacked = BundleParts.of(bundle).values().stream().mapToInt(part -> part.length).sum();

    assertThat(BundleArchive.fromBytes(archive, unpacked).documents().names()).hasSize(2);
    assertThatThrownBy(() -> BundleArchive.fromBytes(archive, unpacked - 1))
        .isInstanceOf(BundleException.class)
        .hasMessage("the bundle takes more than " + (unpacked - 1) + " bytes unpacked");
  }

  @Test
  void shouldRefuseAnArchiveOfTooManyParts() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 65; i++) {
        zip.putNextEntry(new ZipEntry(i + ".md"));
      }
    }

    assertThatThrownBy(() -> BundleArchive.fromBytes(bytes.toByteArray()))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("more than 64 parts");
  }

  @Test
  void shouldCarryDocumentsInBothForms() {
    Bundle bundle = bundle().with(Documents.of(Map.of("model-card.md", "# é")));

    BundleDirectory.write(bundle, directory);

    assertThat(BundleDirectory.read(directory).documents().text("model-card.md")).isEqualTo("# é");
    assertThat(BundleArchive.fromBytes(BundleArchive.toBytes(bundle)).documents())
        .isEqualTo(bundle.documents());
    assertThat(bundle.manifest().modelSha256()).isEqualTo(bundle().manifest().modelSha256());
  }

  @Test
  void shouldRefuseAChangedDocument() throws IOException {
    BundleDirectory.write(bundle().with(Documents.of(Map.of("report.html", "a"))), directory);
    Files.writeString(directory.resolve("report.html"), "b");

    assertThatThrownBy(() -> BundleDirectory.read(directory))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("report.html");
  }

  @Test
  void shouldRefuseADocumentThatTheManifestDoesNotSeal() throws IOException {
    byte[] archive = BundleArchive.toBytes(bundle());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
        ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(zip);
      }
      zip.putNextEntry(new ZipEntry("added.md"));
    }

    assertThatThrownBy(() -> BundleArchive.fromBytes(bytes.toByteArray()))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("does not seal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.md", "a/b.md", "model.txt", ".md", "a", "A.md", "a.md/", "a..md"})
  void shouldTakeNoDocumentByANameThatLeadsElsewhere(String name) {
    assertThatThrownBy(() -> Documents.of(Map.of(name, "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void shouldDecideByTheBandsOfThePolicy() {
    Policy policy = new Policy("p", 0.1, 0.2);

    assertThat(policy.decide(Math.nextDown(0.1))).isEqualTo(DecisionOutcome.APPROVED);
    assertThat(policy.decide(0.1)).isEqualTo(DecisionOutcome.REFERRED);
    assertThat(policy.decide(0.2)).isEqualTo(DecisionOutcome.DECLINED);
    assertThatThrownBy(() -> new Policy("p", 0.3, 0.2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static Bundle bundle() {
    FeatureDictionary dictionary =
        new FeatureDictionary(
            List.of(
                new FeatureEntry(
                    "AMT_CREDIT", FeatureKind.NUMERIC, "t", "amount", "montant", true, List.of()),
                new FeatureEntry(
                    "NAME_CONTRACT_TYPE",
                    FeatureKind.CATEGORY,
                    "t",
                    "kind",
                    "type",
                    true,
                    List.of("a", "b"))));
    double[][] columns = {{1, 2, Double.NaN}, {0, 1, Double.NaN}};
    return BundleParts.seal(
        "tree\nmodel\n",
        dictionary,
        ReferenceProfile.of(dictionary, columns, new double[] {0.1, 0.2, 0.3}),
        new Policy("p", 0.1, 0.2),
        new SelfTest(
            List.of(new SelfTest.Row(new double[] {1, Double.NaN}, 0.5, new double[] {0.1, 0.2}))),
        new TrainingSummary(1, 1, 0.1, 1, 0.7, 0.9, 10, 0.5, 0.2, 1, 2, 3, 4, 5),
        Instant.parse("2024-01-01T00:00:00Z"));
  }
}
