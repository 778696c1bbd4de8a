# compile_decided.sh OUTLIVE INCLUDE CC CLANG FILE.go...: the C that each program becomes has nothing to warn about.
set -u
outlive=$1 include=$2 cc=$3 clang=$4
shift 4
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
status=0
for program; do
    for lang in go1.21 go1.22; do
        "$outlive" lower -lang=$lang -o "$scratch/lowered.c" "$program" || status=1
        for compiler in "$cc" "$clang"; do
            "$compiler" -std=gnu17 -fwrapv -fno-strict-aliasing -Wall -Wextra -Werror -I "$include" -fsyntax-only \
                "$scratch/lowered.c" || { echo "$program, $lang"; status=1; }
        done
    done
done
exit $status
