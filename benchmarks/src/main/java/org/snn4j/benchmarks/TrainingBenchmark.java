package org.snn4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.SignalKey;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.optimize.Adam;
import org.snn4j.core.surrogate.Triangle;

/**
 * Times training steps and inference of one network in this process and prints one line of JSON.
 *
 * <p>Arguments: network batch steps repetitions [folder]. A folder receives the weights, the frames, the labels and the logits of the first pass.
 */
public final class TrainingBenchmark {
    private static final double INPUT_DENSITY = 0.1;
    private static final int WARM_UP = 3;
    private static final double RATE = 1e-3;

    private final Topology topology;
    private final int batch;
    private final int steps;
    private final Network network;
    private final INDArray frames;
    private final int[] labels;

    private TrainingBenchmark(Topology topology, int batch, int steps) {
        this.topology = topology;
        this.batch = batch;
        this.steps = steps;
        Seeds seeds = new Seeds(1);
        NeuronModel neurons = new NeuronModel(
                new Lif(Lif.Config.DEFAULTS),
                new Firing(0.5, false),
                new HardReset(HardReset.Config.DEFAULTS),
                new Triangle(new Triangle.Config(2)));
        network = Network.create(topology, topology.input(steps), topology.classes(), neurons, DataType.FLOAT, seeds);
        network.optimizeWith(new Adam(Adam.Config.DEFAULTS));
        RandomGenerator random = seeds.stream("frames");
        float[] values = new float[steps * batch * 2 * topology.side() * topology.side()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < INPUT_DENSITY ? 1 + random.nextInt(2) : 0;
        }
        frames = Nd4j.createFromArray(values).reshape(steps, batch, 2, topology.side(), topology.side());
        labels = random.ints(batch, 0, topology.classes()).toArray();
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws IOException {
        TrainingBenchmark benchmark = new TrainingBenchmark(
                Topology.named(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        int repetitions = Integer.parseInt(arguments[3]);
        if (arguments.length > 4) {
            benchmark.export(Path.of(arguments[4]));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "snn4j");
        result.put("version", KernelSelection.choose().kernels().description());
        result.put("training", times(repetitions, benchmark::train));
        result.put("inference", times(repetitions, benchmark::infer));
        result.put("peakMiB", peak());
        result.put("rates", benchmark.network.spikeRates().toString());
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }

    private static List<Double> times(int repetitions, Supplier<INDArray> work) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + repetitions; i++) {
            long start = System.nanoTime();
            work.get();
            if (i >= WARM_UP) {
                times.add((System.nanoTime() - start) / 1e9);
            }
        }
        return times;
    }

    private INDArray train() {
        INDArray logits = network.forward(Map.of(Stream.TARGET, frames), true).get(SignalKey.logits(Stream.TARGET));
        network.backward(Map.of(SignalKey.logits(Stream.TARGET), meanCrossEntropyGradient(logits)));
        network.update(RATE);
        return logits;
    }

    private INDArray infer() {
        return network.forward(Map.of(Stream.TARGET, frames), false).get(SignalKey.logits(Stream.TARGET));
    }

    /** d/d logits [T, N, K] of the cross-entropy averaged over steps and samples. */
    private INDArray meanCrossEntropyGradient(INDArray logits) {
        float[] values = logits.dup('c').data().asFloat();
        int classes = topology.classes();
        for (int row = 0; row < steps * batch; row++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                greatest = Math.max(greatest, values[row * classes + k]);
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += Math.exp(values[row * classes + k] - greatest);
            }
            for (int k = 0; k < classes; k++) {
                double probability = Math.exp(values[row * classes + k] - greatest) / sum;
                double target = labels[row % batch] == k ? 1 : 0;
                values[row * classes + k] = (float) ((probability - target) / (steps * batch));
            }
        }
        return Nd4j.createFromArray(values).reshape(logits.shape());
    }

    private void export(Path folder) throws IOException {
        Map<String, INDArray> arrays = new LinkedHashMap<>(network.state());
        arrays.put("frames", frames);
        Map<String, Object> index = new LinkedHashMap<>();
        try (FileChannel channel = FileChannel.open(
                folder.resolve("arrays.bin"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
                append(channel, array.getKey(), array.getValue(), index);
            }
            append(
                    channel,
                    "logits",
                    network.forward(Map.of(Stream.TARGET, frames), true).get(SignalKey.logits(Stream.TARGET)),
                    index);
        }
        index.put("labels", labels);
        Files.writeString(folder.resolve("arrays.json"), new ObjectMapper().writeValueAsString(index));
    }

    private static void append(FileChannel channel, String name, INDArray array, Map<String, Object> index)
            throws IOException {
        index.put(name, Map.of("shape", array.shape(), "offset", channel.position()));
        float[] values = array.dup('c').data().asFloat();
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Largest resident set of this process so far, in MiB. */
    private static long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
