"""Invented decisions of orientation as ViaTrajectoire hands them out: FHIR around a CDA document."""
import base64

CDA = """<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:sdo="urn:cnsaSDO">
  <templateId root="1.2.250.1.213.1.1.1.4.8"/>
  <recordTarget><patientRole>
    <id root="1.2.250.1.213.7.14" extension="VT-{number}"/>
    <sdo:idMDPHResponsable root="1.2.250.1.213.7.6" extension="{mdph}"/>
    <patient><name><family>{family_name}</family><given>{given_name}</given></name><birthTime value="19840517"/></patient>
  </patientRole></recordTarget>
  <component><structuredBody><component><section><sdo:decision>
    <sdo:typeDeDecision code="1" displayName="Attribution"/>
    <sdo:droitPrestation><sdo:typeDroitOuPrestation code="{right}"/>
      <sdo:dateOuvertureDuDroit value="20260101"/><sdo:dateEcheanceDuDroit value="20310101"/></sdo:droitPrestation>
  </sdo:decision></section></component></structuredBody></component>
</ClinicalDocument>"""


def decision(number, family_name="Soulier", given_name="Camille", mdph="12-AVEYRON", right="11.2", updated=None):
    document = CDA.format(number=number, family_name=family_name, given_name=given_name, mdph=mdph, right=right)
    resource = {
        "resourceType": "DocumentReference", "status": "current",
        "identifier": [{"use": "usual", "value": f"D-{number}"}, {"use": "official", "value": f"N-{number}"}],
        "type": {"coding": [{"system": "http://loinc.org", "code": "57830-2"}]},
        "content": [{"attachment": {"title": "Individu et décision", "contentType": "text/xml",
                                    "data": base64.b64encode(document.encode()).decode()}}]}
    return resource | ({"meta": {"lastUpdated": updated}} if updated else {})


def bundle(*resources):
    return {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": each} for each in resources]}
