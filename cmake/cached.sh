#!/bin/sh
# Compiles the precompiled header by way of ccache, which would take one left from an earlier build for a header that
# is read, and then find nothing: it goes first.
for argument in "$@"; do
  [ "$argument" = c++-header ] && rm -f CMakeFiles/jalon_headers.dir/cmake_pch.hxx.gch
done
exec ccache "$@"
