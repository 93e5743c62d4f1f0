import type { TextRange } from '@shared/diagnostic'
import { decodeText } from '../../documents/decode-text'
import { readDocument } from '../../documents/read-document'
import type { ImportFiles } from '../import-options'
import { quoted } from '../json-place'
import { relativeFile } from './relative-file'

/** More than any honest document is spread over. */
const MOST_FILES = 500
const MOST_BYTES = 32 * 1024 * 1024

/** A file beside the document, or why there is none: "leads to the file "a.yaml", which ...". */
export type ExternalDocument = { readonly value: unknown } | { readonly problem: string }

interface Loaded {
  readonly value: unknown
  readonly positionOf: (pointer: string) => TextRange | undefined
}

/**
 * The files that references of a document lead to. Only what lies in the document's folder is read, each file once. A place in another
 * file has the pointer "schemas/order.yaml#/Order"; a place in the document itself begins with a slash.
 */
export class ExternalDocuments {
  private readonly files: ImportFiles | undefined
  private readonly location: string
  private readonly loaded = new Map<string, Loaded | { readonly problem: string }>()
  /** Where in the document the reference stands by which a file was first come upon. */
  private readonly firstReferences = new Map<string, string>()
  private bytes = 0

  /** `location`: where the document itself lies in the folder, as in "api/openapi.yaml". */
  constructor(files: ImportFiles | undefined, location: string) {
    this.files = files
    this.location = location
  }

  /** The file that a reference at `pointer` names: "schemas/order.yaml", "" for the document itself, or why there is none. */
  fileFor(name: string, pointer: string): string | { readonly problem: string } {
    if (!this.files) return { problem: 'leads out of this document, and other files and addresses are not read' }
    if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(name)) {
      return { problem: 'is an address outside of the folder of the document, and nothing outside of it is read' }
    }
    const file = relativeFile(name, fileOf(pointer) || this.location)
    if (file === null) return { problem: 'leads out of the folder of the document, and nothing outside of it is read' }
    if (file === this.location) return ''
    // Who only looks around has no place of its own to tell.
    this.firstReferences.set(file, this.firstReferences.get(file) || this.referenceTo(pointer))
    return file
  }

  open(file: string): ExternalDocument {
    const known = this.loaded.get(file)
    if (known) return known
    const loaded = this.load(file)
    this.loaded.set(file, loaded)
    return loaded
  }

  /** Where in the document a place in another file was come upon; the pointer itself for a place in the document. */
  referenceTo(pointer: string): string {
    const file = fileOf(pointer)
    return file === '' ? pointer : (this.firstReferences.get(file) ?? '')
  }

  /** "schemas/order.yaml:3:5"; undefined for a place in the document itself. */
  placeName(pointer: string): string | undefined {
    const file = fileOf(pointer)
    if (file === '') return undefined
    const range = this.positionOf(pointer)
    return range ? `${file}:${range.line}:${range.column}` : file
  }

  /** Line and column in the other file. */
  positionOf(pointer: string): TextRange | undefined {
    const document = this.loaded.get(fileOf(pointer))
    return document && 'positionOf' in document
      ? document.positionOf(pointer.slice(pointer.indexOf('#') + 1))
      : undefined
  }

  private load(file: string): Loaded | { readonly problem: string } {
    if (this.loaded.size >= MOST_FILES || this.bytes > MOST_BYTES) {
      return { problem: `leads to the file ${quoted(file)}, and so many other files are not read` }
    }
    const bytes = this.files?.read(file) ?? null
    if (bytes === null) return { problem: `leads to the file ${quoted(file)}, which is not beside the document` }
    this.bytes += bytes.length
    const decoded = decodeText(bytes, file)
    const read = 'diagnostics' in decoded ? { ...decoded, value: undefined } : readDocument(decoded.text, file)
    if (read.value !== undefined && 'positionOf' in read) return { value: read.value, positionOf: read.positionOf }
    const first = read.diagnostics.find(({ severity }) => severity === 'error')
    const at = first?.range ? ` (line ${first.range.line}, column ${first.range.column})` : ''
    return {
      problem: `leads to the file ${quoted(file)}, which cannot be read: ${first?.message ?? 'it is empty'}${at}`,
    }
  }
}

/** "schemas/order.yaml#/Order" -> "schemas/order.yaml"; "" for a pointer into the document itself. */
export function fileOf(pointer: string): string {
  return pointer === '' || pointer.startsWith('/') ? '' : pointer.slice(0, pointer.indexOf('#'))
}
