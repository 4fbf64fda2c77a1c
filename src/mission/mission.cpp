namespace kontor::mission {}
