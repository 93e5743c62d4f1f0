import { GatewrightError } from '@shared/contract/errors'
import { bytesFromBase64 } from './bytes-from-base64'
import { importDocument } from '../importers/import-document'
import type { Handlers } from './service'

/** Reads documents without keeping anything. */
export function importArea(): Pick<Handlers, 'import.read'> {
  return {
    'import.read': async ({ fileName, base64 }) => {
      const bytes = bytesFromBase64(base64)
      if (bytes === null)
        throw new GatewrightError('import/unreadable', `The content of ${fileName} did not arrive whole.`)
      return importDocument(bytes, fileName)
    },
  }
}
