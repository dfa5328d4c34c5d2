select recover_abandoned();
