import type { HeaderList } from '../../engine/mapping/header-list'

/** What an integration or an authorizer was asked and what it said, for the execution log. */
export interface EndpointExchange {
  readonly uri: string
  /** Secrets are masked when they are written. */
  readonly headers: HeaderList
  readonly body: Uint8Array | string
  /** Null while it is waited for, and when nothing came. */
  answer: EndpointAnswer | null
}

export interface EndpointAnswer {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Uint8Array | string
  /** What a function failed with. */
  readonly functionError?: string
}
