#pragma once

#include <chrono>
#include <string>

namespace jalon::via_trajectoire {

/// Where the national system is and how one is known there (« SI-SDO – Authentification »): mutual TLS with
/// the certificate of the legal entity, and an access token of OAuth2 client credentials.
struct SdoSettings {
  std::string endpoint;  // the FHIR base, https://…; reports go to …/Task. Empty: reports are a person's
  std::string token_endpoint;  // https://…
  std::string client_id, client_secret;
  std::string certificate, key;  // PEM files of the client
  std::string authority;         // a PEM file of trusted certificates; empty: those of the system
  // How long nothing may move, in each phase. They are looked at once a second.
  std::chrono::milliseconds connecting{std::chrono::seconds{15}};  // TCP and TLS
  std::chrono::milliseconds sending{std::chrono::seconds{30}};     // the request, until it is out
  std::chrono::milliseconds answer{std::chrono::seconds{60}};      // until the whole answer is there
};

}  // namespace jalon::via_trajectoire
