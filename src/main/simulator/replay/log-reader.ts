/**
 * Reads an access log from its beginning, a piece at a time; null once it is over. Bytes are UTF-8. A piece may end anywhere, a piece of
 * bytes within a character too; it is not looked at any more once the next one is asked for.
 */
export interface LogReader {
  read(): string | Uint8Array | null
}
