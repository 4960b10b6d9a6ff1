#!/bin/sh
# Checks what lies beside it with sh, sha256sum, sed, cut, cmp and awk alone.
set -eu
cd "$(dirname "$0")"

fail() {
    echo "WRONG: $*" >&2
    exit 1
}
value() { sed -n "s/^$2: //p" "$1"; }
sum() { sha256sum < "$1" | cut -d ' ' -f 1; }
same() { [ "$2" = "$3" ] || fail "$1: $2, but the seal says $3"; }

# 1. Nothing here was changed since it was packed.
sha256sum --check --quiet SHA256SUMS || fail "a file is not what SHA256SUMS says"
if [ -f reports/SHA256SUMS ]; then
    (cd reports && sha256sum --check --quiet SHA256SUMS) || fail "a report is not what it was when it was written"
fi

# 2. Each seal names the one before.
previous=0000000000000000000000000000000000000000000000000000000000000000
for seal in seals/seal-*.txt; do
    [ "$(value "$seal" previous)" = "$previous" ] || fail "$seal is not chained to the seal before"
    previous=$(sum "$seal")
done

# 3. The last one, that of this run, says what lies here.
same "entries.txt" "$(sum entries.txt)" "$(value "$seal" entries-sha256)"
same "number of entries" "$(awk 'END { print NR }' entries.txt)" "$(value "$seal" entries)"
[ "$(awk -F '\t' '{ total[$10] += $11 } END { for (c in total) printf "sum-%s: %.0f\n", c, total[c] }' entries.txt | sort)" \
    = "$(sed -n '/^sum-/p' "$seal" | sort)" ] || fail "the sums of entries.txt are not those of the seal"
for part in run control-totals files operations closings; do
    same "$part.txt" "$(sum "$part.txt")" "$(value "$seal" "$part-sha256")"
done
same "edition.txt" "$(sum edition.txt)" "$(value "$seal" edition)"
same "edition-source.yml" "$(sum edition-source.yml)" "$(value "$seal" edition-source-sha256)"
[ "$(sum job.yml)" = "$(cut -f 4 run.txt)" ] || fail "job.yml is not what the run was registered with"
[ "$(cut -f 1,6 files.txt)" = "$(cut -f 1,2 input-files.txt)" ] || fail "input-files.txt names other hashes than files.txt"

# 4. Each affiliate's address has the hash that the entries name.
while IFS="$(printf '\t')" read -r number hash address; do
    case $address in *\\*) continue ;; esac # written with doubled backslashes here
    [ "$(printf %s "$address" | sha256sum | cut -d ' ' -f 1)" = "$hash" ] || fail "affiliate $number is not $address"
done < affiliates.txt
[ "$(cut -f 8,9 entries.txt | sort -u)" = "$(cut -f 1,2 affiliates.txt | sort -u)" ] ||
    fail "affiliates.txt is not about the affiliates of entries.txt"

echo "Everything holds. Seal $(value "$seal" seal) of run $(value "$seal" run) has the hash"
echo "$previous"
echo "which must be the one that was known outside the database: seals.txt, or a printed report."
