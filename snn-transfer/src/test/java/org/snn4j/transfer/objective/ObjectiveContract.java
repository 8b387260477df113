package org.snn4j.transfer.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.core.ParameterSpec;
import org.snn4j.core.network.SignalKey;

/**
 * What every objective must keep to; for authors of plug-ins as for our own:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> contract() {
 *     return ObjectiveContract.of(new MyObjective(MyObjective.Config.DEFAULTS)).tests();
 * }
 * }</pre>
 */
public final class ObjectiveContract {
    private static final int SAMPLES = 5;
    private static final int[] ORDER = {3, 0, 4, 2, 1};
    private static final double STEP = 1e-5;

    private final Objective objective;
    private final boolean orderMatters;
    private final ToDoubleFunction<SignalKey> factor;

    private ObjectiveContract(Objective objective, boolean orderMatters, ToDoubleFunction<SignalKey> factor) {
        this.objective = objective;
        this.orderMatters = orderMatters;
        this.factor = factor;
    }

    /** The contract for one objective. */
    public static ObjectiveContract of(Objective objective) {
        return new ObjectiveContract(objective, false, key -> 1);
    }

    /** For an objective that pairs samples by their position in the batch: leaves out the permutation. */
    public ObjectiveContract dependingOnBatchOrder() {
        return new ObjectiveContract(objective, true, factor);
    }

    /** For an objective whose gradients with respect to signals are by intention not those of its value but so many times them: reversed, or 0 where nothing is to be learnt. */
    public ObjectiveContract withSignalGradientsTimes(ToDoubleFunction<SignalKey> intended) {
        return new ObjectiveContract(objective, orderMatters, intended);
    }

    /** The tests. */
    public Stream<DynamicTest> tests() {
        Stream<DynamicTest> always = Stream.of(
                dynamicTest("signalGradientsAgreeWithCentralDifferences", this::signalGradients),
                dynamicTest("parameterGradientsAgreeWithCentralDifferences", this::parameterGradients),
                dynamicTest("gradientsHaveTheShapesOfWhatTheyBelongTo", this::shapes),
                dynamicTest("argumentsStayAsTheyAre", this::argumentsUnchanged),
                dynamicTest("nothingIsKeptBetweenCalls", this::stateless),
                dynamicTest("oneSampleGivesFiniteNumbers", () -> finite(ToyBatch.of(objective, 1))),
                dynamicTest("allZeroSignalsGiveFiniteNumbers", this::zeros),
                dynamicTest("notANumberIsNotHidden", this::notANumber),
                dynamicTest("singlePrecisionAgreesWithDouble", this::singlePrecision));
        return orderMatters
                ? always
                : Stream.concat(always, Stream.of(dynamicTest("orderOfTheBatchDoesNotMatter", this::permutation)));
    }

    private void signalGradients() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        ObjectiveValue value = batch.evaluate(objective);
        assertThat(value.gradients())
                .as("an objective must depend on something")
                .isNotEmpty();
        batch.signals()
                .forEach((key, array) -> assertSlopes(
                        batch, array, value.gradients().get(key), factor.applyAsDouble(key), key.toString()));
    }

    private void parameterGradients() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        ObjectiveValue value = batch.evaluate(objective);
        batch.parameters()
                .forEach((name, array) ->
                        assertSlopes(batch, array, value.parameterGradients().get(name), 1, name));
    }

    /** Error of the difference quotient: about STEP^2 times the third derivative plus 1e-16 / STEP of rounding. */
    private void assertSlopes(ToyBatch batch, INDArray array, INDArray gradient, double times, String name) {
        for (long i = 0; i < array.length(); i++) {
            double at = array.getDouble(i);
            array.putScalar(i, at + STEP);
            double above = batch.evaluate(objective).value();
            array.putScalar(i, at - STEP);
            double below = batch.evaluate(objective).value();
            array.putScalar(i, at);
            double got = gradient == null ? 0 : gradient.getDouble(i);
            assertThat(got)
                    .as("d value / d %s[%d]", name, i)
                    .isCloseTo(times * (above - below) / (2 * STEP), within(1e-8));
        }
    }

    private void shapes() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        ObjectiveValue value = batch.evaluate(objective);
        assertThat(objective.reads()).containsAll(value.gradients().keySet());
        value.gradients().forEach((key, gradient) -> assertThat(gradient.shape())
                .isEqualTo(batch.signals().get(key).shape()));
        Set<String> declared =
                objective.parameters(batch).stream().map(ParameterSpec::name).collect(Collectors.toSet());
        assertThat(value.parameterGradients().keySet()).isEqualTo(declared);
        value.parameterGradients().forEach((name, gradient) -> assertThat(gradient.shape())
                .isEqualTo(batch.parameters().get(name).shape()));
    }

    private void argumentsUnchanged() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        Map<Object, INDArray> before = batch.copies();
        batch.evaluate(objective);
        batch.copies().forEach((name, after) -> assertSame(after, before.get(name), name));
    }

    private void stateless() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        ObjectiveValue first = batch.evaluate(objective);
        Map<SignalKey, INDArray> kept = first.gradients().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().dup()));
        ToyBatch.of(objective, 2).evaluate(objective);
        ObjectiveValue again = batch.evaluate(objective);
        assertThat(again.value()).isEqualTo(first.value());
        kept.forEach((key, gradient) -> {
            assertSame(again.gradients().get(key), gradient, key);
            assertSame(first.gradients().get(key), gradient, "earlier result of " + key);
        });
    }

    private static void assertSame(INDArray got, INDArray expected, Object name) {
        assertThat(Flat.of(got)).as("%s", name).isEqualTo(Flat.of(expected));
    }

    private void zeros() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        batch.signals().values().forEach(array -> array.assign(0));
        finite(batch);
    }

    private void finite(ToyBatch batch) {
        ObjectiveValue value = batch.evaluate(objective);
        assertThat(value.value()).isFinite();
        Set<INDArray> gradients = new HashSet<>(value.gradients().values());
        gradients.addAll(value.parameterGradients().values());
        assertThat(gradients)
                .allSatisfy(gradient ->
                        assertThat(gradient.sumNumber().doubleValue()).isFinite());
    }

    private void notANumber() {
        for (SignalKey key : objective.reads()) {
            ToyBatch batch = ToyBatch.of(objective, SAMPLES);
            batch.signals().get(key).putScalar(1, Double.NaN);
            assertThat(batch.evaluate(objective).value())
                    .as("value with NaN in %s", key)
                    .isNaN();
        }
    }

    private void singlePrecision() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        ObjectiveValue expected = batch.evaluate(objective);
        ObjectiveValue got = batch.as(DataType.FLOAT).evaluate(objective);
        assertThat(got.value()).isCloseTo(expected.value(), within(1e-5));
        got.gradients().forEach((key, gradient) -> {
            assertThat(gradient.dataType()).isEqualTo(DataType.FLOAT);
            assertThat(gradient.castTo(DataType.DOUBLE)
                            .equalsWithEps(expected.gradients().get(key), 1e-5))
                    .as("gradient of %s", key)
                    .isTrue();
        });
    }

    private void permutation() {
        ToyBatch batch = ToyBatch.of(objective, SAMPLES);
        ObjectiveValue expected = batch.evaluate(objective);
        ObjectiveValue got = batch.permuted(ORDER).evaluate(objective);
        assertThat(got.value()).isCloseTo(expected.value(), within(1e-12));
        got.gradients().forEach((key, gradient) -> {
            INDArray moved = ToyBatch.pick(expected.gradients().get(key), ORDER);
            assertThat(gradient.equalsWithEps(moved, 1e-12))
                    .as("gradient of %s", key)
                    .isTrue();
        });
    }
}
