package org.snn4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.layer.LayerProfile;

/**
 * What the layers of a network must at least do in a pass, counted from their shapes, the kernels that were chosen and the densities that were measured.
 *
 * @param layer name
 * @param forward in the forward pass
 * @param backward in the backward pass
 */
record LayerWork(String layer, Amount forward, Amount backward) {
    private static final int WINDOW = 3;
    private static final int POOLED = 4;
    /** Batch norm reads the currents, neurons read them again and write spikes. */
    private static final int FORWARD_READS = 2;
    /** Neurons read the currents, batch norm reads them with the gradients and writes those again. */
    private static final int BACKWARD_MOVES = 5;

    /**
     * An amount of work.
     *
     * @param products fused multiply-adds of vectors whose operands are used several times: tiles and dense ones
     * @param rows those that read weights of their own: sparse ones
     * @param bytes that are read and written at least, if nothing is left in a cache from the layer before
     */
    record Amount(double products, double rows, double bytes) {
        private Amount plus(Amount other) {
            return new Amount(products + other.products, rows + other.rows, bytes + other.bytes);
        }

        /** Milliseconds that this machine needs at least. */
        double leastMillis(MachineRates machine) {
            return Math.max(arithmeticMillis(machine), bytes / machine.bytesPerNano() / 1e6);
        }

        double arithmeticMillis(MachineRates machine) {
            return (products * machine.registerNanos() + rows * machine.rowNanos()) / machine.threads() / 1e6;
        }
    }

    private static final Amount NOTHING = new Amount(0, 0, 0);

    /**
     * All layers but pooling, which neurons do.
     *
     * @param frames T times batch
     * @param lanes values of a vector
     * @param profile of at least one pass
     */
    static List<LayerWork> of(Topology topology, int frames, int lanes, Map<String, LayerProfile.Entry> profile) {
        List<LayerWork> works = new ArrayList<>();
        int side = topology.side();
        int in = Topology.POLARITIES;
        int index = 0;
        List<Integer> layers = topology.layers();
        for (int i = 0; i < layers.size(); i++) {
            int out = layers.get(i);
            if (out == 0) {
                side /= 2;
                continue;
            }
            index++;
            Map<String, Map<String, LayerProfile.Use>> kernels =
                    profile.get("conv" + index).kernels();
            Shape shape = new Shape(frames, side, WINDOW, in, out, lanes);
            works.add(new LayerWork(
                    "conv" + index,
                    amount(kernels, KernelListener.FORWARD, shape),
                    amount(kernels, KernelListener.WEIGHT_GRADIENT, shape)
                            .plus(amount(kernels, KernelListener.INPUT_GRADIENT, shape.turned()))));
            boolean pooled = i + 1 < layers.size() && layers.get(i + 1) == 0;
            double map = (double) Float.BYTES * frames * side * side * out;
            double spikes = pooled ? map / POOLED : map;
            works.add(new LayerWork(
                    "spike" + index,
                    new Amount(0, 0, FORWARD_READS * map + spikes),
                    new Amount(0, 0, BACKWARD_MOVES * map + spikes)));
            in = out;
        }
        int flat = in * side * side;
        if (topology.hidden() > 0) {
            works.add(dense("hidden", new Shape(frames, 1, 1, flat, topology.hidden(), lanes), profile));
            flat = topology.hidden();
        }
        works.add(dense(Topology.HEAD, new Shape(frames, 1, 1, flat, topology.classes(), lanes), profile));
        return works;
    }

    private static LayerWork dense(String layer, Shape shape, Map<String, LayerProfile.Entry> profile) {
        Map<String, Map<String, LayerProfile.Use>> kernels = profile.get(layer).kernels();
        Amount all = new Amount(shape.vectors("dense", 1), 0, shape.bytes());
        return new LayerWork(
                layer,
                kernels.isEmpty() ? all : amount(kernels, KernelListener.FORWARD, shape),
                kernels.isEmpty()
                        ? all.plus(all)
                        : amount(kernels, KernelListener.WEIGHT_GRADIENT, shape)
                                .plus(amount(kernels, KernelListener.INPUT_GRADIENT, shape.turned())));
    }

    private static Amount amount(Map<String, Map<String, LayerProfile.Use>> kernels, String operation, Shape shape) {
        Map<String, LayerProfile.Use> uses = kernels.getOrDefault(operation, Map.of());
        long calls = uses.values().stream().mapToLong(LayerProfile.Use::count).sum();
        Amount mean = NOTHING;
        for (Map.Entry<String, LayerProfile.Use> use : uses.entrySet()) {
            double share = (double) use.getValue().count() / calls;
            double vectors = share * shape.vectors(use.getKey(), use.getValue().density());
            boolean sparse = use.getKey().equals("sparse");
            mean = mean.plus(new Amount(sparse ? 0 : vectors, sparse ? vectors : 0, share * shape.bytes()));
        }
        return mean;
    }

    /** A convolution with stride 1 and an output for each pixel of the input. */
    private record Shape(int frames, int side, int window, int in, int out, int lanes) {
        private static final int[] TILES = {4, 6};

        Shape turned() {
            return new Shape(frames, side, window, out, in, lanes);
        }

        double vectors(String kernel, double density) {
            double pairs = (double) frames * in * ((out + lanes - 1) / lanes);
            double border = window / 2;
            // Taps that lie inside the map, over all pixels.
            double taps = Math.pow(window * side - border * (border + 1), 2);
            return switch (kernel) {
                case "winograd" -> pairs * products();
                case "sparse" -> pairs * taps * density;
                default -> pairs * taps;
            };
        }

        /** Products of a pair of channels by whichever tiles need fewer. */
        private double products() {
            double least = Double.POSITIVE_INFINITY;
            for (int tile : TILES) {
                double across = Math.ceil((double) side / tile) * (tile + window - 1);
                least = Math.min(least, across * across);
            }
            return least;
        }

        double bytes() {
            return (double) Float.BYTES
                    * ((double) frames * side * side * (in + out) + (double) window * window * in * out);
        }
    }
}
