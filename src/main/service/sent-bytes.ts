import { GatewrightError } from '@shared/contract/errors'
import { bytesFromBase64 } from './bytes-from-base64'

/** The bytes of a file that the window sent. Throws `import/unreadable`. */
export function sentBytes(fileName: string, base64: string): Uint8Array {
  const bytes = bytesFromBase64(base64)
  if (bytes !== null) return bytes
  throw new GatewrightError('import/unreadable', `The content of ${fileName} did not arrive whole.`)
}
