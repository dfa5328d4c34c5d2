// Where reports go by themselves: the options of the national system (SI-SDO).
#pragma once
#include <CLI/CLI.hpp>
#include <memory>

#include "adapters/via_trajectoire/sdo_transmitter.hpp"

namespace jalon::commands {

void add_sdo_options(CLI::App& verb, via_trajectoire::SdoSettings& settings);

// Null without an endpoint: reports are then a person's. Throws CommandFailed when options are missing.
std::unique_ptr<via_trajectoire::SdoTransmitter> make_transmitter(
    via_trajectoire::SdoSettings const& settings);

}  // namespace jalon::commands
