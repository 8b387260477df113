#!/usr/bin/env bash
# Whether Java's compiler keeps the vectors of the kernels in registers. Where it loses the type of one, it calls a method and puts vectors on the heap: results are the same, the method
# takes longer. That depends on what a process happened to see before it compiled, so several processes are asked.
#
#   benchmarks/check-compilation.sh [PROCESSES [NETWORK:BATCH ...]]        default: 5 vgg:4 small:32; a quarter of a minute each
#
# Fails if any vector operation of a kernel, or a method that takes or gives vectors, was compiled as a call.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
processes=${1:-5}
cases=("${@:2}")
((${#cases[@]})) || cases=(vgg:4 small:32)
export WARM_UP_SECONDS=1
export SNN_JAVA_OPTS="${SNN_JAVA_OPTS-} -XX:+UnlockDiagnosticVMOptions -XX:CompileCommand=quiet -XX:CompileCommand=PrintInlining,org.snn4j.core.kernel.*::*"

build
# Methods of the kernels that take or give vectors, as patterns: compiled as calls, they too would put them on the heap.
helpers=$(for class in $(unzip -Z1 "$target"/libraries/snn-core-*.jar 'org/snn4j/core/kernel/Vector*.class'); do
    name=${class%.class}
    javap -p -cp "$(echo "$target"/libraries/snn-core-*.jar)" "${name//\//.}" |
        sed -nE "/jdk\.incubator\.vector\.(Float|Int)Vector[ ,)].*\(|\(.*jdk\.incubator\.vector\.(Float|Int)Vector/s/.* ([a-zA-Z0-9]+)\(.*/${name##*/}::\1 /p"
done | sort -u)
[[ -n $helpers ]] || { echo "the kernels' methods of vectors were not found" >&2; exit 1; }
calls=0
for case in "${cases[@]}"; do
    network=${case%%:*}
    prepare "$network"
    for ((process = 1; process <= processes; process++)); do
        java_class TrainingBenchmark "$network" "$work/$network" trained 10 "${case##*:}" 2 0 >"$work/inlining.log"
        vectors=$(grep -c 'VectorSupport::.*(intrinsic)$' "$work/inlining.log" || true)
        failed=$(grep -c 'VectorSupport::.*failed to inline (intrinsic)' "$work/inlining.log" || true)
        # What the second compiler says where it does not inline; the first one's "callee is too large" concerns no final code.
        apart=$(grep -E 'already compiled into|hot method too big|too deep|CutoffNodeCount|size > ' "$work/inlining.log" | grep -cFf <(echo "$helpers") || true)
        echo "$case, process $process: $failed of $vectors vector operations compiled as calls, $apart calls of methods that take or give vectors"
        ((vectors > 0)) || { echo "the compiler's report of its vectors was not found" >&2; exit 1; }
        calls=$((calls + failed + apart))
    done
done
((calls == 0))
