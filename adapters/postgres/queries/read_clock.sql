select mode = 'manual', epoch_us(jalon_now()) from clock;
