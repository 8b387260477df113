package org.snn4j.eval.golden.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.io.Aedat31File;
import org.snn4j.data.io.AerDat2File;
import org.snn4j.data.io.AtisFile;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** File bytes and the events that the published readers make of them. */
public final class DecodingVerifier implements GoldenVerifier {
    @Override
    public String kind() {
        return "decoding";
    }

    @Override
    public boolean supports(GoldenCase golden) {
        return golden.has("in_bytes");
    }

    @Override
    public void verify(GoldenCase golden) throws IOException {
        byte[] bytes = golden.array("in_bytes").data();
        if (golden.name().startsWith("atis_")) {
            verify(golden, "out_sj_", AtisFile.decode(bytes, AtisFile.Overflow.IGNORED));
            verify(golden, "out_tonic_", AtisFile.decode(bytes, AtisFile.Overflow.MARKED));
        } else if (golden.name().startsWith("aedat2_")) {
            verify(golden, "out_sj_", AerDat2File.decode(bytes, AerDat2File.Layout.UPRIGHT));
        } else {
            verify(golden, "out_", Aedat31File.decode(bytes, Path.of(golden.name())));
        }
    }

    private static void verify(GoldenCase golden, String prefix, EventColumns events) {
        GoldenAssert.exact(golden, prefix + "x", column(events, events::x));
        GoldenAssert.exact(golden, prefix + "y", column(events, events::y));
        GoldenAssert.exact(golden, prefix + "p", column(events, events::polarity));
        GoldenAssert.exact(golden, prefix + "t", column(events, events::time));
    }

    private static long[] column(EventColumns events, IntToLongFunction value) {
        return IntStream.range(0, events.size()).mapToLong(value).toArray();
    }
}
