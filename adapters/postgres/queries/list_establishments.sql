select code from establishment_codes() as code;
