package org.snn4j.eval.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snn4j.core.layer.LayerProfile;
import org.snn4j.transfer.Progress;
import org.snn4j.transfer.train.MemoryPlan;
import org.snn4j.transfer.train.StepPart;
import org.snn4j.transfer.train.StopSignal;
import org.snn4j.transfer.train.TrainListener;

/** Keeps the memory plan, takes the time of training steps after some that do not count, and stops training after the last. */
final class StepTimes implements TrainListener {
    private final BenchSettings settings;
    private final LayerProfile profile;
    private final StopSignal stop;
    private final List<Long> steps = new ArrayList<>();
    private final Map<StepPart, Long> parts = new EnumMap<>(StepPart.class);
    private int done;
    private long last;
    private long planned;

    /** @param profile of the network that is trained; reset when the first step that counts begins */
    StepTimes(BenchSettings settings, LayerProfile profile, StopSignal stop) {
        this.settings = settings;
        this.profile = profile;
        this.stop = stop;
    }

    @Override
    public void planned(MemoryPlan memory) {
        planned = memory.total();
    }

    @Override
    public void partDone(StepPart part, long nanoseconds) {
        parts.merge(part, nanoseconds, Long::sum);
    }

    @Override
    public void batchDone(String phase, Progress progress, double loss) {
        done++;
        if (done == settings.warmUp()) {
            parts.clear();
            profile.reset();
        } else if (done > settings.warmUp()) {
            steps.add(System.nanoTime() - last);
        }
        if (steps.size() == settings.steps()) {
            stop.raise();
        }
        last = System.nanoTime();
    }

    /** Bytes that the process was said to take. */
    long planned() {
        return planned;
    }

    Spread step() {
        return Spread.of(steps);
    }

    /** Milliseconds per step by part. */
    Map<String, Double> parts() {
        Map<String, Double> means = new LinkedHashMap<>();
        parts.forEach((part, total) -> means.put(part.name().toLowerCase(Locale.ROOT), perStep(total)));
        return means;
    }

    double perStep(long nanoseconds) {
        return nanoseconds / 1e6 / steps.size();
    }
}
