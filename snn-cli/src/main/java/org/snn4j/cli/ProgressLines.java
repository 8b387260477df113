package org.snn4j.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.train.Phase;
import org.snn4j.transfer.train.TrainListener;

/** Says now and then, in a whole line, how one run goes: for files and pipes, where nothing can be redrawn. */
final class ProgressLines implements TrainListener {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final double MILLIS = 1000;

    private final PrintWriter out;
    private final String title;
    private final InstantSource clock;
    private Instant phaseStart;
    private Instant lastLine;

    /** @param title what the run is called */
    ProgressLines(PrintWriter out, String title, InstantSource clock) {
        this.out = out;
        this.title = title;
        this.clock = clock;
    }

    @Override
    public void phaseStarted(Phase phase) {
        phaseStart = clock.instant();
        lastLine = phaseStart;
    }

    @Override
    public void batchDone(String phase, Progress progress, double loss) {
        Instant now = clock.instant();
        if (Duration.between(lastLine, now).compareTo(INTERVAL) < 0) {
            return;
        }
        lastLine = now;
        long total = (long) progress.epochs() * progress.batches();
        long done = (long) progress.epoch() * progress.batches() + progress.batch() + 1;
        double rate = done / (Duration.between(phaseStart, now).toMillis() / MILLIS);
        out.printf(
                Locale.ROOT,
                "%s, %s: epoch %d of %d, loss %.4f, %.1f batches/s, %.0f s left%n",
                title,
                phase,
                progress.epoch() + 1,
                progress.epochs(),
                loss,
                rate,
                (total - done) / rate);
        out.flush();
    }
}
