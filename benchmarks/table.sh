#!/usr/bin/env bash
# How long `snn table` takes for many finished runs, with made-up numbers. Give it an idle machine; half a minute.
#
#   benchmarks/table.sh [VARIANTS [SEEDS]]      (default: 200 variants with 5 seeds, so 1,000 runs)
#
# The runs are written once, below target/compare; the files are then in memory, as after a matrix. ROUNDS (default: 5): each is a process of its own.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
home=$(cd "$here/.." && pwd -P)
variants=${1:-200}
seeds=${2:-5}
folder=$work/table-$variants-$seeds
if [[ ! -f $folder/written ]]; then
    build
    rm -rf "$folder"
    java_main org.snn4j.benchmarks.FinishedRuns "$folder" "$variants" "$seeds"
    touch "$folder/written"
fi
(cd "$home" && ./snn list neuron >/dev/null) # builds what is missing
for ((round = 1; round <= ${ROUNDS:-5}; round++)); do
    start=$EPOCHREALTIME
    "$home/snn" table "$folder/many.yaml" --runs "$folder/runs" >"$work/table.txt"
    end=$EPOCHREALTIME
    printf 'snn table, %d runs: %.2f s\n' "$((variants * seeds))" "$(((${end/[.,]/} - ${start/[.,]/}) / 10000))e-2"
done
