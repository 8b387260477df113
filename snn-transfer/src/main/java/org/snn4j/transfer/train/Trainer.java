package org.snn4j.transfer.train;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snn4j.core.Check;
import org.snn4j.data.pair.Population;

/**
 * Trains a network through the phases of a job, then scores it.
 *
 * <p>The same job gives the same bits whatever the number of threads. Stopped by its {@link StopSignal}, it finishes the batch in hand, writes the
 * network as {@code last.safetensors} and says so in the result.
 */
public final class Trainer {
    /** Name of the checkpoint of a finished job. */
    public static final String MODEL = "model";
    /** Name of the checkpoint of an interrupted job. */
    public static final String LAST = "last";

    private final StopSignal stop;
    private final Clock clock;
    private final MemoryBudget memory;

    /**
     * @param stop asked after each batch
     * @param clock for the time of an epoch
     * @param memory what a batch may take
     */
    @Inject
    public Trainer(StopSignal stop, Clock clock, MemoryBudget memory) {
        this.stop = Check.notNull(stop, "stop");
        this.clock = Check.notNull(clock, "clock");
        this.memory = Check.notNull(memory, "memory");
    }

    /**
     * Finds what would keep a job from being trained; changes no file.
     *
     * @throws org.snn4j.core.ConfigurationException with everything that does not fit together
     */
    public void check(TrainingJob job) {
        JobChecks.check(job, population(job), memory);
    }

    /**
     * Trains and scores.
     *
     * @throws org.snn4j.core.ConfigurationException before the first batch, with everything that does not fit together
     * @throws TrainingException if a loss is no longer a finite number
     */
    public TrainingResult train(TrainingJob job, TrainListener listener) {
        Population population = population(job);
        MemoryPlan plan = JobChecks.check(job, population, memory);
        listener.opened(job.data());
        listener.planned(plan);
        try (Session session = new Session(job, population, listener, stop, clock)) {
            TrainingResult result = train(session);
            listener.finished(result);
            return result;
        }
    }

    private static Population population(TrainingJob job) {
        return Population.of(job.data().images(), job.data().train(), job.data().twin());
    }

    private static TrainingResult train(Session session) {
        List<Phase> phases = session.job.phases();
        PhaseRun run = null;
        for (int number = 0; number < phases.size(); number++) {
            run = new PhaseRun(session, phases.get(number), number);
            if (!run.run()) {
                return interrupted(session, run);
            }
        }
        Optional<Map<String, Scores>> scores =
                session.score(session.job.data().scored().keySet());
        if (scores.isEmpty()) {
            return interrupted(session, run);
        }
        session.save(MODEL, run.objectiveParameters(), run.selected());
        return new TrainingResult(
                false, session.epochs, run.selected().epoch(), scores.get(), session.exposure.total());
    }

    private static TrainingResult interrupted(Session session, PhaseRun run) {
        session.save(LAST, run.objectiveParameters(), run.position());
        return new TrainingResult(true, session.epochs, -1, Map.of(), session.exposure.total());
    }
}
