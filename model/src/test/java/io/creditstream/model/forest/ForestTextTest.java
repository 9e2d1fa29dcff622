package io.creditstream.model.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.model.oracle.TrainedModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForestTextTest {

  private static final TrainedModel TRAINED =
      TrainedModel.of(5, 4, 3, "num_leaves=5 min_data_in_leaf=5 max_cat_to_onehot=1");

  @Test
  void shouldReadTreesThatScoreAsLightGbmDoes() {
    Forest forest = ForestText.parse(TRAINED.text());

    assertThat(forest.featureCount()).isEqualTo(4);
    assertThat(forest.trees()).hasSize(3).allSatisfy(tree -> assertThat(tree.leaves()).hasSize(5));
    try (LightGbmCreditModel lightGbm = LightGbmCreditModel.load(TRAINED.text())) {
      for (double[] row : TRAINED.rows(300, 11)) {
        assertThat(forest.rawScore(row)).isEqualTo(lightGbm.rawScore(row));
      }
    }
  }

  @Test
  void shouldReadTreeOfOneLeaf() {
    TrainedModel constant = TrainedModel.of(5, 2, 1, "min_data_in_leaf=600");

    Forest forest = ForestText.parse(constant.text());

    assertThat(forest.trees().get(0).splits()).isEmpty();
    try (LightGbmCreditModel lightGbm = LightGbmCreditModel.load(constant.text())) {
      assertThat(forest.rawScore(new double[2])).isEqualTo(lightGbm.rawScore(new double[2]));
      assertThat(forest.expectedValue()).isEqualTo(lightGbm.baseValue());
    }
  }

  @Test
  void shouldLeaveOtherKindsOfModelsToLightGbm() {
    leaves("num_class=1", "num_class=3", "the model gives several scores");
    leaves(
        "num_tree_per_iteration=1", "num_tree_per_iteration=3", "the model gives several scores");
    leaves("objective=", "average_output\nobjective=", "the model averages its trees");
    leaves("version=v4", "version=v9", "the text of the model has version v9");
    leaves(
        "internal_count=",
        "internal_counts=",
        "a tree does not tell how many rows came to its nodes");
  }

  @Test
  void shouldLeaveModelsWithLinearLeavesToLightGbm() {
    for (String shape : List.of("num_leaves=5 min_data_in_leaf=5", "min_data_in_leaf=600")) {
      String linear = TrainedModel.of(5, 4, 3, "linear_tree=true " + shape).text();

      assertThatThrownBy(() -> ForestText.parse(linear))
          .isInstanceOf(UnsupportedForestException.class)
          .hasMessage("the model has linear leaves");
    }
  }

  @Test
  void shouldRefuseTreesThatAreNoneWhateverKindOfModelItIs() {
    String linear =
        TrainedModel.of(5, 4, 3, "linear_tree=true num_leaves=5 min_data_in_leaf=5").text();
    String ring = TRAINED.text().replaceFirst("left_child=[^ ]+", "left_child=0");

    refuses(
        linear.replaceFirst("leaf_features=[0-9]+", "leaf_features=4"),
        "a leaf names a feature that the model lacks");
    refuses(
        linear.replaceFirst("num_features=[0-9]+", "num_features=9"),
        "a tree has another number of values in leaf_coeff");
    for (String unsupported : List.of("average_output", "version=v9", "num_class=3")) {
      refuses(
          ring.replaceFirst("objective=", unsupported + "\nobjective="),
          "the nodes of a tree form no tree");
    }
    refuses(
        ring.replaceAll("(leaf|internal)_count=", "$1_counts="),
        "the nodes of a tree form no tree");
  }

  @Test
  void shouldRefuseTreesThatAreDeeperThanTheStackOfAThread() {
    int splits = Tree.MAX_DEPTH + 1;
    Condition condition = new NumericCondition(0, Missing.NAN, true);
    List<Split> chain = new ArrayList<>();
    for (int i = 0; i < splits; i++) {
      chain.add(new Split(0, condition, ~i, i + 1 < splits ? i + 1 : ~splits, 1));
    }
    List<Leaf> leaves = Collections.nCopies(splits + 1, new Leaf(0, 1));

    assertThatThrownBy(() -> new Tree(chain, leaves))
        .isInstanceOf(MalformedForestException.class)
        .hasMessage("a tree is deeper than 1000");
    chain.remove(splits - 1);
    chain.set(splits - 2, new Split(0, condition, ~(splits - 2), ~(splits - 1), 1));
    assertThat(new Tree(chain, leaves.subList(0, splits)).splits()).hasSize(Tree.MAX_DEPTH);
  }

  @Test
  void shouldRefuseTextThatNoTrainingWrites() {
    malformed("leaf_value=", "leaf_value=1 ", "a tree has another number of values in leaf_value");
    malformed("leaf_value=[^ ]+", "leaf_value=x", "the text of the model is not understood");
    malformed("leaf_value=[^ ]+", "leaf_value=inf", "the value of a leaf is not finite");
    malformed("threshold=[^ ]+", "threshold=NaN", "a threshold is not a number");
    malformed("left_child=[^ ]+", "left_child=0", "the nodes of a tree form no tree");
    malformed("left_child=[^ ]+", "left_child=99", "the nodes of a tree form no tree");
    malformed(
        "num_leaves=5",
        "num_leaves=2000000000",
        "a tree has another number of values in split_feature");
    malformed("num_leaves=5", "num_leaves=0", "a tree has no leaf");
    malformed("split_feature=[^ ]+", "split_feature=-1", "a split names no feature");
    malformed(
        "split_feature=[^ ]+", "split_feature=4", "a split names a feature that the model lacks");
    malformed("num_cat=[0-9]+", "num_cat=-1", "the sets of categories of a tree do not fit");
    malformed(
        "left_child=[^ ]+", "left_child=4294967296", "the text of the model is not understood");
    malformed("end of trees", "", "the text of the model has no end");
    malformed("tree_sizes=", "tree_sizes=9 ", "the text of the model lacks trees");
  }

  private static void leaves(String pattern, String replacement, String reason) {
    String changed = TRAINED.text().replaceFirst(pattern, replacement);

    assertThat(changed).isNotEqualTo(TRAINED.text());
    assertThatThrownBy(() -> ForestText.parse(changed))
        .isInstanceOf(UnsupportedForestException.class)
        .hasMessage(reason);
  }

  private static void malformed(String pattern, String replacement, String reason) {
    refuses(TRAINED.text().replaceFirst(pattern, replacement), reason);
  }

  private static void refuses(String text, String reason) {
    assertThat(text).isNotEqualTo(TRAINED.text());
    assertThatThrownBy(() -> ForestText.parse(text))
        .isInstanceOf(MalformedForestException.class)
        .hasMessage(reason);
  }
}
