package org.snn4j.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;

class ClassificationScoreTest {
    private static final List<String> TEN =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    private static final List<String> THREE = List.of("a", "b", "c");

    @Test
    void predictorThatKnowsTheLabelsScoresOneHundredPercent() {
        ClassificationScore score = new ClassificationScore(TEN, 5);
        for (int i = 0; i < 200; i++) {
            score.add(oneHot(i % 10), i % 10);
        }
        assertThat(score.accuracy()).isEqualTo(new Measurement(100, 200, "%"));
        assertThat(score.topAccuracy()).isEqualTo(new Measurement(100, 200, "%"));
    }

    @Test
    void predictorThatIsAlwaysWrongScoresZero() {
        ClassificationScore score = new ClassificationScore(TEN, 5);
        for (int i = 0; i < 200; i++) {
            double[] scores = IntStream.range(0, 10).asDoubleStream().toArray();
            score.add(scores, i % 5);
        }
        assertThat(score.accuracy().value()).isZero();
        assertThat(score.topAccuracy().value()).isZero();
    }

    @Test
    void randomScoresScoreChance() {
        ClassificationScore score = new ClassificationScore(TEN, 5);
        RandomGenerator random = new Seeds(1).stream("scores");
        int n = 10_000;
        for (int i = 0; i < n; i++) {
            score.add(random.doubles(10).toArray(), random.nextInt(10));
        }
        // 5 standard deviations of a binomial share with n = 10,000: 1.5 points at 10 %, 2.5 points at 50 %
        assertThat(score.accuracy().value()).isCloseTo(10, within(1.5));
        assertThat(score.topAccuracy().value()).isCloseTo(50, within(2.5));
    }

    @Test
    void networkThatNeverFiresScoresChanceNotOneHundredPercent() {
        ClassificationScore score = new ClassificationScore(TEN, 5);
        for (int label = 0; label < 10; label++) {
            score.add(new double[10], label);
        }
        assertThat(score.accuracy().value()).isCloseTo(10, within(1e-12));
        assertThat(score.topAccuracy().value()).isCloseTo(50, within(1e-12));
    }

    @Test
    void handComputedScores() {
        ClassificationScore score = new ClassificationScore(THREE, 2);
        score.add(new double[] {3, 2, 1}, 0);
        score.add(new double[] {3, 2, 1}, 1);
        score.add(new double[] {3, 2, 1}, 2);
        score.add(new double[] {1, 5, 5}, 2);
        assertThat(score.n()).isEqualTo(4);
        assertThat(score.accuracy().value()).isEqualTo(25);
        assertThat(score.topAccuracy().value()).isEqualTo(75);
        assertThat(score.confusion().counts()).isDeepEqualTo(new long[][] {{1, 0, 0}, {1, 0, 0}, {1, 1, 0}});
    }

    @Test
    void agreesWithNd4jWhereThereAreNoTies() {
        RandomGenerator random = new Seeds(2).stream("scores");
        ClassificationScore score = new ClassificationScore(TEN, 5);
        Evaluation reference = new Evaluation(TEN, 5);
        INDArray labels = Nd4j.create(64, 10);
        INDArray predictions = Nd4j.create(64, 10);
        for (int i = 0; i < 64; i++) {
            double[] scores = random.doubles(10).toArray();
            int label = random.nextInt(10);
            score.add(scores, label);
            labels.putScalar(i, label, 1);
            predictions.putRow(i, Nd4j.createFromArray(scores).castTo(predictions.dataType()));
        }
        reference.eval(labels, predictions);
        assertThat(score.accuracy().value()).isCloseTo(100 * reference.accuracy(), within(1e-9));
        assertThat(score.topAccuracy().value()).isCloseTo(100 * reference.topNAccuracy(), within(1e-9));
    }

    @Test
    void refusesWhatIsNoScoreOrNoLabel() {
        ClassificationScore score = new ClassificationScore(THREE, 5);
        assertThatThrownBy(() -> score.add(new double[] {1, Double.NaN, 0}, 0)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> score.add(new double[] {1, 0}, 0)).hasMessageContaining("2 scores for 3 classes");
        assertThatThrownBy(() -> score.add(new double[3], 3)).hasMessageContaining("label is 3");
        assertThat(score.n()).isZero();
        assertThatThrownBy(score::accuracy).isInstanceOf(IllegalStateException.class);
    }

    private static double[] oneHot(int label) {
        double[] scores = new double[10];
        scores[label] = 1;
        return scores;
    }
}
