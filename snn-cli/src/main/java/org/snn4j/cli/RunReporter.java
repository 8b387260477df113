package org.snn4j.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.snn4j.data.dataset.FrameKeeping;
import org.snn4j.data.dataset.PairedData;
import org.snn4j.eval.experiment.BothListeners;
import org.snn4j.eval.experiment.ExperimentListener;
import org.snn4j.eval.experiment.FramePlaces;
import org.snn4j.eval.experiment.PlannedRun;
import org.snn4j.eval.experiment.RunOutcome;
import org.snn4j.eval.metric.Measurement;
import org.snn4j.eval.run.RunKey;
import org.snn4j.eval.run.RunResult;
import org.snn4j.transfer.train.MemoryPlan;
import org.snn4j.transfer.train.TrainListener;

/** Tells the user how the runs of an experiment go: what a variant takes before its first run, progress during a run, one line after it. */
final class RunReporter implements ExperimentListener {
    private static final String ACCURACY = "accuracy.test";

    private final PrintWriter err;
    private final boolean terminal;
    private final boolean verbose;
    /** Variants whose needs have been told; they are the same for every seed. */
    private final Set<String> told = new HashSet<>();

    private ProgressDrawing drawing;

    /**
     * @param terminal true if progress may redraw its line
     * @param verbose true if failures come with their stack traces
     */
    RunReporter(PrintWriter err, boolean terminal, boolean verbose) {
        this.err = err;
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public TrainListener runStarted(PlannedRun run, int number, int total) {
        String title = title(run.key(), number, total);
        if (!terminal) {
            return new BothListeners(new Needs(run), new ProgressLines(err, title, InstantSource.system()));
        }
        drawing = new ProgressDrawing(err, title);
        return new BothListeners(new Needs(run), drawing);
    }

    /** Tells what a variant takes and where its frames lie. */
    private final class Needs implements TrainListener {
        private final String variant;
        private final FrameKeeping.Policy policy;
        private String frames;

        Needs(PlannedRun run) {
            variant = run.key().variant();
            policy = run.config().shared().value("cache", FrameKeeping.Policy.class);
        }

        @Override
        public void opened(PairedData data) {
            frames = FramePlaces.text(data, policy);
        }

        @Override
        public void planned(MemoryPlan memory) {
            if (told.add(variant)) {
                print(variant + ": memory " + memory.summary());
                print(variant + ": frames " + frames);
                err.flush();
            }
        }

        private void print(String line) {
            Paragraphs.wrap(line, 2).forEach(err::println);
        }
    }

    @Override
    public void runEnded(RunOutcome outcome, int number, int total) {
        if (drawing != null) {
            drawing.close();
            drawing = null;
        }
        err.println(title(outcome.key(), number, total) + ": " + ending(outcome));
        outcome.failure().ifPresent(this::explain);
        err.flush();
    }

    private void explain(Throwable failure) {
        FailureHandler.messages(failure).forEach(problem -> FailureHandler.print(err, "  ", problem));
        if (verbose) {
            failure.printStackTrace(err);
        }
    }

    private static String title(RunKey key, int number, int total) {
        return number + "/" + total + " " + key.variant() + ", seed " + key.seed();
    }

    private static String ending(RunOutcome outcome) {
        return switch (outcome.status()) {
            case FINISHED -> outcome.result().map(RunReporter::summary).orElse("finished");
            case ALREADY_FINISHED -> "finished before, not repeated";
            case BUSY -> "another process is at it";
            case INTERRUPTED -> "interrupted; its weights are in last.safetensors";
            case FAILED -> "failed";
        };
    }

    private static String summary(RunResult result) {
        String seconds = String.format(
                Locale.ROOT, "%.1f s of training", result.seconds().getOrDefault(RunResult.TRAINING, 0.0));
        return result.metric(ACCURACY)
                .map(Measurement::value)
                .map(accuracy -> String.format(Locale.ROOT, "test accuracy %.1f %%, %s", accuracy, seconds))
                .orElse(seconds);
    }
}
