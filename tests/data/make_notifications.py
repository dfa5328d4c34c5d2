#!/usr/bin/env python3
"""Writes notifications.csv: 500 invented notifications, 26 of them faulty, as a French spreadsheet saves them.

Everybody in it is made up: the telephone numbers are of the ranges kept for fiction, the mail domain is
example.org. Run it from anywhere; the same seed gives the same file.
"""

import datetime
import pathlib
import random
import unicodedata

SEED = 2026
COUNT = 500
RANDOM = random.Random(SEED)

COLUMNS = (
    "nom prenom date_naissance canal recue_le mdph courriel telephone adresse preference numero_decision "
    "numero_decision_national numero_individu_vt valide_du valide_au representant_legal personne_ressource"
).split()

FAMILY_NAMES = """Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre Leroy
Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Mercier Blanc Guérin
Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu
Gautier Masson Marchand Duval Denis Dumont Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet
Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Fabre Lemoine Benali
Traoré Nguyen Diallo Da_Silva Fernandes Haddad Cissé N’Diaye Le_Goff L’Hermitte D’Angelo Saint-Martin Puech Cazals
Galtier Bousquet Combes Rigal Vayssière Calmels Alric""".split()
GIVEN_NAMES = """Camille Dominique Claude Marie Jean Nathalie Éric Isabelle Stéphane Sylvie Christophe Céline Nicolas
Sandrine Laurent Valérie Sébastien Karine David Stéphanie Julien Aurélie Thomas Émilie Kévin Élodie Mickaël Laëtitia
Mohamed Fatima Karim Nadia Youssef Samira Ibrahim Aïcha João Inès Léa Hugo Chloé Lucas Manon Théo Zoé Noémie Raphaël
Anaïs Gaëlle Benoît Hélène Loïc Maëlle Jérôme Béatrice Jean-Pierre Marie-Laure Anne-Sophie Jean-François""".split()
STREETS = """rue_de_la_République avenue_Jean-Jaurès rue_Victor-Hugo boulevard_de_l’Ayrolle rue_du_Mandarous
place_de_l’Église chemin_des_Prades rue_de_la_Gare impasse_des_Lilas allée_des_Tilleuls rue_Pasteur
route_de_Montpellier rue_des_Écoles quai_de_la_Tannerie rue_du_Faubourg cours_Gambetta""".split()
TOWNS = [
    ("12", "12100 Millau"), ("12", "12000 Rodez"), ("12", "12400 Saint-Affrique"), ("12", "12200 Villefranche-de-Rouergue"),
    ("12", "12300 Decazeville"), ("12", "12500 Espalion"), ("48", "48000 Mende"), ("48", "48100 Marvejols"),
    ("46", "46000 Cahors"), ("46", "46100 Figeac"), ("34", "34000 Montpellier"), ("34", "34700 Lodève"),
    ("30", "30000 Nîmes"), ("30", "30120 Le Vigan"), ("81", "81000 Albi"), ("81", "81100 Castres"), ("31", "31000 Toulouse"),
    ("15", "15000 Aurillac"), ("82", "82000 Montauban"), ("11", "11000 Carcassonne"), ("66", "66000 Perpignan"),
    ("09", "09000 Foix"), ("63", "63000 Clermont-Ferrand"), ("01", "01000 Bourg-en-Bresse"), ("2A", "20000 Ajaccio"),
    ("2B", "20200 Bastia"), ("974", "97400 Saint-Denis"),
]
WEIGHTS = [9, 7, 5, 4, 3, 3, 4, 2, 3, 3, 3, 2, 2, 1, 2, 2, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]
RESOURCE_ROLES = ["conseillère Cap emploi", "assistante sociale de secteur", "conseiller de la mission locale",
                  "sœur", "conjoint", "éducateur du SAVS"]


def plain(text):
    letters = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in letters if c.isascii() and (c.isalnum() or c == "-"))


def written(date):
    """Two people keep this file: one writes dates the French way, one as the standard wants."""
    return date.strftime("%d/%m/%Y" if RANDOM.random() < 0.6 else "%Y-%m-%d")


def phone():
    start = RANDOM.choice(["06 39 98", "05 36 49", "04 65 71", "01 99 00"])
    return f"{start} {RANDOM.randrange(100):02d} {RANDOM.randrange(100):02d}"


def person(row):
    row["nom"] = RANDOM.choice(FAMILY_NAMES).replace("_", " ")
    row["prenom"] = RANDOM.choice(GIVEN_NAMES)
    row["date_naissance"] = written(datetime.date(1963, 1, 1) + datetime.timedelta(days=RANDOM.randrange(44 * 365)))
    if RANDOM.random() < 0.7:
        row["courriel"] = f"{plain(row['prenom'])}.{plain(row['nom'])}{RANDOM.randrange(1000)}@example.org"
        row["preference"] = RANDOM.choice(["courriel", "courriel", "courrier", ""])
    if RANDOM.random() < 0.85:
        row["telephone"] = phone()
    department, town = RANDOM.choices(TOWNS, WEIGHTS)[0]
    row["mdph"] = department
    row["adresse"] = f"{RANDOM.randrange(1, 120)} {RANDOM.choice(STREETS).replace('_', ' ')}, {town}"
    if RANDOM.random() < 0.08:
        row["adresse"] = "Résidence \"Les Tilleuls\"\n" + row["adresse"]
    if RANDOM.random() < 0.07:
        row["representant_legal"] = f"UDAF {department}, {RANDOM.choice(GIVEN_NAMES)} {RANDOM.choice(FAMILY_NAMES)}".replace("_", " ")
    if RANDOM.random() < 0.25:
        row["personne_ressource"] = f"{RANDOM.choice(GIVEN_NAMES)} {RANDOM.choice(FAMILY_NAMES)}, {RANDOM.choice(RESOURCE_ROLES)}".replace("_", " ")


def notification(row, number):
    received = datetime.date(2025, 10, 1) + datetime.timedelta(days=RANDOM.randrange(123))
    decided = received - datetime.timedelta(days=RANDOM.randrange(5, 40))
    row["recue_le"] = written(received)
    row["canal"] = RANDOM.choice(["numerique", "numérique", "papier"])
    row["numero_decision"] = f"{decided.year}-{row['mdph']}-{RANDOM.randrange(1000, 99999):05d}"
    if not row["canal"].startswith("pap") or RANDOM.random() < 0.3:
        row["numero_decision_national"] = f"{row['mdph']:0>3}{decided:%y%m}{number:07d}"
        row["numero_individu_vt"] = str(RANDOM.randrange(100000, 9999999))
    if RANDOM.random() < 0.8:
        row["valide_du"] = written(decided)
        row["valide_au"] = written(decided.replace(year=decided.year + RANDOM.choice([1, 2, 3, 5]), day=1))


def make_row(number):
    row = dict.fromkeys(COLUMNS, "")
    person(row)
    notification(row, number)
    return row


def repeat(original, **changes):
    """A second line for the same notification, as when two colleagues note it."""
    row = dict(original)
    row.update(changes)
    return row


def faults(rows):
    """(position, changes to the row there). Every fault is a different one."""
    changes = [
        {"nom": ""}, {"prenom": ""}, {"date_naissance": ""}, {"canal": ""}, {"recue_le": ""}, {"mdph": ""},
        {"date_naissance": "31/02/1985"}, {"date_naissance": "12/05/2031"}, {"date_naissance": "12 mars 1988"},
        {"canal": "fax"}, {"recue_le": "2026-02-15"}, {"recue_le": "2025-13-04"},
        {"mdph": "20"}, {"mdph": "99"}, {"mdph": "Aveyron"},
        {"courriel": "camille.puech(at)example.org"}, {"courriel": "a.rigal@example.org, b.rigal@example.org"},
        {"courriel": "", "preference": "courriel"}, {"preference": "SMS"},
        {"valide_du": "2026-01-05", "valide_au": "2025-01-05"},
        {"personne_ressource": "Madame Combes, " + "qui connaît bien la situation et " * 8},
        {"prenom": "", "mdph": "00", "courriel": "sans-arobase"},
    ]
    return [(12 + 19 * i, change) for i, change in enumerate(changes)]


def cell(value):
    return '"' + value.replace('"', '""') + '"' if any(c in value for c in ';"\n') else value


def main():
    rows = [make_row(number) for number in range(1, COUNT + 1)]
    for position, change in faults(rows):
        rows[position].update(change)
    rows[430] = repeat(rows[20], prenom="Andréa", date_naissance="04/07/1990", numero_decision_national="0122510DOUBLON")
    rows[25]["numero_decision_national"] = "0122510DOUBLON"
    rows[445] = repeat(rows[33], nom=rows[33]["nom"].upper(), numero_decision_national="")
    lines = [";".join(cell(row[column]) for column in COLUMNS) for row in rows]
    lines[455] = lines[455] + ";une cellule de trop"
    lines = [";".join(COLUMNS)] + lines
    lines[471] = lines[471].replace(rows[470]["nom"], 'dit "Nono" ' + rows[470]["nom"], 1)
    text = "\r\n".join(lines) + "\r\n"
    target = pathlib.Path(__file__).with_name("notifications.csv")
    target.write_bytes(b"\xef\xbb\xbf" + text.encode("utf-8"))


if __name__ == "__main__":
    main()
