// The precompiled header (cmake/jalon.cmake) belongs to a target, and a target has a file.
