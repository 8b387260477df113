#!/usr/bin/env bash
# What a training step of VGG-SNN costs against its spike rate and against T, in SNN4J and in SpikingJelly.
#
#   benchmarks/compare-costs.sh [REPETITIONS [BATCH]]        default: 3 4
#
# RATES (default: 0.02 0.05 0.1 0.2 0.4 0.8): the batch-norm biases of a trained network are moved until every layer fires at that rate in a training
# pass; the learning rate is 0, so that it stays. "dense" is our own step with every convolution by ND4J's dense operation.
# STEPS (default: 4 8 16 32): T. SpikingJelly runs in CONFIGURATIONS (default: eager; each T costs minutes of compiling).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
repetitions=${1:-3}
batch=${2:-4}
network=vgg
read -ra rates <<<"${RATES-0.02 0.05 0.1 0.2 0.4 0.8}"
read -ra steps <<<"${STEPS-4 8 16 32}"
read -ra configurations <<<"${CONFIGURATIONS:-eager}"

install_peers
build
prepare $network
results=$work/costs.jsonl
: >"$results"

# measure CASE STATE T
measure() {
    echo "$1" >&2
    local arguments=("$network" "$work/$network" "$2" "$3" "$batch" "$repetitions" 0)
    java_class TrainingBenchmark "${arguments[@]}" | record "$results" "$1"
    if [[ $1 == rate* ]]; then
        SNN_JAVA_OPTS="${SNN_JAVA_OPTS-} -Dsnn4j.convolutions=dense" java_class TrainingBenchmark "${arguments[@]}" |
            sed 's/"configuration":"[^"]*"/"configuration":"dense"/' | record "$results" "$1"
    fi
    local configuration
    for configuration in "${configurations[@]}"; do
        peer spikingjelly_training.py "${arguments[@]}" "$threads" "$configuration" | record "$results" "$1"
    done
}

for rate in "${rates[@]}"; do
    if [[ ! -f $work/$network/rate-$rate.json ]]; then
        echo "setting rate $rate ..." >&2
        java_class SetRates $network "$work/$network" 10 "$batch" "$rate"
    fi
    measure "rate $rate" "rate-$rate" 10
done
for t in "${steps[@]}"; do
    measure "T $t" trained "$t"
done
report report_costs.py costs "$network, batch $batch"
