package org.snn4j.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.snn4j.data.cache.CacheEntry;
import org.snn4j.data.cache.FrameCache;
import org.snn4j.data.dataset.CacheFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, checks and deletes prepared frames. */
@Command(
        name = "cache",
        description = "List, check or delete prepared frames.",
        footer = {"", "Frames that are deleted are made anew when they are wanted. Exit code 2 if --check finds damage."
        })
final class DataCacheCommand implements Callable<Integer> {
    private static final int CONTINUATION = 4;
    private static final int SHOWN = 12;
    private static final double KILO = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KEY", arity = "0..*", description = "Only those whose key begins so. Default: all.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--older", paramLabel = "DAYS", description = "Only those that were not used for so many days.")
    private int older;

    @Option(names = "--clear", description = "Delete them.")
    private boolean clear;

    @Option(names = "--check", description = "Read all of them.")
    private boolean check;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Folder of caches. Default: SNN4J_CACHE, or .cache/snn4j in your home.")
    private Path folder = CacheFolder.standard();

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        if (older < 0) {
            throw new ParameterException(spec.commandLine(), "--older is " + older + ", must be at least 0");
        }
        FrameCache cache = new FrameCache(folder);
        List<CacheEntry> chosen = cache.entries().stream().filter(this::chosen).toList();
        if (clear) {
            FrameCache.Cleared cleared = cache.clear(this::chosen);
            print(cleared.entries() + " deleted, " + size(cleared.bytes())
                    + (cleared.busy() > 0 ? "; " + cleared.busy() + " left that are being made" : ""));
            return ExitCode.OK;
        }
        int damaged = 0;
        for (CacheEntry entry : chosen) {
            print(line(entry));
            if (check) {
                Optional<String> problem = cache.check(entry);
                problem.ifPresent(text -> print("    damaged: " + text));
                damaged += problem.isPresent() ? 1 : 0;
            }
        }
        print(chosen.size() + " in " + cache.folder() + ", "
                + size(chosen.stream().mapToLong(CacheEntry::bytes).sum()));
        return damaged > 0 ? ExitCode.USAGE : ExitCode.OK;
    }

    private boolean chosen(CacheEntry entry) {
        boolean named = keys.isEmpty() || keys.stream().anyMatch(entry.key()::startsWith);
        return named && (older == 0 || !entry.used().isAfter(clock.instant().minus(Duration.ofDays(older))));
    }

    private String line(CacheEntry entry) {
        String start = entry.key().substring(0, SHOWN) + "  ";
        String times = size(entry.bytes()) + ", made " + age(entry.made()) + " ago, used " + age(entry.used()) + " ago";
        if (entry.content().isEmpty()) {
            return start + entry.state().name().toLowerCase(Locale.ROOT) + ", " + times;
        }
        CacheEntry.Content content = entry.content().get();
        String transforms = content.making().transforms().isEmpty()
                ? ""
                : ", after " + content.making().transforms();
        String damaged = entry.state() == CacheEntry.State.WHOLE ? "" : ", damaged";
        return start + content.name() + ": " + content.samples() + " samples, " + times + damaged + ": "
                + content.making().representation() + transforms + ", "
                + content.making().geometry();
    }

    private String age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        return age.toHours() > 1 ? age.toHours() + " hours" : Math.max(0, age.toMinutes()) + " min";
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / KILO / KILO);
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        Paragraphs.wrap(line, CONTINUATION).forEach(out::println);
    }
}
