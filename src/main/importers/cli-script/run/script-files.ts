import { decodeText } from '../../../documents/decode-text'
import type { ImportFiles } from '../../import-options'

/** The files that a script writes, over those beside it. Nothing is ever written to a disk. */
export class ScriptFiles {
  private readonly written = new Map<string, string>()

  constructor(private readonly beside: ImportFiles | undefined) {}

  write(path: string, text: string, isAppended: boolean): void {
    const name = named(path)
    this.written.set(name, isAppended ? `${this.written.get(name) ?? ''}${text}` : text)
  }

  /** Null when the script has not written it and there is none beside it. */
  read(path: string): string | null {
    const own = this.written.get(named(path))
    if (own !== undefined) return own
    const bytes = this.beside?.read(named(path)) ?? null
    if (bytes === null) return null
    const decoded = decodeText(bytes, path)
    return 'text' in decoded ? decoded.text : null
  }
}

/** "./orders.json" -> "orders.json". */
function named(path: string): string {
  return path.replace(/^(\.\/)+/, '')
}
