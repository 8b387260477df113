package org.snn4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.snn4j.core.ConfigurationException;
import org.snn4j.data.catalogue.DatasetCard;
import org.snn4j.data.catalogue.DatasetCards;
import org.snn4j.data.catalogue.DatasetFile;
import org.snn4j.data.fetch.DatasetFetch;
import org.snn4j.data.fetch.Downloader;
import org.snn4j.data.fetch.FetchException;
import org.snn4j.data.fetch.FetchSettings;
import org.snn4j.data.fetch.RemoteFile;
import org.snn4j.data.fetch.Unpacker;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads a data set. */
@Command(
        name = "fetch",
        description = "Download a data set: shows size, licence and source first, and loads it with --yes.",
        footer = {
            "",
            "A download that was cut goes on where it stopped. The folder of the data set appears when it is complete; one that is there already is"
                    + " never touched."
        })
final class DataFetchCommand implements Callable<Integer> {
    private static final int CONTINUATION = 4;

    private final Surroundings surroundings;
    private final Downloader downloader = new Downloader(FetchSettings.DEFAULTS);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Data set, such as n-mnist.")
    private String name;

    @Option(names = "--yes", description = "Load it; you have read the licence and accept it.")
    private boolean yes;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the data sets (default: that of SNN4J_DATA); made if missing.")
    private Path data;

    DataFetchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        DatasetCard card = DatasetCards.of(name);
        card.lines().forEach(this::print);
        List<RemoteFile> files = files(card);
        Path folder = surroundings
                .data(data)
                .orElseThrow(() -> new ConfigurationException(
                        "where to? give --data or set SNN4J_DATA to the folder of the data sets"));
        Path place = folder.resolve(name);
        if (DatasetFetch.isComplete(place)) {
            print(place + " is complete already.");
            return ExitCode.OK;
        }
        if (Files.exists(place)) {
            throw new ConfigurationException(
                    place + " is there and was not made by this command: move it away, or use it as it is");
        }
        for (RemoteFile file : files) {
            print(file.name() + ": " + size(file) + ", " + file.address()
                    + file.md5().map(digits -> ", MD5 " + digits).orElse(", no published checksum"));
        }
        if (!yes) {
            print("Nothing was loaded; --yes loads it to " + place + ".");
            return ExitCode.OK;
        }
        new DatasetFetch(downloader, new Unpacker(Unpacker.Limits.DEFAULTS))
                .fetch(name, pieces(card, files), folder, new FetchLines(this::print));
        print(place + " is complete; " + DatasetFetch.MARKER + " in it says what it was made from.");
        return ExitCode.OK;
    }

    /** @throws ConfigurationException if people have to get them */
    private static List<RemoteFile> files(DatasetCard card) {
        if (card.files().isEmpty()
                || card.files().stream().anyMatch(file -> file.url().isEmpty())) {
            throw new ConfigurationException(
                    "no program can load " + card.title() + ", you have to: get " + card.toGet());
        }
        return card.files().stream()
                .map(file -> new RemoteFile(
                        file.name(), URI.create(file.url().orElseThrow()), file.bytes(), file.md5(), Optional.empty()))
                .toList();
    }

    private static List<DatasetFetch.Piece> pieces(DatasetCard card, List<RemoteFile> files) {
        List<DatasetFile> described = card.files();
        return IntStream.range(0, files.size())
                .mapToObj(i ->
                        new DatasetFetch.Piece(files.get(i), described.get(i).unpack()))
                .toList();
    }

    /** Size for people: the known one, else what the server says. */
    private String size(RemoteFile file) throws IOException {
        try {
            OptionalLong bytes = downloader.length(file);
            return bytes.isPresent() ? FetchLines.megabytes(bytes.getAsLong()) + " MB" : "size not stated";
        } catch (FetchException e) {
            return "size not known, since " + e.getMessage();
        }
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        Paragraphs.wrap(line, CONTINUATION).forEach(out::println);
        out.flush();
    }
}
