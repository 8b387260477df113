package org.snn4j.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An experiment on simulated data that trains in a moment. */
final class TinyExperiment {
    private static final String TEXT =
            """
            title: Tiny
            data: {use: simulated-n-mnist, share: 0.5, recordings: 40, test: 20, pictures: 60}
            event-encoder: {use: count-by-number, steps: 3}
            network: {use: conv-snn, layers: ["4", P, P], hidden: 16}
            neuron: {use: lif}
            reset: {use: hard}
            surrogate: {use: triangle}
            streams: [target]
            objectives: {target: {use: cross-entropy}}
            optimizer: {use: adam, learning-rate: 0.01}
            schedule: {use: constant}
            training: {epochs: 2, batch: 8}
            seeds: [1, 2]
            table: {columns: [accuracy, images-seen]}
            """;

    private TinyExperiment() {}

    /** Writes {@code tiny.yaml} with these variants, one per line as {@code name: {...}}, and returns it. */
    static Path write(Path folder, String... variants) throws IOException {
        StringBuilder text = new StringBuilder(TEXT).append("variants:\n");
        for (String variant : variants) {
            text.append("  ").append(variant).append('\n');
        }
        return Files.writeString(folder.resolve("tiny.yaml"), text);
    }
}
