package io.creditstream.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.features.bundle.BundleArchive;
import io.creditstream.features.bundle.SelfTest;
import io.creditstream.features.dictionary.FeatureDictionary;
import io.creditstream.features.dictionary.FeatureEntry;
import io.creditstream.features.dictionary.FeatureKind;
import io.creditstream.model.compiled.CompiledCreditModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifiedModelTest {

  @Test
  void shouldTakeSoundBundleAlsoFromItsSingleFile() {
    Bundle bundle = BundleArchive.fromBytes(BundleArchive.toBytes(TestModel.bundle()));

    VerifiedModel verified = VerifiedModel.verify(bundle);

    SelfTest.Row row = bundle.selfTest().rows().get(0);
    assertThat(verified.bundle()).isSameAs(bundle);
    assertThat(verified.extractor().size()).isEqualTo(TestModel.FEATURES);
    try (CreditModel session = verified.newSession()) {
      assertThat(session.rawScore(row.features())).isEqualTo(row.rawScore());
    }
  }

  @Test
  void shouldRunTheModelByTheEngineThatIsAskedFor() {
    double[] row = TestModel.selfTest().rows().get(0).features();
    for (ModelEngine engine : ModelEngine.values()) {
      VerifiedModel verified = VerifiedModel.verify(TestModel.bundle(), engine);

      assertThat(verified.engine()).isEqualTo(engine);
      try (CreditModel session = verified.newSession()) {
        assertThat(session)
            .isInstanceOf(
                engine == ModelEngine.COMPILED
                    ? CompiledCreditModel.class
                    : LightGbmCreditModel.class);
        assertThat(session.rawScore(row)).isEqualTo(TestModel.selfTest().rows().get(0).rawScore());
      }
    }
    assertThat(VerifiedModel.verify(TestModel.bundle()).engine()).isEqualTo(ModelEngine.COMPILED);
  }

  @Test
  void shouldLeaveModelThatCannotBeCompiledToLightGbm() {
    String text = TestModel.text().replaceFirst("version=v4", "version=v5");

    VerifiedModel verified =
        VerifiedModel.verify(
            TestModel.bundle(text, TestModel.dictionary(), TestModel.selfTest(text)));

    assertThat(verified.engine()).isEqualTo(ModelEngine.LIGHTGBM);
    SelfTest.Row row = verified.bundle().selfTest().rows().get(0);
    try (CreditModel session = verified.newSession()) {
      assertThat(session.rawScore(row.features())).isEqualTo(row.rawScore());
    }
  }

  @Test
  void shouldRefuseModelWhoseScoreIsNoLogOdds() {
    String text = TestModel.text().replaceFirst("sigmoid:1", "sigmoid:2");

    refuses(
        TestModel.bundle(text, TestModel.dictionary(), TestModel.selfTest()),
        "the objective of the model is binary sigmoid:2, whose raw score is no log-odds; train it"
            + " with objective=binary");
  }

  @Test
  void shouldRefuseTextThatWasCutBeforeItWasSealed() {
    String text = TestModel.text();
    int lastTree = text.lastIndexOf("\nTree=");
    String middle = text.substring(0, text.indexOf("leaf_value=", lastTree) + 20);

    String cut = "the text of the model has no end: it was cut";
    String otherSizes =
        "the trees of the model are not as long as its head says: use the text as LightGBM saved"
            + " it";
    String end = text.substring(text.indexOf("\nend of trees"));

    refuses(sealed(text.substring(0, text.length() - end.length())), cut);
    refuses(sealed(middle), cut);
    refuses(sealed(text.substring(0, 40)), cut);
    refuses(sealed(middle + end), otherSizes);
    refuses(sealed(text.substring(0, lastTree) + end), otherSizes);
    refuses(sealed(text.replaceFirst("tree_sizes=", "tree_sizes=9 ")), otherSizes);
  }

  @Test
  void shouldRefuseTreesThatWouldEndTheProcessBeforeLightGbmSeesThem() {
    String ring = TestModel.text().replaceFirst("left_child=1 ", "left_child=0 ");
    String foreign = TestModel.text().replaceFirst("split_feature=[0-9] ", "split_feature=9 ");

    assertThat(ring).isNotEqualTo(TestModel.text());
    for (ModelEngine engine : ModelEngine.values()) {
      assertThatThrownBy(() -> VerifiedModel.verify(sealed(ring), engine))
          .isInstanceOf(ModelRefusedException.class)
          .hasMessage("the trees of the model are malformed: the nodes of a tree form no tree");
      assertThatThrownBy(() -> VerifiedModel.verify(sealed(foreign), engine))
          .isInstanceOf(ModelRefusedException.class)
          .hasMessage(
              "the trees of the model are malformed: a split names a feature that the model lacks");
    }
  }

  private static Bundle sealed(String text) {
    return TestModel.bundle(text, TestModel.dictionary(), TestModel.selfTest());
  }

  @Test
  void shouldRefuseTextThatDiffersFromItsDigest() {
    Bundle sound = TestModel.bundle();
    Bundle changed =
        new Bundle(
            sound.manifest(),
            sound.modelText().replaceFirst("leaf_value=-?0", "leaf_value=1"),
            sound.dictionary(),
            sound.profile(),
            sound.policy(),
            sound.selfTest(),
            sound.summary());

    refuses(changed, "the model text differs from its digest");
  }

  @Test
  void shouldRefuseDictionaryOfAnotherSize() {
    List<FeatureEntry> entries = TestModel.dictionary().entries();

    SelfTest selfTest = new SelfTest(List.of(new SelfTest.Row(new double[3], 0, new double[3])));

    refuses(
        TestModel.bundle(TestModel.text(), new FeatureDictionary(entries.subList(0, 3)), selfTest),
        "the model takes 4 features, its dictionary has 3");
  }

  @Test
  void shouldRefuseDictionaryInAnotherOrder() {
    List<FeatureEntry> entries = new ArrayList<>(TestModel.dictionary().entries());
    Collections.swap(entries, 0, 2);

    refuses(
        with(entries), "feature 0 is AMT_CREDIT to the model and EXT_SOURCE_2 to its dictionary");
  }

  @Test
  void shouldRefuseFeatureThatThisReleaseDoesNotKnow() {
    List<FeatureEntry> entries = new ArrayList<>(TestModel.dictionary().entries());
    entries.set(
        0, new FeatureEntry("SHOE_SIZE", FeatureKind.NUMERIC, "t", "e", "f", true, List.of()));

    refuses(
        with(entries),
        "the dictionary does not fit: feature SHOE_SIZE is unknown to this release; train the"
            + " model again");
  }

  @Test
  void shouldRefuseFeatureOfAnotherKind() {
    List<FeatureEntry> entries = new ArrayList<>(TestModel.dictionary().entries());
    entries.set(
        0, new FeatureEntry("AMT_CREDIT", FeatureKind.CATEGORY, "t", "e", "f", true, List.of("a")));

    refuses(
        with(entries),
        "the dictionary does not fit: feature AMT_CREDIT is of another kind in this release; train"
            + " the model again");
  }

  @Test
  void shouldRefuseBundleWithoutSelfTest() {
    refuses(with(new SelfTest(List.of())), "the bundle has no self-test rows");
  }

  @Test
  void shouldRefuseSelfTestWithTheLeastOtherScore() {
    SelfTest.Row row = TestModel.selfTest().rows().get(1);

    refuses(
        withSecondRow(row.features(), Math.nextUp(row.rawScore()), row.contributions()),
        "self-test row 1 gives another score");
    refuses(
        withSecondRow(row.features(), Double.NaN, row.contributions()),
        "self-test row 1 gives another score");
  }

  @Test
  void shouldRefuseSelfTestWithOtherContributions() {
    SelfTest.Row row = TestModel.selfTest().rows().get(1);
    double[] moved = row.contributions().clone();
    moved[2] += 1e-6;
    double[] missing = row.contributions().clone();
    missing[2] = Double.NaN;

    for (double[] other : new double[][] {moved, missing}) {
      refuses(
          withSecondRow(row.features(), row.rawScore(), other),
          "self-test row 1 gives other contributions");
    }
  }

  private static Bundle with(List<FeatureEntry> entries) {
    return TestModel.bundle(TestModel.text(), new FeatureDictionary(entries), TestModel.selfTest());
  }

  private static Bundle with(SelfTest selfTest) {
    return TestModel.bundle(TestModel.text(), TestModel.dictionary(), selfTest);
  }

  private static Bundle withSecondRow(double[] features, double rawScore, double[] contributions) {
    List<SelfTest.Row> rows = new ArrayList<>(TestModel.selfTest().rows());
    rows.set(1, new SelfTest.Row(features, rawScore, contributions));
    return with(new SelfTest(rows));
  }

  private static void refuses(Bundle bundle, String reason) {
    assertThatThrownBy(() -> VerifiedModel.verify(bundle))
        .isInstanceOf(ModelRefusedException.class)
        .hasMessage(reason);
  }
}
