package io.creditstream.model.compiled;

/**
 * A tree laid out for {@link ShapKernel}. Its nodes are numbered: first the splits, each before
 * those below it, then the leaves. Arrays of children hold the left child of split i at 2i and the
 * right one at 2i + 1. The arrays must not be changed.
 *
 * @param features feature of each split
 * @param slots slot that each split looks at
 * @param codes greatest code that each split sends to the left
 * @param earlier the child that the path to each split took at the nearest split above it on the
 *     same feature, or {@link #NONE}
 * @param children node number of each child
 * @param ratios share of the training rows of its parent that came to each child
 * @param shares the product of the ratios of all children on the path down to each child that
 *     belong to splits on the same feature
 * @param values value of each leaf
 * @param rule integrates polynomials exactly whose degree is one less than the most distinct
 *     features on a path; its points come in whole blocks of {@link ShapKernel#LANES}
 */
record ShapTree(
    int[] features,
    int[] slots,
    int[] codes,
    int[] earlier,
    int[] children,
    double[] ratios,
    double[] shares,
    double[] values,
    GaussLegendre rule) {

  /** Stands for the child above where there is none. */
  static final int NONE = -1;

  int splits() {
    return features.length;
  }

  int nodes() {
    return features.length + values.length;
  }

  /** Blocks of points that are worked on at the same time. */
  int blocks() {
    return rule.points().length / ShapKernel.LANES;
  }
}
