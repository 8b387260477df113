package org.snn4j.data.fetch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.snn4j.core.Check;

/** Opens addresses and follows redirects itself: never from https to http, at most {@value #REDIRECTS}. */
final class Transport {
    private static final int REDIRECTS = 10;

    private final FetchSettings settings;

    Transport(FetchSettings settings) {
        this.settings = Check.notNull(settings, "settings");
    }

    /**
     * The answer to a request for a file from a byte on.
     *
     * @param from first byte wanted
     * @param validator what the part that is there was marked with; empty for none
     */
    HttpURLConnection open(URI address, long from, String validator) throws IOException {
        URI current = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpURLConnection connection = request(current, from, validator);
            int status = status(connection, current);
            if (status / 100 != 3 || status == HttpURLConnection.HTTP_NOT_MODIFIED) {
                return connection;
            }
            URI next = next(current, connection.getHeaderField("Location"));
            connection.disconnect();
            current = next;
        }
        throw FetchException.lasting(address, "more than " + REDIRECTS + " redirects", "the file");
    }

    private HttpURLConnection request(URI address, long from, String validator) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout(Math.toIntExact(settings.connect().toMillis()));
        connection.setReadTimeout(Math.toIntExact(settings.stall().toMillis()));
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
            if (!validator.isEmpty()) {
                connection.setRequestProperty("If-Range", validator);
            }
        }
        return connection;
    }

    private static int status(HttpURLConnection connection, URI address) throws IOException {
        try {
            int status = connection.getResponseCode();
            if (status < 0) {
                throw FetchException.passing(address, "no HTTP answer", "one", null);
            }
            return status;
        } catch (FetchException e) {
            throw e;
        } catch (IOException e) {
            throw FetchException.passing(address, "no answer (" + e.getMessage() + ")", "one", e);
        }
    }

    /** Where a redirect leads; never from https to http. */
    static URI next(URI current, String location) throws FetchException {
        if (location == null) {
            throw FetchException.lasting(current, "a redirect to nowhere", "a header Location");
        }
        URI next;
        try {
            next = requireWeb(current.resolve(new URI(location)));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw FetchException.lasting(current, "a redirect to '" + location + "'", "a web address");
        }
        if (scheme(current).equals("https") && !scheme(next).equals("https")) {
            throw FetchException.lasting(current, "a redirect to '" + next + "'", "an address with encryption, https");
        }
        return next;
    }

    /** @throws IllegalArgumentException if this is not an address of the web */
    static URI requireWeb(URI address) {
        if (!scheme(address).matches("https?") || address.getHost() == null) {
            throw new IllegalArgumentException("address is '" + address + "', must begin with https:// or http://");
        }
        return address;
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }
}
