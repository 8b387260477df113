package org.snn4j.transfer.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.snn4j.core.kernel.WorkingMemory;
import org.snn4j.core.network.NetworkMemory;
import org.snn4j.data.FrameShape;
import org.snn4j.transfer.mixing.NoMixing;

class MemoryPlannerTest {
    private static final FrameShape FRAMES = new FrameShape(3, 2, 6, 6);
    private static final JavaMemory JAVA = new JavaMemory(1000, 0, 500);
    private static final long FRAMES_OF_A_SAMPLE = 3 * 2 * 6 * 6 * 4L;
    private static final long LARGEST_ALLOWED = 100_000;

    /** 100 bytes for each sample of a stream, and 10 for each state of the optimizer. */
    private static NetworkMemory network(int streams, int samples, int states) {
        return new NetworkMemory(
                100L * streams * samples,
                0,
                0,
                10L * states,
                new WorkingMemory(0, 7),
                100L * streams * samples,
                LARGEST_ALLOWED);
    }

    private static NetworkMemory memory(long arrays, long packed, long parameters) {
        return new NetworkMemory(arrays, packed, 0, parameters, WorkingMemory.NONE, 0, LARGEST_ALLOWED);
    }

    private static MemoryPlanner planner(Phase... phases) {
        return new MemoryPlanner(List.of(phases), FRAMES, FRAMES, signals -> {}, MemoryPlannerTest::network, JAVA);
    }

    private static Phase phase(String name, int batch, boolean both) {
        TrainingSettings settings =
                new TrainingSettings(1, batch, Precision.FLOAT, Selection.LAST, 0, false, Optional.empty());
        return Toy.phase(name, both ? Toy.joint(new NoMixing(), Map.of()) : Toy.eventOnly(), settings);
    }

    @Test
    void planIsTheSumOfItsParts() {
        MemoryPlan plan = planner(phase("train", 8, false)).plan();
        long trainingAndScoring = 2 * 8 * FRAMES_OF_A_SAMPLE;
        assertThat(plan.offHeap()).isEqualTo(8 * 100 + 2 * 10 + trainingAndScoring);
        assertThat(plan.heap())
                .as("two batches are more than the young heap")
                .isEqualTo(2 * 8 * FRAMES_OF_A_SAMPLE + 7);
        assertThat(plan.total()).isEqualTo(plan.offHeap() + plan.heap() + 500);
    }

    @Test
    void planOfSeveralPhasesIsThatOfTheLargest() {
        MemoryPlan plan = planner(phase("a", 8, true), phase("b", 9, false)).plan();
        assertThat(plan.streams()).isEqualTo(2);
        assertThat(plan.batch()).isEqualTo(8);
    }

    @Test
    void textNamesStepsBatchAndTheLargeParts() {
        NetworkMemory network = memory(3L << 30, 20L << 20, 150L << 20);
        MemoryPlan plan = new MemoryPlan(10, 2, 16, network, 0, 0, 0, new JavaMemory(400L << 20, 0, 200L << 20));
        assertThat(plan.text())
                .isEqualTo(
                        "about 3.8 GiB at T=10, 2 streams, batch 16: layers' arrays 3.0 GiB, packed inputs 20.0 MiB, "
                                + "parameters and optimizer 150.0 MiB, Java heap without data 400.0 MiB, program 200.0 MiB");
    }

    @Test
    void dataThatHaveBeenReadAreInTheHeap() {
        MemoryPlan plan =
                new MemoryPlan(10, 1, 4, memory(0, 0, 0), 0, 0, 0, new JavaMemory(300L << 20, 100L << 20, 200L << 20));
        assertThat(plan.text()).contains("about 600.0 MiB at T=10, batch 4: Java heap 400.0 MiB,");
    }

    @Test
    void largestBatchThatFitsIsNamed() {
        long each = 100 + 2 * FRAMES_OF_A_SAMPLE;
        MemoryPlanner planner = planner(phase("train", 50, false));
        assertThat(planner.problems(new MemoryBudget(50 * each + 20, Long.MAX_VALUE)))
                .isEmpty();
        for (int fits : new int[] {49, 17, 1}) {
            assertThat(planner.problems(new MemoryBudget(fits * each + 20, Long.MAX_VALUE)))
                    .singleElement()
                    .asString()
                    .startsWith("training.batch: 50 pairs of 1 stream need about ")
                    .endsWith("are free; the largest batch that fits is " + fits);
        }
        assertThat(planner.problems(new MemoryBudget(each, Long.MAX_VALUE)))
                .singleElement()
                .asString()
                .endsWith("are free; not even a batch of 1 fits");
    }

    /** 7 bytes of the kernels and two batches of frames, beside the data. */
    @Test
    void heapThatIsTooSmallIsNamedWithTheLargestBatch() {
        MemoryPlanner planner = planner(phase("train", 50, false));
        long each = 2 * FRAMES_OF_A_SAMPLE;
        assertThat(planner.problems(new MemoryBudget(Long.MAX_VALUE, 50 * each + 7)))
                .isEmpty();
        assertThat(planner.problems(new MemoryBudget(Long.MAX_VALUE, 17 * each + 7)))
                .singleElement()
                .asString()
                .contains(" of Java's heap, where ")
                .doesNotContain("off-heap")
                .endsWith(" are free; the largest batch that fits is 17");
        assertThat(planner.problems(new MemoryBudget(1, 1)))
                .singleElement()
                .asString()
                .contains(" of off-heap memory, where ", " of Java's heap, where ")
                .endsWith("not even a batch of 1 fits");
    }

    @Test
    void arrayThatIsTooLargeIsNamedWithTheLargestBatch() {
        MemoryBudget plenty = new MemoryBudget(Long.MAX_VALUE, Long.MAX_VALUE);
        int most = (int) (LARGEST_ALLOWED / 100);
        assertThat(planner(phase("train", most, false)).problems(plenty)).isEmpty();
        assertThat(planner(phase("train", 3 * most, false)).problems(plenty))
                .containsExactly("training.batch: " + 3 * most + " pairs of 1 stream need a single array of 0.3 MiB, "
                        + "where 0.1 MiB are the most; the largest batch that fits is " + most);
        assertThat(planner(phase("train", Integer.MAX_VALUE, true)).problems(plenty))
                .singleElement()
                .asString()
                .endsWith("the largest batch that fits is " + most / 2);
    }

    /** Whatever the network could do with them. */
    @Test
    void framesMustFitABufferOfJava() {
        MemoryPlanner planner = new MemoryPlanner(
                List.of(phase("train", 3_000_000, false)),
                FRAMES,
                FRAMES,
                signals -> {},
                (streams, samples, states) -> memory(0, 0, 0),
                JAVA);
        assertThat(planner.problems(new MemoryBudget(Long.MAX_VALUE, Long.MAX_VALUE)))
                .singleElement()
                .asString()
                .contains("a single array of 2.4 GiB, where 2.0 GiB are the most")
                .endsWith("the largest batch that fits is " + Integer.MAX_VALUE / FRAMES_OF_A_SAMPLE);
    }

    @Test
    void dataSetThatFillsTheHeapLeavesRoomForNoBatch() {
        MemoryPlanner planner = new MemoryPlanner(
                List.of(phase("train", 2, false)),
                FRAMES,
                FRAMES,
                signals -> {},
                MemoryPlannerTest::network,
                new JavaMemory(1000, 1L << 30, 500));
        assertThat(planner.problems(new MemoryBudget(Long.MAX_VALUE, 1L << 30)))
                .singleElement()
                .asString()
                .endsWith("about 1.0 GiB of Java's heap, where 1.0 GiB are free; not even a batch of 1 fits");
    }

    @Test
    void summaryHasTheThreePlacesInOneUnit() {
        NetworkMemory network = memory(300L << 20, 20L << 20, 10L << 20);
        assertThat(new MemoryPlan(10, 2, 16, network, 0, 0, 0, new JavaMemory(128L << 20, 9L << 20, 200L << 20))
                        .summary())
                .isEqualTo("about 667 MiB (arrays 330, Java heap 137, program 200)");
        assertThat(new MemoryPlan(10, 2, 16, network, 3L << 30, 0, 0, new JavaMemory(128L << 20, 0, 200L << 20))
                        .summary())
                .isEqualTo("about 3.6 GiB (arrays 3.3, Java heap 0.1, program 0.2)");
    }

    @Test
    void thisProcessHasRoomForWhatItHolds() {
        MemoryBudget budget = MemoryBudget.ofThisProcess();
        assertThat(budget.offHeap()).isPositive();
        assertThat(budget.heap())
                .isGreaterThan(JavaMemory.withData().data())
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());
    }

    @Test
    void onlyThePhasesThatDoNotFitAreNamed() {
        assertThat(planner(phase("small", 1, false), phase("large", 50, false))
                        .problems(new MemoryBudget(20_000, Long.MAX_VALUE)))
                .singleElement()
                .asString()
                .startsWith("phases.large.training.batch: 50 pairs");
    }

    @Test
    void thisProcessHasAYoungHeapWithinItsHeap() {
        assertThat(JavaMemory.ofThisProcess().young())
                .isPositive()
                .isLessThanOrEqualTo(Runtime.getRuntime().maxMemory());
    }
}
