package io.creditstream.model.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.creditstream.model.LightGbmCreditModel;
import io.creditstream.model.oracle.TrainedModel;
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
    leaves("is_linear=0", "is_linear=1", "the model has linear leaves");
    leaves("version=v4", "version=v9", "the text of the model has version v9");
  }

  @Test
  void shouldLeaveTextThatItDoesNotUnderstandToLightGbm() {
    leaves("leaf_value=", "leaf_value=1 ", "a tree has another number of values in leaf_value");
    leaves("leaf_value=[^ ]+", "leaf_value=x", "the text of the model is not understood");
    leaves("leaf_value=[^ ]+", "leaf_value=inf", "the value of a leaf is not finite");
    leaves("threshold=[^ ]+", "threshold=NaN", "a threshold is not a number");
    leaves("left_child=[^ ]+", "left_child=0", "the nodes of a tree form no tree");
    leaves("left_child=[^ ]+", "left_child=99", "the nodes of a tree form no tree");
    leaves(
        "num_leaves=5",
        "num_leaves=2000000000",
        "a tree has another number of values in split_feature");
    leaves("num_leaves=5", "num_leaves=0", "a tree has no leaf");
    leaves("split_feature=[^ ]+", "split_feature=-1", "a split names no feature");
    leaves(
        "split_feature=[^ ]+", "split_feature=4", "a split names a feature that the model lacks");
    leaves("internal_count=", "internal_counts=", "a tree lacks internal_count");
    leaves("end of trees", "", "the text of the model has no end");
    leaves("tree_sizes=", "tree_sizes=9 ", "the text of the model lacks trees");
  }

  private static void leaves(String pattern, String replacement, String reason) {
    String changed = TRAINED.text().replaceFirst(pattern, replacement);

    assertThat(changed).isNotEqualTo(TRAINED.text());
    assertThatThrownBy(() -> ForestText.parse(changed))
        .isInstanceOf(UnsupportedForestException.class)
        .hasMessage(reason);
  }
}
