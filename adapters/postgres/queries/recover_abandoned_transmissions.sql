select recover_abandoned_transmissions();
