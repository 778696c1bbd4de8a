# both_hosts.sh OUTLIVE CLANG PLUGIN INCLUDE FILE.go...: what `check -m` says of each program through libclang, the plugin says
# inside clang of the same lowered C. The plugin knows no names of Go files and no Go columns, so lines and texts are compared.
set -u
outlive=$1 clang=$2 plugin=$3 include=$4
shift 4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0
only_lines() { sed -E 's/^[^:]*:([0-9]+):[0-9]+:/\1:/' | sort -n; }
for program; do
    for model in precise gc; do
        "$outlive" check -m -model=$model "$program" 2>&1 | only_lines >"$scratch/libclang"
        "$outlive" lower -storage=stack -line -o "$scratch/lowered.c" "$program" || status=1
        "$clang" -fplugin="$plugin" -fplugin-arg-outlive-m -fplugin-arg-outlive-model=$model -std=gnu17 -fwrapv -w -I "$include" \
            -fsyntax-only "$scratch/lowered.c" 2>&1 | only_lines >"$scratch/clang"
        diff "$scratch/libclang" "$scratch/clang" || { echo "$program, model $model: the hosts differ"; status=1; }
    done
done
exit $status
