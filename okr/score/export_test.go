package score

// Read is a reading without context and history, by a number of workers.
var Read = read
