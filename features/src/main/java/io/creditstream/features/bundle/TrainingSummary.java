package io.creditstream.features.bundle;

/**
 * How a model was trained and how well it did on rows that it was not fitted to.
 *
 * @param trainingRows rows that it was fitted to
 * @param holdoutRows rows that the figures below come from
 * @param defaultRate share of defaults among all rows
 * @param trees number of trees
 * @param auc area under the ROC curve
 * @param accuracy share of right decisions at the threshold
 * @param falseNegativeCost cost of a granted loan that defaults; a refused good client costs 1
 * @param costPerApplication average cost at the threshold
 * @param threshold probability of default from which an application is declined
 * @param truePositives defaults that were declined
 * @param falsePositives good clients that were declined
 * @param trueNegatives good clients that were approved
 * @param falseNegatives defaults that were approved
 * @param seed seed of everything random
 */
public record TrainingSummary(
    long trainingRows,
    long holdoutRows,
    double defaultRate,
    int trees,
    double auc,
    double accuracy,
    double falseNegativeCost,
    double costPerApplication,
    double threshold,
    long truePositives,
    long falsePositives,
    long trueNegatives,
    long falseNegatives,
    long seed) {}
