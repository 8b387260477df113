package org.snn4j.transfer.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.snn4j.data.FrameSource;
import org.snn4j.data.pair.Population;

/** What all phases of one job share; released at its end. */
final class Session implements AutoCloseable {
    final TrainingJob job;
    final TrainListener listener;
    final StopSignal stop;
    final Clock clock;
    final Population population;
    final BatchLoader loader;
    final FrameBuffers buffers;
    final Evaluator evaluator;
    final ExposureCounter exposure = new ExposureCounter();
    final List<EpochRecord> epochs = new ArrayList<>();

    Session(TrainingJob job, Population population, TrainListener listener, StopSignal stop, Clock clock) {
        this.job = job;
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
        this.population = population;
        TrainingSettings settings = job.phases().get(0).settings();
        int batch = job.phases().stream()
                .mapToInt(phase -> phase.settings().batch())
                .max()
                .orElseThrow();
        this.loader = new BatchLoader(job.data());
        this.buffers = new FrameBuffers(settings.precision().dataType());
        this.evaluator = new Evaluator(job.network(), batch, settings.precision(), stop);
    }

    /** Scores parts of the data by name, in the order given; empty if it was stopped. */
    Optional<Map<String, Scores>> score(Iterable<String> parts) {
        Map<String, Scores> scores = new LinkedHashMap<>();
        for (String name : parts) {
            FrameSource part = job.data().scored().get(name);
            Optional<Scores> score = evaluator.score(part);
            if (score.isEmpty()) {
                return Optional.empty();
            }
            scores.put(name, score.get());
        }
        return Optional.of(scores);
    }

    /** Writes the network and the objectives' parameters to the job's folder, if it has one. */
    void save(String name, Map<String, INDArray> objectiveParameters, Checkpoint.Position position) {
        if (job.folder().isEmpty()) {
            return;
        }
        Map<String, INDArray> tensors = new LinkedHashMap<>(job.network().state());
        objectiveParameters.forEach((parameter, array) -> tensors.put("objectives." + parameter, array));
        Path file = job.folder().get().resolve(name + Checkpoint.EXTENSION);
        try {
            Checkpoint.write(
                    file,
                    tensors,
                    new Checkpoint.Origin(job.identity(), job.seeds().root(), position));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        loader.close();
        buffers.close();
        evaluator.close();
    }
}
