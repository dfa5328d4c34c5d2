#pragma once

#include <sodium.h>

#include <map>
#include <string>

#include "engine/json/json.hpp"

namespace jalon::kit {

// An invented decision as ViaTrajectoire hands it out, in which a test replaces what it is about.
struct DecisionSample {
  std::string type = "1", right = "11.2", opens = "20260115", expires = "20310114";
  std::string mdph = "12-AVEYRON", birth = "19840517", extra, before_root;

  std::string xml() const {
    return before_root +
           R"(<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdo="urn:cnsaSDO">
  <templateId root="1.2.250.1.213.1.1.1.4.8"/>
  <recordTarget><patientRole>
    <id root="1.2.250.1.213.1.4.8" extension="284051209900123"/>
    <id root="1.2.250.1.213.7.14" extension="VT-4711"/>
    <addr><streetAddressLine>3 rue du Beffroi</streetAddressLine>
      <postalCode>12100</postalCode><city>Millau</city></addr>
    <telecom value="tel:0565000001"/><telecom value="tel:0600000002" use="MC"/>
    <telecom value="mailto:camille@personne.example"/>
    <sdo:idMDPHResponsable root="1.2.250.1.213.7.6" extension=")" +
           mdph + R"("/>
    <patient><name>
        <family qualifier="BR">Roux</family><family qualifier="CL">Soulier</family>
        <given>Camille Anne</given><given qualifier="CL">Camille</given></name>
      <birthTime value=")" +
           birth + R"("/>
      <guardian><code displayName="Curatelle"/>
        <guardianPerson><name><family>Roux</family><given>Flore</given></name></guardianPerson></guardian>
    </patient></patientRole></recordTarget>
  <component><structuredBody><component><section><sdo:decision>
    <sdo:typeDeDecision code=")" +
           type + R"(" displayName="Décision d'essai"/>
    <sdo:droitPrestation><sdo:typeDroitOuPrestation code="12"/></sdo:droitPrestation>
    <sdo:droitPrestation><sdo:typeDroitOuPrestation code=")" +
           right + R"("/>
      <sdo:dateOuvertureDuDroit value=")" +
           opens + R"("/><sdo:dateEcheanceDuDroit value=")" + expires + R"("/></sdo:droitPrestation>
  </sdo:decision></section></component>)" +
           extra + R"(</structuredBody></component></ClinicalDocument>)";
  }

  Json resource(std::string const& number = "1") const {
    std::string const document = xml();
    std::string data(sodium_base64_ENCODED_LEN(document.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(data.data(), data.size(), reinterpret_cast<unsigned char const*>(document.data()),
                      document.size(), sodium_base64_VARIANT_ORIGINAL);
    data.pop_back();  // the NUL
    return {{"resourceType", "DocumentReference"},
            {"meta", {{"lastUpdated", "2026-02-27T23:30:00Z"}}},
            {"identifier",
             {{{"use", "usual"}, {"value", "D-" + number}}, {{"use", "official"}, {"value", "N-" + number}}}},
            {"status", "current"},
            {"type", {{"coding", {{{"system", "http://loinc.org"}, {"code", "57830-2"}}}}}},
            {"content", {{{"attachment", {{"title", "Décision"}, {"data", data}}}}}}};
  }
};

}  // namespace jalon::kit
