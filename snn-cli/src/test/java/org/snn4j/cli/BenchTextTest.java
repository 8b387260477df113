package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.eval.bench.BenchReport;
import org.snn4j.eval.bench.BenchReport.KernelShare;
import org.snn4j.eval.bench.PeakMemory;
import org.snn4j.eval.bench.Spread;
import org.snn4j.eval.run.Computing;
import org.snn4j.eval.run.Machine;
import org.snn4j.eval.run.Provenance.Software;

class BenchTextTest {
    private static final Spread TIME = new Spread(12, 10, 14);

    private static List<String> lines(BenchReport.Layer... layers) {
        return BenchText.lines(new BenchReport(
                new BenchReport.Subject(
                        "few-shot",
                        "tmkt",
                        "train",
                        1,
                        "n-mnist",
                        false,
                        List.of("source", "target"),
                        32,
                        10,
                        99,
                        5,
                        20),
                TIME,
                100,
                Map.of("forward", 40.0, "backward", 60.0),
                List.of(layers),
                TIME,
                100,
                new PeakMemory(1 << 20, 1 << 20, 1 << 20),
                new Computing("vector", "Java Vector API", "asked for", 2, Map.of()),
                new Machine("Linux", "x86", "processor", 2, 1, 1, "17", "jvm", "nd4j", "cpu", "binary", "none", 2),
                new Software("1", "revision", "clean")));
    }

    private static List<KernelShare> shares() {
        return List.of(
                new KernelShare("sparse", 3, 0.08),
                new KernelShare("winograd", 2, 0.17),
                new KernelShare("dense", 1, 0.4));
    }

    @Test
    void kernelsThatDoNotFitTheScreenGoOnBelow() {
        Map<String, List<KernelShare>> kernels = new LinkedHashMap<>();
        kernels.put(KernelListener.FORWARD, shares());
        kernels.put(KernelListener.WEIGHT_GRADIENT, shares());
        kernels.put(KernelListener.INPUT_GRADIENT, List.of(new KernelShare("winograd", 6, null)));
        List<String> lines = lines(new BenchReport.Layer("convolution-1", 10, 20, Map.of(), null, kernels));
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Paragraphs.WIDTH));
        String below = " ".repeat(49);
        assertThat(lines)
                .containsSequence(
                        "convolution-1     10.00    20.00   30.0          sparse 8%+winograd 17%",
                        below + "+dense 40%|sparse 8%", below + "+winograd 17%+dense 40%", below + "|winograd");
    }

    @Test
    void layerThatAnotherDoesNamesIt() {
        assertThat(lines(new BenchReport.Layer("pool1", 0, 0, Map.of(), "spike1", Map.of())))
                .contains("pool1              0.00     0.00    0.0          by spike1, above");
    }
}
