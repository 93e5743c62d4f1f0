/**
 * One log event as a query sees it. Members beside those named here are fields of their own, such as a host knows without reading the
 * message; they come before what the message itself holds.
 */
export interface LogRecord {
  readonly '@message': string
  /** Milliseconds since 1970; null where nothing tells it, absent where the run's source is asked for it (`QuerySource.timeOf`). */
  readonly '@timestamp'?: number | null
  /** Milliseconds since 1970. */
  readonly '@ingestionTime'?: number
  readonly '@logStream'?: string
  /** "123456789012:/aws/apigateway/orders". */
  readonly '@log'?: string
  readonly [field: string]: unknown
}
