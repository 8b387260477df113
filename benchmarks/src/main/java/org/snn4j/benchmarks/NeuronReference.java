package org.snn4j.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.snn4j.core.Parameters;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.TimeFold;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.kernel.NeuronInput;
import org.snn4j.core.kernel.NeuronOutput;
import org.snn4j.core.neuron.DecayLif;
import org.snn4j.core.neuron.Firing;
import org.snn4j.core.neuron.HardReset;
import org.snn4j.core.neuron.Lif;
import org.snn4j.core.neuron.NeuronModel;
import org.snn4j.core.surrogate.ArcTan;
import org.snn4j.core.surrogate.Triangle;

/**
 * Times neurons alone over all steps, forward and forward with backward, in the form of each peer; writes input, upstream gradient, spikes and input
 * gradient so that the peer can be compared, and prints one line of JSON.
 *
 * <p>Arguments: peer, shape (T,N,...), repetitions, folder.
 */
public final class NeuronReference {
    private NeuronReference() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws IOException {
        long[] shape = Arrays.stream(arguments[1].split(","))
                .mapToLong(Long::parseLong)
                .toArray();
        int repetitions = Integer.parseInt(arguments[2]);
        RandomGenerator random = new Seeds(1).stream("neurons");
        INDArray input = gaussian(random, 0.3, 0.8, shape);
        INDArray upstream = gaussian(random, 0, 1, shape);
        INDArray spikes = input.ulike();
        INDArray gradient = input.ulike();
        int steps = (int) shape[0];
        TimeFold fold = new TimeFold(List.of(Stream.TARGET), steps, (int) shape[1]);
        long rows = fold.rows();
        NeuronInput current =
                new NeuronInput(input.reshape(rows, input.length() / rows), null, Parameters.none(), fold);
        NeuronOutput output = NeuronOutput.of(spikes.reshape(rows, input.length() / rows), null, null);
        NeuronOutput given = NeuronOutput.of(upstream.reshape(rows, input.length() / rows), null, null);
        INDArray dz = gradient.reshape(rows, input.length() / rows);
        NeuronModel model = model(arguments[0]);
        Kernels kernels = KernelSelection.choose().kernels();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", "snn4j");
        result.put("configuration", kernels.name());
        result.put("version", Timing.version());
        result.put("settings", Timing.settings(repetitions));
        result.put("forward", Timing.times(repetitions, () -> kernels.neurons(model, current, output)));
        result.put("both", Timing.times(repetitions, () -> {
            kernels.neurons(model, current, output);
            kernels.neuronsBackward(model, current, given, dz);
        }));
        result.put("rate", spikes.meanNumber().doubleValue());
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        arrays.put("input", input);
        arrays.put("upstream", upstream);
        arrays.put("spikes", spikes);
        arrays.put("gradient", gradient);
        ArrayFile.write(Path.of(arguments[3]), "neurons", arrays);
        System.out.println(new ObjectMapper().writeValueAsString(result));
    }

    /** The neuron and surrogate that a peer has, too. */
    private static NeuronModel model(String peer) {
        return switch (peer) {
            case "spikingjelly" ->
                new NeuronModel(
                        new Lif(Lif.Config.DEFAULTS),
                        new Firing(0.5, false),
                        new HardReset(new HardReset.Config(0, true)),
                        new Triangle(new Triangle.Config(2)));
            case "norse" ->
                new NeuronModel(
                        new Lif(Lif.Config.DEFAULTS),
                        new Firing(0.5, false),
                        new HardReset(new HardReset.Config(0, false)),
                        new Triangle(new Triangle.Config(1)));
            case "snntorch" ->
                new NeuronModel(
                        new DecayLif(DecayLif.Config.DEFAULTS),
                        new Firing(1, false),
                        new HardReset(new HardReset.Config(0, true)),
                        new ArcTan(new ArcTan.Config(2)));
            default ->
                throw new IllegalArgumentException("peer is '" + peer + "', known: spikingjelly, norse, snntorch");
        };
    }

    static INDArray gaussian(RandomGenerator random, double mean, double deviation, long... shape) {
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return Nd4j.createFromArray(values).reshape(shape);
    }
}
