package org.snn4j.eval.experiment;

import java.util.List;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.kernel.KernelListener;
import org.snn4j.core.kernel.KernelRequest;
import org.snn4j.core.kernel.KernelSelection;
import org.snn4j.core.kernel.Kernels;
import org.snn4j.core.network.NetworkOutline;
import org.snn4j.data.FrameShape;
import org.snn4j.data.dataset.DataOutline;
import org.snn4j.transfer.train.JavaMemory;
import org.snn4j.transfer.train.JobOutline;
import org.snn4j.transfer.train.MemoryPlanner;
import org.snn4j.transfer.train.Phase;

/** What is known of a run before its data are read. */
final class RunOutline {
    private final RunParts parts;
    private final DataOutline data;
    private final FrameShape recordings;
    private final FrameShape images;
    private final NetworkOutline network;

    /**
     * @param kernels what will do the arithmetic
     * @throws ConfigurationException if the layers of the network do not fit each other or the frames
     */
    RunOutline(RunParts parts, DataOutline data, KernelRequest kernels) {
        this.parts = parts;
        this.data = data;
        this.recordings = parts.events().shape(data.sensorWidth(), data.sensorHeight());
        this.images =
                new FrameShape(recordings.steps(), parts.images().channels(), recordings.height(), recordings.width());
        Kernels arithmetic =
                KernelSelection.choose(kernels, KernelListener.NONE).kernels();
        try {
            this.network = NetworkOutline.of(
                    parts.architecture(),
                    RunNetworks.input(parts, recordings, images),
                    data.classes(),
                    parts.neurons(),
                    parts.last().settings().precision().dataType(),
                    arithmetic);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("network: " + e.getMessage());
        }
    }

    /** Everything that does not fit together. */
    List<String> problems() {
        return new JobOutline(
                        parts.phases(),
                        parts.protocol(),
                        data.name(),
                        data.parts(),
                        images,
                        recordings,
                        network::observe,
                        network::shapes)
                .problems();
    }

    /** What it takes in memory with these phases, if it fits together. */
    MemoryPlanner memory(List<Phase> phases) {
        return new MemoryPlanner(
                phases, images, recordings, network::observe, network::memory, JavaMemory.ofThisProcess());
    }
}
