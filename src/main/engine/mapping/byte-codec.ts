/** How a host turns bytes into text and back. */
export interface ByteCodec {
  /** UTF-8; what is none becomes U+FFFD. */
  textOf(bytes: Uint8Array): string
  /** UTF-8. */
  bytesOf(text: string): Uint8Array
  /** Bytes that the text takes in UTF-8. */
  lengthOf(text: string): number
  base64Of(bytes: Uint8Array): string
  /** Null when the text is not base64; line ends in it are passed over. */
  bytesOfBase64(text: string): Uint8Array | null
}
