import type { TextRange } from '@shared/diagnostic'
import { decodeText } from '../../documents/decode-text'
import { readDocument } from '../../documents/read-document'
import type { ImportFiles } from '../import-options'
import { isRecord, quoted } from '../json-place'
import { scalarText } from './template-function'

/** A file beside the template as data, or why there is none. */
export type LocalDocument = LocatedFile | { readonly problem: string }

/** `positionOf` leads into the file. */
export interface LocatedFile {
  readonly value: unknown
  readonly name: string
  readonly positionOf: (pointer: string) => TextRange | undefined
}

/**
 * The file that a template names by its path, or by where it would be uploaded to: of "s3://bucket/api/openapi.yaml" the first of
 * "api/openapi.yaml" and "openapi.yaml" that lies beside the template.
 */
export function localDocument(location: string, files: ImportFiles | undefined): LocalDocument {
  const candidates = candidatesOf(location)
  const name = candidates.find((candidate) => files?.has(candidate))
  const bytes = name === undefined ? null : (files?.read(name) ?? null)
  if (name === undefined || bytes === null) {
    const wanted = candidates.at(-1) ?? location
    const advice = files
      ? `Put ${quoted(wanted)} beside the template.`
      : 'Only the text of the template was given, without the files beside it; put the content into the template.'
    return { problem: `The file ${quoted(location)} is not read. ${advice}` }
  }
  const decoded = decodeText(bytes, name)
  if ('diagnostics' in decoded) return { problem: decoded.diagnostics.map(({ message }) => message).join(' ') }
  const { value, positionOf, diagnostics } = readDocument(decoded.text, name)
  if (value !== undefined) return { value, name, positionOf }
  const first = diagnostics.find(({ severity }) => severity === 'error')
  const place = first?.range ? ` (line ${first.range.line}, column ${first.range.column})` : ''
  return { problem: `The file ${quoted(name)} is not read: ${first?.message ?? 'it is empty'}${place}` }
}

/** Where a template says that a file is: a text, or the bucket and key of S3. */
export function locationText(location: unknown): string | undefined {
  if (isRecord(location)) {
    const key = scalarText(location['Key'] ?? location['S3Key'])
    const bucket = scalarText(location['Bucket'] ?? location['S3Bucket'])
    return key === undefined ? undefined : `s3://${bucket ?? 'bucket'}/${key}`
  }
  return typeof location === 'string' && location !== '' ? location : undefined
}

function candidatesOf(location: string): string[] {
  const remote = /^[a-z0-9]+:\/\/[^/]*\/(.*)$/i.exec(location)?.[1]
  const path = (remote ?? location).replace(/[?#].*$/, '').replace(/^\.\//, '')
  const base = path.slice(path.lastIndexOf('/') + 1)
  return [...new Set([path, base])].filter((name) => name !== '')
}
