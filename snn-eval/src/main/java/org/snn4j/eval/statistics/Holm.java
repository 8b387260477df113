package org.snn4j.eval.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.snn4j.core.Check;
import org.snn4j.core.Reference;

/**
 * Holm's step-down correction for several tests: with the p-values in rising order, p'<sub>i</sub> = max over j ≤ i of min(1, (m - j + 1) p<sub>j</sub>). A test whose p' is
 * at most α is significant; the probability of even one false claim among all is then at most α, however the tests depend on each other.
 */
@Reference(
        title =
                "Holm, A Simple Sequentially Rejective Multiple Test Procedure (Scandinavian Journal of Statistics 6, 1979)")
public final class Holm {
    private Holm() {}

    /**
     * Corrects each for the number of all. A test that gave no value keeps none but counts in the number, so the values of the others do not change
     * for the worse when it is done.
     *
     * @param values p-values in [0, 1], or empty
     */
    public static List<OptionalDouble> correct(List<OptionalDouble> values) {
        OptionalDouble[] corrected = new OptionalDouble[values.size()];
        Arrays.fill(corrected, OptionalDouble.empty());
        List<Integer> rising = IntStream.range(0, values.size())
                .boxed()
                .filter(i -> values.get(i).isPresent())
                .sorted(Comparator.comparingDouble(i -> values.get(i).getAsDouble()))
                .toList();
        double least = 0;
        for (int rank = 0; rank < rising.size(); rank++) {
            int test = rising.get(rank);
            double value = Check.inRange(values.get(test).getAsDouble(), 0, 1, "p-value");
            least = Math.max(least, Math.min(1, (values.size() - rank) * value));
            corrected[test] = OptionalDouble.of(least);
        }
        return List.of(corrected);
    }
}
