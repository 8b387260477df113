package org.snn4j.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.train.TrainListener;
import org.snn4j.transfer.train.TrainingResult;

/** Draws how one run goes on a terminal, with rate and time left: one line that is redrawn, one per phase. */
final class ProgressDrawing implements TrainListener, AutoCloseable {
    private final PrintStream terminal;
    private final String title;
    private ProgressBar bar;
    private String drawnPhase;

    /** @param title what the run is called */
    ProgressDrawing(OutputStream terminal, String title) {
        this.terminal = new PrintStream(terminal, true, StandardCharsets.UTF_8);
        this.title = title;
    }

    @Override
    public void epochStarted(String phase, Progress progress) {
        if (!phase.equals(drawnPhase)) {
            close();
            drawnPhase = phase;
            bar = new ProgressBarBuilder()
                    .setTaskName(title + ", " + phase)
                    .setInitialMax((long) progress.epochs() * progress.batches())
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUnit(" batches", 1)
                    .showSpeed()
                    .setMaxRenderedLength(Paragraphs.WIDTH - 1)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal, Paragraphs.WIDTH - 1))
                    .build();
        }
    }

    @Override
    public void batchDone(String phase, Progress progress, double loss) {
        bar.stepTo((long) progress.epoch() * progress.batches() + progress.batch() + 1);
        bar.setExtraMessage(String.format(Locale.ROOT, "loss %.3f", loss));
    }

    @Override
    public void finished(TrainingResult result) {
        close();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
