package org.snn4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.snn4j.core.config.Catalogue;
import org.snn4j.core.inject.Plugins;

class ListCommandTest {
    private final Program program = new Program();

    @Test
    void everySlotIsListedWithItsNames() {
        assertThat(program.run("list")).isZero();
        assertThat(program.out())
                .contains("neuron: adaptive-lif (reconstruction), current-lif, decay-lif, if, lif,")
                .contains("mixing: ", "objectives: ", "surrogate: ", "data: ", "network: ");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void slotShowsParametersDefaultsAndReference() {
        assertThat(program.run("list", "optimizer")).isZero();
        assertThat(program.out()).contains("adamw", "weight-decay: 0.01  (number)", "after ");
    }

    @Test
    void reconstructionIsMarkedAndWhatIsNoneIsNot() {
        assertThat(program.run("list", "mixing")).isZero();
        assertThat(program.out().lines()).contains("time-step-mixup  (reconstruction)", "sliding-replacement", "none");
    }

    @Test
    void dataSetsShowTheirCardAndNoLicenceThatNobodyVerified() {
        assertThat(program.run("list", "data")).isZero();
        assertThat(program.out())
                .contains("licence: CC BY-SA 4.0 (https://www.garrickorchard.com/datasets/n-mnist)")
                .contains("licence: not verified: see")
                .contains("cite: Li, Liu, Ji, Li, Shi");
    }

    @Test
    void unknownSlotIsWrongUsageAndTheKnownOnesAreNamed() {
        assertThat(program.run("list", "neurons")).isEqualTo(2);
        assertThat(program.err()).contains("unknown slot 'neurons'", "neuron, objectives");
    }

    @Test
    void jsonSaysWhatFramesMean() throws IOException {
        assertThat(program.run("list", "event-encoder", "--json")).isZero();
        JsonNode encoders = new ObjectMapper().readTree(program.out()).get("event-encoder");
        assertThat(encoders)
                .allSatisfy(encoder -> assertThat(encoder.get("contract").size())
                        .as(encoder.get("name").textValue())
                        .isEqualTo(7));
        JsonNode voxels = StreamSupport.stream(encoders.spliterator(), false)
                .filter(encoder -> encoder.get("name").textValue().equals("voxel-grid"))
                .findFirst()
                .orElseThrow();
        assertThat(voxels.get("contract").get("axes").textValue()).isEqualTo("[T, C, H, W]");
        assertThat(voxels.get("contract").get("channels").textValue()).isEqualTo("signed");
        assertThat(voxels.get("contract").get("sum").textValue()).isEqualTo("on-minus-off");
        assertThat(voxels.get("contract").get("lowest").textValue()).isEqualTo("unbounded");
        assertThat(voxels.get("parameters").get(0).get("default").textValue()).isEqualTo("10");
    }

    @Test
    void mixingsAndTransformsSayWhatTheirLabelsFollowAndWhetherTheyDraw() {
        assertThat(program.run("list", "sample-mixing")).isZero();
        assertThat(program.out()).contains("promises label area", "promises label events", "promises label weight");
        assertThat(program.run("list", "event-transforms", "--json")).isZero();
        assertThat(program.out()).contains("\"random\" : true", "\"random\" : false");
    }

    @Test
    void everyComponentCarriesAReference() {
        Catalogue catalogue = Plugins.load().catalogue();
        assertThat(catalogue.slots().values())
                .flatExtracting(slot -> catalogue.components(slot).values())
                .allSatisfy(component -> assertThat(component.reference()).isPresent());
    }
}
