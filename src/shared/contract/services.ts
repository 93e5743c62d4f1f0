/** Services that have a stand-in on this computer, as URIs of integrations name them. */
export const LOCAL_SERVICES = ['appconfig', 'dynamodb', 'events', 'kinesis', 's3', 'sns', 'sqs', 'states'] as const
export type LocalServiceName = (typeof LOCAL_SERVICES)[number]

/** One call of an AWS service that the local gateway made: what a stand-in on this computer recorded of it. */
export interface ServiceRecord {
  /** "sqs", "dynamodb", as in the URI of the integration. */
  readonly service: string
  /** The queue, topic, table or object: "orders", "order-archive/2026/a.json". Empty when the request named none. */
  readonly resource: string
  /** "SendMessage". Empty when the request named none. */
  readonly action: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Of the request to the API that led to it. */
  readonly requestId: string
  /** How it ended, in a few words: "message 5f0c1f6e-...", "ValidationException: ...". */
  readonly summary: string
  /** What was handed over, cut at `RECORDED_BODY_LIMIT`. */
  readonly body: string
}

/** Characters of a body that a record keeps at most. */
export const RECORDED_BODY_LIMIT = 8 * 1024

/** Records of one service that are kept at most; the oldest go first. */
export const MOST_RECORDS = 200
