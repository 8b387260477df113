package org.snn4j.data.fetch;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers as a test says, byte by byte: it can cut, stall, lie and change. */
final class RudeServer implements Closeable {
    private final ServerSocket socket;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Script script;

    /** What a client asked. */
    record Request(String path, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        /** First byte asked for. */
        int from() {
            String range = header("Range");
            return range.isEmpty() ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        }
    }

    /** Answers; the connection is closed behind it. */
    @FunctionalInterface
    interface Script {
        /** @param number how many requests came before */
        void answer(int number, Request request, OutputStream out) throws Exception;
    }

    RudeServer(Script script) throws IOException {
        this.script = script;
        socket = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "rude-server");
        thread.setDaemon(true);
        thread.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    List<Request> requests() {
        return requests;
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread thread = new Thread(() -> answer(client), "rude-answer");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt(); // the test is over
        }
    }

    private void answer(Socket socket) {
        try (Socket client = socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            Map<String, String> headers = new HashMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            Request request = new Request(first.split(" ")[1], headers);
            int number;
            synchronized (requests) {
                number = requests.size();
                requests.add(request);
            }
            script.answer(number, request, client.getOutputStream());
        } catch (Exception e) {
            Thread.currentThread().interrupt(); // the client has gone, as in many tests
        }
    }

    /** Status line and headers. */
    static void head(OutputStream out, int status, String... headers) throws IOException {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " x\r\nConnection: close\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        out.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** A well-behaved answer, whole or from the byte asked for on. */
    static void serve(Request request, OutputStream out, byte[] content, String tag) throws IOException {
        int from = request.from();
        boolean changed = !request.header("If-Range").isEmpty()
                && !request.header("If-Range").equals(tag);
        if (from > 0 && !changed) {
            head(
                    out,
                    206,
                    "ETag: " + tag,
                    "Content-Length: " + (content.length - from),
                    "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            out.write(content, from, content.length - from);
        } else {
            head(out, 200, "ETag: " + tag, "Content-Length: " + content.length);
            out.write(content);
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
