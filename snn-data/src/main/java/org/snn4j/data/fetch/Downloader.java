package org.snn4j.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snn4j.core.Check;
import org.snn4j.data.fetch.PartialFile.Whole;

/**
 * Gets files from servers that cut, stall, lie or change. Immutable; one file is loaded by one caller at a time, which a lock holds.
 *
 * <p>A part is kept and continued where the server lets it, and begun anew where the file has changed. A file appears under its name when its
 * length and its checksums are right.
 */
public final class Downloader {
    private static final int BUFFER = 1 << 16;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern HTML =
            Pattern.compile("^\\s*(<!doctype html|<html|<head|<\\?xml[^>]*>\\s*<!doctype html).*", Pattern.DOTALL);

    private final FetchSettings settings;
    private final Transport transport;
    private final Pause pause;

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    public Downloader(FetchSettings settings) {
        this(settings, time -> Thread.sleep(time.toMillis()));
    }

    Downloader(FetchSettings settings, Pause pause) {
        this.settings = Check.notNull(settings, "settings");
        this.transport = new Transport(settings);
        this.pause = pause;
    }

    /**
     * Gets a file, or returns it if it is there already and right.
     *
     * @param folder receives the file under its name; made if missing
     * @return the file
     * @throws FetchException if it cannot be had, or is not what its length and checksums say; both are named
     * @throws InterruptedIOException if the thread is interrupted; what has come is kept
     */
    public Path download(RemoteFile file, Path folder, FetchProgress progress) throws IOException {
        Path target = folder.resolve(file.name());
        if (Files.exists(target)) {
            Digests.verify(file, target, target);
            return target;
        }
        try (PartialFile part = PartialFile.open(target, file.address().toString())) {
            boolean pieced = complete(file, part, progress);
            try {
                Digests.verify(file, part.part(), file.address());
            } catch (FetchException e) {
                if (!pieced) {
                    part.discard();
                    throw e;
                }
                progress.again(file.name(), e.getMessage());
                part.restart(part.whole());
                complete(file, part, progress);
                verifyOrDiscard(file, part);
            }
            part.commit();
        }
        return target;
    }

    /**
     * The length of a file: the known one, else what its server states, which is asked once and sends no content that is read.
     *
     * @return empty if the server does not state it
     * @throws FetchException if the server does not answer, or not with the file
     */
    public OptionalLong length(RemoteFile file) throws IOException {
        if (file.bytes().isPresent()) {
            return file.bytes();
        }
        HttpURLConnection connection = transport.open(file.address(), 0, "");
        try {
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                throw refused(file, connection);
            }
            requireFile(file, connection);
            long length = length(connection);
            return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        } finally {
            connection.disconnect();
        }
    }

    private static void verifyOrDiscard(RemoteFile file, PartialFile part) throws IOException {
        try {
            Digests.verify(file, part.part(), file.address());
        } catch (FetchException e) {
            part.discard();
            throw e;
        }
    }

    /**
     * Attempts until the whole file is there or as many as allowed brought nothing new.
     *
     * @return true if it came in several pieces
     */
    private boolean complete(RemoteFile file, PartialFile part, FetchProgress progress) throws IOException {
        int fruitless = 0;
        boolean pieced = false;
        while (true) {
            long before = part.length();
            pieced |= before > 0;
            try {
                transfer(file, part, progress);
                return pieced;
            } catch (FetchException e) {
                fruitless = part.length() > before ? 1 : fruitless + 1;
                if (!e.temporary() || fruitless >= settings.attempts()) {
                    throw e;
                }
                progress.again(file.name(), e.getMessage());
                rest(fruitless);
            }
        }
    }

    private void rest(int attempt) throws InterruptedIOException {
        try {
            pause.rest(settings.pauseAfter(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another attempt");
        }
    }

    private void transfer(RemoteFile file, PartialFile part, FetchProgress progress) throws IOException {
        if (part.length() > 0 && part.whole().validator().isEmpty() && !file.verifiable()) {
            part.restart(part.whole());
        }
        HttpURLConnection connection =
                transport.open(file.address(), part.length(), part.whole().validator());
        try {
            switch (connection.getResponseCode()) {
                case HttpURLConnection.HTTP_OK -> {
                    requireFile(file, connection);
                    part.restart(new Whole(file.address().toString(), validator(connection), length(connection)));
                    receive(file, part, connection, progress);
                }
                case HttpURLConnection.HTTP_PARTIAL -> {
                    requireFile(file, connection);
                    requireSame(file, part, connection);
                    receive(file, part, connection, progress);
                }
                case 416 -> {
                    if (part.whole().bytes() < 0 || part.whole().bytes() != part.length()) {
                        part.restart(part.whole());
                        throw FetchException.passing(file.address(), "no bytes from there on (416)", "the rest", null);
                    }
                }
                default -> throw refused(file, connection);
            }
        } finally {
            connection.disconnect();
        }
    }

    private static FetchException refused(RemoteFile file, HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String found = "status " + status;
        return status == 408 || status == 425 || status == 429 || status >= 500
                ? FetchException.passing(file.address(), found, "200", null)
                : FetchException.lasting(file.address(), found, "200");
    }

    /** Refuses a page where a file was wanted, and a file of another length. */
    private static void requireFile(RemoteFile file, HttpURLConnection connection) throws FetchException {
        String type = String.valueOf(connection.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
            throw FetchException.lasting(file.address(), "a page (" + type + ")", "the file " + file.name());
        }
        long length = whole(connection);
        if (file.bytes().isPresent() && length >= 0 && length != file.bytes().getAsLong()) {
            throw FetchException.lasting(
                    file.address(), "a length of " + length, file.bytes().getAsLong() + " bytes");
        }
        boolean framed = length >= 0 || "chunked".equalsIgnoreCase(connection.getHeaderField("Transfer-Encoding"));
        if (!framed && !file.verifiable() && file.bytes().isEmpty()) {
            throw FetchException.lasting(
                    file.address(), "no length and no checksum", "one of them: a cut file could not be told");
        }
    }

    /** Refuses, by beginning anew, a part of another file. */
    private static void requireSame(RemoteFile file, PartialFile part, HttpURLConnection connection)
            throws IOException {
        Matcher range = RANGE.matcher(String.valueOf(connection.getHeaderField("Content-Range")));
        long here = part.length();
        Whole known = part.whole();
        String mark = validator(connection);
        boolean same = range.matches()
                && Long.parseLong(range.group(1)) == here
                && (known.bytes() < 0 || known.bytes() == whole(connection))
                && (known.validator().isEmpty()
                        || mark.isEmpty()
                        || known.validator().equals(mark));
        if (!same) {
            part.restart(known);
            throw FetchException.passing(
                    file.address(),
                    "a range '" + connection.getHeaderField("Content-Range") + "' of " + mark,
                    "the rest from byte " + here + " of " + known.validator(),
                    null);
        }
    }

    private static void receive(RemoteFile file, PartialFile part, HttpURLConnection connection, FetchProgress progress)
            throws IOException {
        OptionalLong total = total(file, part);
        boolean first = part.length() == 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = connection.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted at byte " + part.length() + " of " + file.name());
                }
                if (first && count > 0) {
                    requireNoPage(file, buffer, count);
                    first = false;
                }
                if (total.isPresent() && part.length() + count > total.getAsLong()) {
                    part.restart(part.whole());
                    throw FetchException.lasting(
                            file.address(), "more than " + total.getAsLong() + " bytes", "no more");
                }
                part.append(buffer, count);
                progress.received(file.name(), part.length(), total);
            }
        } catch (FetchException | FileSystemException e) {
            throw e;
        } catch (java.net.SocketTimeoutException e) {
            throw FetchException.passing(file.address(), "nothing for a while at byte " + part.length(), "more", e);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw FetchException.passing(
                    file.address(),
                    "a broken connection at byte " + part.length() + " (" + e.getMessage() + ")",
                    "more",
                    e);
        }
        if (total.isPresent() && part.length() < total.getAsLong()) {
            throw FetchException.passing(
                    file.address(), "an end at byte " + part.length(), total.getAsLong() + " bytes", null);
        }
    }

    private static void requireNoPage(RemoteFile file, byte[] buffer, int count) throws FetchException {
        String text = new String(buffer, 0, Math.min(count, 512), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (HTML.matcher(text).matches()) {
            throw FetchException.lasting(
                    file.address(),
                    "a page that begins with '" + text.strip().split("\\R")[0] + "'",
                    "the file " + file.name());
        }
    }

    private static OptionalLong total(RemoteFile file, PartialFile part) {
        return part.whole().bytes() >= 0 ? OptionalLong.of(part.whole().bytes()) : file.bytes();
    }

    /** Length of the whole file by the answer, -1 if it does not say. */
    private static long whole(HttpURLConnection connection) {
        Matcher range = RANGE.matcher(String.valueOf(connection.getHeaderField("Content-Range")));
        if (range.matches()) {
            return range.group(3).equals("*") ? -1 : Long.parseLong(range.group(3));
        }
        return length(connection);
    }

    private static long length(HttpURLConnection connection) {
        return connection.getContentLengthLong();
    }

    /** The server's mark of this very content: a strong ETag, else the time of change; empty for none. */
    private static String validator(HttpURLConnection connection) {
        String tag = connection.getHeaderField("ETag");
        if (tag != null && !tag.startsWith("W/")) {
            return tag;
        }
        String changed = connection.getHeaderField("Last-Modified");
        return changed == null ? "" : changed;
    }
}
