select code from establishment order by code;
