package org.snn4j.data.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.snn4j.core.Seeds;
import org.snn4j.data.FrameShape;
import org.snn4j.data.FrameSource;
import org.snn4j.data.dataset.MemoryFrames;
import org.snn4j.data.pair.Pair;

class FrameIteratorTest {
    private static final FrameShape SHAPE = new FrameShape(2, 2, 3, 4);
    private static final List<String> CLASSES = List.of("a", "b", "c");

    /** Value j of sample i is 100 i + j; its class is i mod 3. */
    private static FrameSource source(int samples) {
        int[] labels = new int[samples];
        Arrays.setAll(labels, i -> i % 3);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            ids.add("sample " + i);
        }
        return MemoryFrames.ofSequences(SHAPE, CLASSES, labels, ids, i -> {
            float[] values = new float[SHAPE.length()];
            for (int j = 0; j < values.length; j++) {
                values[j] = 100 * i + j;
            }
            return values;
        });
    }

    private static FrameIterator stored(FrameAxes axes) {
        return new FrameIterator(source(5), 2, axes, SampleOrder.asStored());
    }

    private static int first(DataSet data, int row) {
        return (int) data.getFeatures().slice(row).ravel().getFloat(0) / 100;
    }

    @Test
    void aPassGivesEverySampleOnceAndThenEnds() {
        FrameIterator batches = stored(FrameAxes.STEPS);
        List<Integer> sizes = new ArrayList<>();
        while (batches.hasNext()) {
            sizes.add(batches.next().numExamples());
        }

        assertThat(sizes).containsExactly(2, 2, 1);
        assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
        batches.reset();
        assertThat(batches.next().numExamples()).isEqualTo(2);
        assertThat(batches.next(3).numExamples()).isEqualTo(3);
    }

    @Test
    void valuesStandWhereTheAxesSay() {
        DataSet steps = stored(FrameAxes.STEPS).next();
        DataSet channels = stored(FrameAxes.STEPS_AS_CHANNELS).next();
        DataSet flat = stored(FrameAxes.FLAT).next();
        int j = ((1 * 2 + 0) * 3 + 2) * 4 + 3;

        assertThat(steps.getFeatures().shape()).containsExactly(2, 2, 2, 3, 4);
        assertThat(channels.getFeatures().shape()).containsExactly(2, 4, 3, 4);
        assertThat(flat.getFeatures().shape()).containsExactly(2, 48);
        assertThat(steps.getFeatures().getFloat(1, 1, 0, 2, 3)).isEqualTo(100 + j);
        assertThat(channels.getFeatures().getFloat(1, 2, 2, 3)).isEqualTo(100 + j);
        assertThat(flat.getFeatures().getFloat(1, j)).isEqualTo(100 + j);
    }

    @Test
    void labelsAreOneAtTheClass() {
        FrameIterator batches = stored(FrameAxes.FLAT);
        DataSet data = batches.next(4);

        assertThat(data.getLabels().toFloatMatrix())
                .isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 0, 0}});
        assertThat(data.getLabelNamesList()).isEqualTo(CLASSES);
        assertThat(batches.totalOutcomes()).isEqualTo(3);
        assertThat(batches.inputColumns()).isEqualTo(48);
        assertThat(batches.getLabels()).isEqualTo(CLASSES);
    }

    @Test
    void aShuffledOrderIsNewInEachPassAndTheSameForTheSameSeeds() {
        List<List<Integer>> passes = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            FrameIterator batches =
                    new FrameIterator(source(40), 40, FrameAxes.FLAT, SampleOrder.shuffled(new Seeds(5)));
            for (int pass = 0; pass < 2; pass++) {
                DataSet data = batches.next();
                List<Integer> order = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    order.add(first(data, i));
                }
                passes.add(order);
                batches.reset();
            }
        }

        assertThat(passes.get(0)).doesNotHaveDuplicates().hasSize(40).isNotEqualTo(passes.get(1));
        assertThat(passes.get(2)).isEqualTo(passes.get(0));
        assertThat(passes.get(3)).isEqualTo(passes.get(1));
    }

    @Test
    void aPreProcessorSeesEveryBatch() {
        FrameIterator batches = stored(FrameAxes.FLAT);
        batches.setPreProcessor(data -> data.getFeatures().muli(2));

        assertThat(batches.next().getFeatures().getFloat(1, 0)).isEqualTo(200);
        assertThat(batches.getPreProcessor()).isNotNull();
    }

    @Test
    void pairsComeTogetherWithTheirClasses() {
        FrameSource recordings = source(6);
        FrameSource images = source(9);
        PairIterator batches = new PairIterator(
                recordings,
                images,
                pass -> List.of(new Pair(3 + 3 * pass, 0, 0), new Pair(1, 4, 1), new Pair(2, 5, 2)),
                2,
                FrameAxes.STEPS);
        MultiDataSet data = batches.next();

        assertThat(data.getFeatures()).hasSize(2);
        assertThat(data.getFeatures(0).shape()).containsExactly(2, 2, 2, 3, 4);
        assertThat(data.getFeatures(0).getFloat(1, 0, 0, 0, 0)).isEqualTo(400);
        assertThat(data.getFeatures(1).getFloat(0, 0, 0, 0, 0)).isEqualTo(300);
        assertThat(data.getLabels(0)).isEqualTo(data.getLabels(1));
        assertThat(data.getLabels(0).toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 1, 0}});
        assertThat(batches.next().getFeatures(0).size(0)).isEqualTo(1);
        assertThat(batches.hasNext()).isFalse();
        batches.reset();
        assertThat(batches.next().getFeatures(1).getFloat(0, 0, 0, 0, 0)).isEqualTo(600);
    }

    @Test
    void pairsMustHaveBothSides() {
        assertThatThrownBy(() -> new PairIterator(
                        source(3), source(3), pass -> List.of(new Pair(Pair.NONE, 0, 0)), 2, FrameAxes.STEPS))
                .hasMessageContaining("lacks a side");
    }
}
