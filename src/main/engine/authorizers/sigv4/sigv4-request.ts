import type { HeaderList } from '../../mapping/header-list'

/** A request as it is, or was, sent: nothing decoded, decompressed or put in order. */
export interface SigV4Request {
  /** "POST". */
  readonly method: string
  /** "/prod/a%20b": the whole path, stage included, as in the request line. */
  readonly path: string
  /** "a=1&b=x+y", without the question mark; empty when there is none. */
  readonly rawQuery: string
  /** `Host` among them. A value may have line breaks and blanks around it. */
  readonly headers: HeaderList
  readonly body: Uint8Array
}
