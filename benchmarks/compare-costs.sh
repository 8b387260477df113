#!/usr/bin/env bash
# What a training step of VGG-SNN costs against its spike rate and against T, in SNN4J and in SpikingJelly.
#
#   benchmarks/compare-costs.sh [ROUNDS [REPETITIONS [BATCH]]]        default: 3 2 4; about 6 minutes a round
#
# A round is all cases in turn, each in a fresh process. The report judges whether the cost falls with the rate, stays below the dense path, is linear in T.
# RATES (default: 0.02 0.05 0.1 0.2 0.4): the batch-norm biases of a trained network are moved until every layer fires at that rate in a training
# pass; the learning rate is 0, so that it stays. Our own step with every convolution by ND4J's dense operation ("dense") and SpikingJelly's do the same
# work at any rate: a round has them once, beside the rate in the middle.
# STEPS (default: 4 8 16 32): T. SpikingJelly runs in CONFIGURATIONS (default: eager; each T costs minutes of compiling).
# WARM_UP_SECONDS, MEASURED_SECONDS (default: 4 and 2).
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
rounds=${1:-3}
repetitions=${2:-2}
batch=${3:-4}
network=vgg
read -ra rates <<<"${RATES-0.02 0.05 0.1 0.2 0.4}"
read -ra steps <<<"${STEPS-4 8 16 32}"
read -ra configurations <<<"${CONFIGURATIONS:-eager}"
export WARM_UP_SECONDS=${WARM_UP_SECONDS:-4}
export MEASURED_SECONDS=${MEASURED_SECONDS:-2}

install_peers
build
prepare $network
begin costs
for rate in "${rates[@]}"; do
    if [[ ! -f $work/$network/rate-$rate.json ]]; then
        echo "setting rate $rate ..." >&2
        java_class SetRates $network "$work/$network" 10 "$batch" "$rate"
    fi
done

# ours CASE STATE T
ours() {
    java_class TrainingBenchmark $network "$work/$network" "$2" "$3" "$batch" "$repetitions" 0 | record "$results" "$1"
}

# dense CASE STATE T: ours by dense operations.
dense() {
    SNN_JAVA_OPTS="${SNN_JAVA_OPTS-} -Dsnn4j.convolutions=dense" \
        java_class TrainingBenchmark $network "$work/$network" "$2" "$3" "$batch" "$repetitions" 0 |
        sed 's/"configuration":"[^"]*"/"configuration":"dense"/' | record "$results" "$1"
}

# theirs CASE STATE T
theirs() {
    local configuration
    for configuration in "${configurations[@]}"; do
        peer spikingjelly_training.py $network "$work/$network" "$2" "$3" "$batch" "$repetitions" 0 "$threads" "$configuration" |
            record "$results" "$1"
    done
}

for ((round = 1; round <= rounds; round++)); do
    for ((k = 0; k < ${#rates[@]}; k++)); do
        i=$((round % 2 ? k : ${#rates[@]} - 1 - k)) # there and back: what changes with the hour falls on all rates
        rate=${rates[i]}
        echo "round $round of $rounds: rate $rate" >&2
        ours "rate $rate" "rate-$rate" 10
        if ((i == ${#rates[@]} / 2)); then
            dense "rate $rate" "rate-$rate" 10
            theirs "rate $rate" "rate-$rate" 10
        fi
    done
    for t in "${steps[@]}"; do
        echo "round $round of $rounds: T $t" >&2
        ours "T $t" trained "$t"
        theirs "T $t" trained "$t"
    done
done
report report_costs.py costs "$network, batch $batch"
