/** Milliseconds since the start of the run or of the gateway; may have a fraction. */
export type Millis = number
