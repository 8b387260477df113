package org.snn4j.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.network.Signals;

/**
 * Writes what a peer must compute, too: in double precision the logits of a training and of an evaluation pass and the gradients, in single precision the
 * logits, once more with convolutions that are no tiles, every layer's spikes, and how far each convolution alone lies from double precision.
 *
 * <p>Arguments: network, folder, T, batch.
 */
public final class ReferencePass {
    private ReferencePass() {}

    /** Writes the files {@code reference} and {@code convolutions.json}. */
    public static void main(String[] arguments) throws IOException {
        Topology topology = Topology.named(arguments[0]);
        Path folder = Path.of(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        int batch = Integer.parseInt(arguments[3]);
        Map<String, INDArray> arrays = new LinkedHashMap<>();
        Subject wide = Subject.load(topology, DataType.DOUBLE, folder, PrepareState.WEIGHTS, steps, batch);
        arrays.put("evaluation", wide.infer().dup('c'));
        arrays.put("training", wide.pass().dup('c'));
        wide.network().gradients().forEach((name, gradient) -> arrays.put("gradient." + name, gradient));
        Subject single = Subject.load(topology, DataType.FLOAT, folder, PrepareState.WEIGHTS, steps, batch);
        arrays.put("single", single.infer().dup('c'));
        System.setProperty(KernelRequest.CONVOLUTIONS_PROPERTY, "sparse");
        Subject direct = Subject.load(topology, DataType.FLOAT, folder, PrepareState.WEIGHTS, steps, batch);
        System.clearProperty(KernelRequest.CONVOLUTIONS_PROPERTY);
        arrays.put("direct", direct.infer().dup('c'));
        Map<String, INDArray> state = ArrayFile.read(folder, PrepareState.WEIGHTS);
        INDArray frames = ArrayFile.read(folder, Recordings.file(steps))
                .get("frames")
                .get(NDArrayIndex.all(), NDArrayIndex.interval(0, batch))
                .dup('c');
        Map<String, INDArray> spikes = new LinkedHashMap<>();
        for (String layer : single.rates().keySet()) {
            spikes.put(layer, spikes(topology, layer, frames, state));
            arrays.put("spikes." + layer, spikes.get(layer));
        }
        ArrayFile.write(folder, "reference", arrays);
        ConvolutionErrors.write(folder, topology, frames, state, spikes);
    }

    /** Spikes of a layer, from the network cut off behind it: only sites can be observed, so that layer becomes one. */
    private static INDArray spikes(Topology topology, String layer, INDArray frames, Map<String, INDArray> state) {
        Subject part = Subject.of(topology.upTo(layer), DataType.FLOAT, frames, new int[(int) frames.size(1)]);
        Map<String, INDArray> own = new LinkedHashMap<>(part.network().state());
        own.replaceAll((name, view) -> name.startsWith(Topology.HEAD) ? view : state.get(name));
        part.restore(own);
        part.network().observe(Set.of(Topology.SPIKES));
        Signals signals = part.network().forward(Map.of(Stream.TARGET, frames), false);
        return signals.get(Topology.SPIKES).dup('c');
    }
}
