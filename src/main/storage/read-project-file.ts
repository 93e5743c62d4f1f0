import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { decodeText, MAX_DOCUMENT_BYTES } from '../documents/decode-text'
import { parseProject } from '../project-format/parse-project'
import { errorCode, reasonOf } from './error-code'

/** What a file holds, and the mark by which a change of it is noticed. */
export interface FileContent {
  readonly text: string
  readonly mark: string
}

export interface ProjectFile extends FileContent {
  readonly design: Design
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Read and check a project file. Throws `project/not-found`, `project/unreadable`, `project/newer-format` or `project/invalid`, the last
 * two with the diagnostics.
 */
export async function readProjectFile(path: string): Promise<ProjectFile> {
  return parseProjectFile(path, await readBytes(path))
}

/** Like `readProjectFile`, of bytes read already. */
export function parseProjectFile(path: string, bytes: Uint8Array): ProjectFile {
  const fileName = basename(path)
  const decoded = decodeText(bytes, fileName)
  const { design, diagnostics } =
    'text' in decoded ? parseProject(decoded.text, fileName) : { design: null, diagnostics: decoded.diagnostics }
  if (!design || !('text' in decoded)) throw refusal(path, diagnostics)
  return { text: decoded.text, mark: markOf(bytes), design, diagnostics }
}

/** A text of a file's bytes by which its content is told from any other. */
export function markOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The bytes of a regular file of bounded size: never those of a pipe or a device, which have no end. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const file = await openFile(path)
  try {
    const info = await file.stat()
    if (!info.isFile()) throw unreadable(path, info.isDirectory() ? 'it is a folder' : 'it is no regular file')
    if (info.size > MAX_DOCUMENT_BYTES) throw unreadable(path, `it has ${info.size} bytes, more than any project`)
    return await file.readFile()
  } catch (error) {
    throw error instanceof GatewrightError ? error : unreadable(path, reasonOf(error), error)
  } finally {
    await file.close()
  }
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    // Without O_NONBLOCK opening a pipe waits for a writer.
    return await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const code = errorCode(error)
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw unreadable(path, reasonOf(error), error)
    const message = `${path} does not exist. It may have been moved or deleted.`
    throw new GatewrightError('project/not-found', message, { cause: error, details: { path } })
  }
}

function unreadable(path: string, reason: string, cause?: unknown): GatewrightError {
  return new GatewrightError('project/unreadable', `${path} cannot be read: ${reason}.`, { cause, details: { path } })
}

function refusal(path: string, diagnostics: readonly Diagnostic[]): GatewrightError {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  const newer = errors.find((diagnostic) => diagnostic.code === 'project/newer-format')
  const first = newer ?? errors[0]
  const place = first?.range && !newer ? ` (line ${first.range.line}, column ${first.range.column})` : ''
  const more = errors.length > 1 ? ` ${errors.length - 1} more.` : ''
  const message = `${basename(path)}${place}: ${first?.message ?? 'cannot be read.'}${more}`
  return new GatewrightError(newer ? 'project/newer-format' : 'project/invalid', message, {
    details: { path, diagnostics },
  })
}
