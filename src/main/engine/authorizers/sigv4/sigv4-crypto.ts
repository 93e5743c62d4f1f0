/** The two functions that Signature Version 4 is made of, given by the host. */
export interface SigV4Crypto {
  /** Lower-case hexadecimal, 64 characters. */
  sha256Hex(bytes: Uint8Array): string
  /** 32 bytes; `text` counts in UTF-8. */
  hmacSha256(key: Uint8Array, text: string): Uint8Array
}
