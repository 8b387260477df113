package org.snn4j.eval.golden.events;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.snn4j.data.event.EventColumns;
import org.snn4j.data.format.ByteSource;
import org.snn4j.data.format.EventReader;
import org.snn4j.data.format.ReadSettings;
import org.snn4j.data.format.aedat.Aedat2Format;
import org.snn4j.data.format.aedat.Aedat31Format;
import org.snn4j.data.format.atis.AtisFormat;
import org.snn4j.eval.golden.GoldenAssert;
import org.snn4j.eval.golden.GoldenCase;
import org.snn4j.eval.golden.GoldenVerifier;

/** File bytes and the events that the published readers make of them. */
public final class DecodingVerifier implements GoldenVerifier {
    private static final ReadSettings AS_RECORDED = ReadSettings.DEFAULTS.withOrder(ReadSettings.Order.AS_RECORDED);

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
        ByteSource bytes =
                ByteSource.of(Path.of(golden.name()), golden.array("in_bytes").data());
        ByteSource again =
                ByteSource.of(Path.of(golden.name()), golden.array("in_bytes").data());
        if (golden.name().startsWith("atis_")) {
            verify(golden, "out_sj_", new AtisFormat().open(bytes, AS_RECORDED));
            verify(golden, "out_tonic_", new AtisFormat.Marked().open(again, AS_RECORDED));
        } else if (golden.name().startsWith("aedat2_")) {
            verify(golden, "out_sj_", new Aedat2Format(Aedat2Format.Layout.DVS128).open(bytes, AS_RECORDED));
        } else {
            verify(golden, "out_", new Aedat31Format().open(bytes, AS_RECORDED));
        }
    }

    private static void verify(GoldenCase golden, String prefix, EventReader reader) throws IOException {
        EventColumns events = new EventColumns(0);
        while (reader.read(events, Integer.MAX_VALUE) > 0) {}
        GoldenAssert.exact(golden, prefix + "x", column(events, events::x));
        GoldenAssert.exact(golden, prefix + "y", column(events, events::y));
        GoldenAssert.exact(golden, prefix + "p", column(events, events::polarity));
        GoldenAssert.exact(golden, prefix + "t", column(events, events::time));
    }

    private static long[] column(EventColumns events, IntToLongFunction value) {
        return IntStream.range(0, events.size()).mapToLong(value).toArray();
    }
}
