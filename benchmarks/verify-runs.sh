#!/usr/bin/env bash
# Whole runs of shipped experiments: the same bits for every number of threads, what a run uses without the Vector API and on a newer Java, planned beside
# measured memory, and the time of the real experiment before and after. About 5 minutes, and 4 more for each round with BEFORE.
#
#   benchmarks/verify-runs.sh
#
# BEFORE: a checkout of an older revision; one seed of the few-shot experiment is timed there and here, in turn, ROUNDS (default: 3) times. NEWER_JAVA: home of a JDK newer than 17
# (default: the newest in /usr/lib/jvm). SNN4J_DATA: folder of the data sets; without it the few-shot experiment is left out, which the report says.
# Fails if bits differ, a run does not come to its end, or a plan is off by more than 20 % of the peak.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
unset OMP_NUM_THREADS # the launcher says it
home=$(cd "$here/.." && pwd -P)
smoke=experiments/smoke.yaml
few_shot=experiments/n-mnist/few-shot.yaml
runs=$work/runs
rm -rf "$runs"
begin runs
fact() { python3 "$here/peers/record_run.py" "$@" >>"$results"; }

# run CHECK NAME CHECKOUT ARGUMENT...: a run, recorded with its time or as failed. Environment variables for it go before.
run() {
    local check=$1 name=$2 checkout=$3 folder start
    folder=$runs/$(wc -l <"$results")-$RANDOM
    echo "$check: $name" >&2
    start=$EPOCHREALTIME
    if (cd "$checkout" && ./snn run "${@:4}" --runs "$folder" >"$work/run.log" 2>&1); then
        fact run "$check" "$name" "$folder" "$start" "$EPOCHREALTIME"
    else
        cat "$work/run.log" >&2
        fact failed "$check" "$name"
    fi
}

# memory NAME FILE VARIANT
memory() {
    echo "memory: $1" >&2
    if ! { (cd "$home" && ./snn show --full "$2" >"$work/show.txt" && ./snn bench "$2" --variant "$3" --json >"$work/bench.json") &&
        fact memory "$1" "$3" "$work/show.txt" "$work/bench.json"; } 2>"$work/run.log"; then
        cat "$work/run.log" >&2
        fact failed memory "$1, $3"
    fi
}

newest_java() {
    local release major best=17
    for release in /usr/lib/jvm/*/release; do
        major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$release" 2>/dev/null || true)
        if ((${major:-0} > best)); then
            best=$major
            dirname "$release"
        fi
    done | tail -n 1
}

(cd "$home" && ./snn list neuron >/dev/null) # builds what is missing
for count in 1 2 4; do run "bits, $smoke, single precision" "--threads $count" "$home" $smoke --threads $count; done
for count in 1 2 4; do
    run "bits, $smoke, double precision, 2 epochs" "--threads $count" "$home" $smoke --threads $count --set training.precision=double --set training.epochs=2
done
# Enough channels for tiles, which the small network has not.
if [[ -n ${SNN4J_DATA-} ]]; then
    for count in 1 2 4; do
        run "bits, $few_shot, tmkt 10 percent, seed 1, 1 epoch" "--threads $count" "$home" $few_shot --variant "tmkt 10 percent" --seed 1 --threads $count --set training.epochs=1
    done
fi
SNN_VECTOR=off run "uses, $smoke" "SNN_VECTOR=off" "$home" $smoke
newer=${NEWER_JAVA-$(newest_java)}
if [[ -n $newer ]]; then JAVA_HOME=$newer run "uses, $smoke" "a newer JDK" "$home" $smoke; else fact absent "uses, $smoke" "a JDK newer than 17 is not installed"; fi
memory "$smoke" $smoke event-only
memory "$smoke" $smoke tmkt
variants=("event-only 10 percent" "tmkt 10 percent")
if [[ -n ${SNN4J_DATA-} ]]; then
    for variant in "${variants[@]}"; do memory "$few_shot" $few_shot "$variant"; done
    if [[ -n ${BEFORE-} ]]; then
        old=$(git -C "$BEFORE" describe --always --dirty)
        (cd "$BEFORE" && ./snn list neuron >/dev/null)
        for variant in "${variants[@]}"; do
            for ((round = 1; round <= ${ROUNDS:-3}; round++)); do
                run "time, $few_shot, $variant, seed 1" "$old" "$BEFORE" $few_shot --variant "$variant" --seed 1
                run "time, $few_shot, $variant, seed 1" "$(revision)" "$home" $few_shot --variant "$variant" --seed 1
            done
        done
    else
        fact absent "time, $few_shot" "no older checkout was given (BEFORE)"
    fi
else
    fact absent "$few_shot" "its recordings were not given (SNN4J_DATA)"
fi
report report_runs.py runs
if grep -q FAILED "$work/runs.txt"; then exit 1; fi
