import type { FieldsOfText } from '../discover/message-fields'

/** What a host knows of its messages that the language does not. */
export interface QuerySource {
  /** The instant a message tells, in milliseconds since 1970; asked for of records without `@timestamp`, and only when it counts. */
  readonly timeOf?: (message: string) => number | null
  /** Fields of messages that are no JSON. */
  readonly fieldsOfText?: FieldsOfText
  /** Messages are parts of something larger that should not be kept in memory because of a few of them. */
  readonly areMessagesSlices?: boolean
}
