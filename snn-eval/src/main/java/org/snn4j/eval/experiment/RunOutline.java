package org.snn4j.eval.experiment;

import java.util.List;
import org.snn4j.core.ConfigurationException;
import org.snn4j.core.network.NetworkOutline;
import org.snn4j.data.FrameShape;
import org.snn4j.data.dataset.DataOutline;
import org.snn4j.transfer.train.JavaMemory;
import org.snn4j.transfer.train.JobOutline;
import org.snn4j.transfer.train.MemoryPlanner;

/** What is known of a run before its data are read. */
final class RunOutline {
    private final RunParts parts;
    private final DataOutline data;
    private final FrameShape recordings;
    private final FrameShape images;
    private final NetworkOutline network;

    /** @throws ConfigurationException if the layers of the network do not fit each other or the frames */
    RunOutline(RunParts parts, DataOutline data) {
        this.parts = parts;
        this.data = data;
        this.recordings = parts.events().shape(data.sensorWidth(), data.sensorHeight());
        this.images =
                new FrameShape(recordings.steps(), parts.images().channels(), recordings.height(), recordings.width());
        try {
            this.network = NetworkOutline.of(
                    parts.architecture(),
                    RunNetworks.input(parts, recordings, images),
                    data.classes(),
                    parts.neurons(),
                    parts.last().settings().precision().dataType());
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

    /** What it will take in memory, as far as it fits together. */
    MemoryPlanner memory() {
        return new MemoryPlanner(
                parts.phases(), images, recordings, network::observe, network::memory, JavaMemory.ofThisProcess());
    }
}
