/** The only two channels between the window and the main process. */
export const CALL_CHANNEL = 'gatewright:call'
export const EVENT_CHANNEL = 'gatewright:event'
