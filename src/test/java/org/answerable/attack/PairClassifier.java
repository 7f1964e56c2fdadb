package org.answerable.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells pairs that belong together from pairs that don't: logistic regression over standardised
 * features, by gradient descent. What it learns on some pairs is judged on others.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1958.tb00292.x">Cox 1958, the regression
 *     analysis of binary sequences</a>
 */
final class PairClassifier {
  private static final int STEPS = 300;
  private static final double RATE = 0.5;
  private final double[] means;
  private final double[] deviations;
  private final double[] weights;

  /** One pair. */
  record Pair(double[] features, boolean together) {}

  private PairClassifier(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
    this.weights = new double[means.length + 1];
  }

  static PairClassifier learn(List<Pair> pairs) {
    int count = pairs.getFirst().features().length;
    double[] means = new double[count];
    double[] deviations = new double[count];
    for (int i = 0; i < count; i++) {
      int feature = i;
      double mean = pairs.stream().mapToDouble(p -> p.features()[feature]).average().orElseThrow();
      double variance =
          pairs.stream()
              .mapToDouble(p -> Math.pow(p.features()[feature] - mean, 2))
              .average()
              .orElseThrow();
      means[i] = mean;
      deviations[i] = variance == 0 ? 1 : Math.sqrt(variance);
    }
    var classifier = new PairClassifier(means, deviations);
    for (int step = 0; step < STEPS; step++) {
      classifier.descend(pairs);
    }
    return classifier;
  }

  private void descend(List<Pair> pairs) {
    double[] gradient = new double[weights.length];
    for (Pair pair : pairs) {
      double error = 1 / (1 + Math.exp(-score(pair))) - (pair.together() ? 1 : 0);
      for (int i = 0; i < means.length; i++) {
        gradient[i] += error * standardised(pair, i);
      }
      gradient[means.length] += error;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] -= RATE * gradient[i] / pairs.size();
    }
  }

  private double standardised(Pair pair, int feature) {
    return (pair.features()[feature] - means[feature]) / deviations[feature];
  }

  private double score(Pair pair) {
    double score = weights[means.length];
    for (int i = 0; i < means.length; i++) {
      score += weights[i] * standardised(pair, i);
    }
    return score;
  }

  /**
   * The area under the ROC curve: how often a pair that belongs together scores above one that does
   * not; 0.5 is chance. Equal scores count half.
   *
   * @see <a href="https://doi.org/10.1148/radiology.143.1.7063747">Hanley and McNeil 1982</a>
   */
  double areaUnderCurve(List<Pair> pairs) {
    var sorted = new ArrayList<>(pairs);
    sorted.sort(Comparator.comparingDouble(this::score));
    double ranks = 0;
    long together = pairs.stream().filter(Pair::together).count();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size() && score(sorted.get(to)) == score(sorted.get(from))) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      ranks += rank * sorted.subList(from, to).stream().filter(Pair::together).count();
      from = to;
    }
    double apart = pairs.size() - together;
    return (ranks - together * (together + 1) / 2.0) / (together * apart);
  }
}
