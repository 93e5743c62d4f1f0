import { readDocument } from '../../../documents/read-document'
import { isRecord } from '../../json-place'

/** The object that a text describes as JSON; the text itself when it describes none. Some properties may be written either way. */
export function jsonOf(text: string): unknown {
  const { value } = readDocument(text, 'text.json')
  return isRecord(value) ? value : text
}
