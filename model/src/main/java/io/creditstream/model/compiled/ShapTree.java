package io.creditstream.model.compiled;

/**
 * A tree laid out for {@link ShapKernel}. Its splits are numbered so that each comes before those
 * below it; the last ones are the twigs, which have two leaves for children. Child 2i is the left
 * one of split i, child 2i + 1 the right one. The arrays must not be changed.
 *
 * @param features feature of each split
 * @param slots slot that each split looks at
 * @param thresholds greatest code that each split sends to the left
 * @param places which child each split is; 0 for the first one, which is none
 * @param earlier the child that the path to each split took at the nearest split above it on the
 *     same feature, or {@link #NONE}
 * @param shares the product of the shares of training rows, child of parent, of all children on the
 *     path down to each child that belong to splits on the same feature
 * @param below what lies below each child of a split that is no twig: the number of a split, or the
 *     number of splits plus the index of a leaf among {@code leaves}
 * @param leaves values of the leaves beside splits
 * @param twigLeaves values of the leaves of the twigs
 * @param atZero what each child adds to the contribution of the feature of its split at the point 0
 *     of the rule, if the row takes it and all children above it on the same feature
 * @param rule integrates polynomials exactly whose degree is one less than the most distinct
 *     features on a path; its points besides 0 come in whole blocks of {@link ShapKernel#LANES}
 */
record ShapTree(
    int[] features,
    int[] slots,
    double[] thresholds,
    int[] places,
    int[] earlier,
    double[] shares,
    int[] below,
    double[] leaves,
    double[] twigLeaves,
    double[] atZero,
    GaussRadau rule) {

  /** Stands for the child above where there is none. */
  static final int NONE = -1;

  int splits() {
    return features.length;
  }

  /** Splits that are no twigs: they come first. */
  int inner() {
    return below.length / 2;
  }

  /** Blocks of points that are worked on at the same time. */
  int blocks() {
    return rule.points().length / ShapKernel.LANES;
  }
}
