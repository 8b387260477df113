package org.snn4j.eval.experiment;

import java.util.EnumMap;
import java.util.Map;
import org.snn4j.core.Seeds;
import org.snn4j.core.Stream;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.layer.LayerListener;
import org.snn4j.core.network.InputShape;
import org.snn4j.core.network.Network;
import org.snn4j.core.network.NetworkSpec;
import org.snn4j.data.FrameShape;
import org.snn4j.data.dataset.PairedData;

/** Networks as runs need them. */
public final class RunNetworks {
    private RunNetworks() {}

    /** The network of a run on these data. */
    public static Network create(
            RunParts parts, PairedData data, Seeds seeds, Kernels kernels, LayerListener listener) {
        return Network.create(new NetworkSpec(
                parts.architecture(),
                input(parts, data.train().shape(), data.images().shape()),
                data.classes().size(),
                parts.neurons(),
                parts.last().settings().precision().dataType(),
                seeds,
                kernels,
                false,
                listener));
    }

    /** What the network of a run sees of frames of these shapes. */
    static InputShape input(RunParts parts, FrameShape recordings, FrameShape images) {
        Map<Stream, Integer> channels = new EnumMap<>(Stream.class);
        for (Stream stream : parts.streams()) {
            channels.put(stream, (stream == Stream.SOURCE ? images : recordings).channels());
        }
        return new InputShape(recordings.steps(), channels, recordings.height(), recordings.width());
    }
}
