/** Identifies a client to usage plans; not a credential. Source: service model, ApiKey. */
export interface ApiKey {
  /** Ten lower-case letters and digits. */
  readonly id: string
  readonly name: string
  readonly description?: string
  readonly enabled: boolean
  /** 20 to 128 letters and digits, sent in `X-API-Key`. */
  readonly value: string
  readonly customerId?: string
}
