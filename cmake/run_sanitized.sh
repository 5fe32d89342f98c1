#!/bin/sh
# run_sanitized.sh PROBE COMMAND...: runs COMMAND, or reports it as skipped (77) where the kernel lets the sanitizer run nothing.
probe=$1
shift
if ! why=$("$probe" 2>&1); then
  echo "skipped: the sanitizer does not run on this kernel: $(echo "$why" | head -n 3 | tr '\n' ' ')"
  exit 77
fi
exec "$@"
