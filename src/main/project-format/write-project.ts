import type { Design } from '@shared/design/design'
import { readDocument } from '../documents/read-document'
import type { JsonObject, SourceMap } from '../documents/source-tree'
import { carryUnknown } from './carry-unknown'
import { shortenDeployments } from './deployments'
import { emitDocument } from './emit-yaml'
import { FORMAT_VERSION, VERSION_KEY } from './format-version'
import { sameByShape } from './same-by-shape'
import { projectShape } from './shapes/project.shape'
import { updateText } from './update-text'
import { isJsonMap } from '../documents/json-kinds'
import { writtenForm } from './written-form'

/**
 * The text of a project file. Given the text it had before, only what changed is written anew: comments, order, style and unknown keys
 * of the rest stay, as do line breaks of "\r\n". Anchors are written out when keeping them would change another value.
 */
export function writeProject(design: Design, previousText?: string): string {
  // A design is plain JSON by definition; its interfaces merely lack an index signature.
  const value = { ...shortenDeployments(design), [VERSION_KEY]: FORMAT_VERSION } as unknown as JsonObject
  if (previousText === undefined) return newText(value)
  const usesCrlf = previousText.includes('\r\n')
  const previous = usesCrlf ? previousText.replaceAll('\r\n', '\n') : previousText
  const text = changedText(value, previous)
  return usesCrlf ? text.replaceAll('\n', '\r\n') : text
}

function newText(value: JsonObject): string {
  const written = writtenForm(projectShape, value)
  return emitDocument(isJsonMap(written) ? written : {})
}

function changedText(value: JsonObject, previous: string): string {
  const { root } = readDocument(previous, '')
  if (root?.kind !== 'map') return newText(value)
  if (sameByShape(projectShape, root.value, value)) return previous
  if (root.isFlow) return `${JSON.stringify(withUnknown(root, value), null, 2)}\n`
  return updatedText(value, previous, root) ?? emitDocument(withUnknown(root, value))
}

function withUnknown(root: SourceMap, value: JsonObject): JsonObject {
  const carried = carryUnknown(projectShape, root.value, writtenForm(projectShape, value))
  return isJsonMap(carried) ? carried : value
}

/** The changed text once it has been read back and says what it shall. */
function updatedText(value: JsonObject, previous: string, root: SourceMap): string | null {
  if (root.isIrregular) return null
  for (const keepsAliases of [true, false]) {
    const text = updateText(previous, root, projectShape, value, { keepsAliases })
    const read = readDocument(text, '').root
    if (read && sameByShape(projectShape, read.value, value)) return text
  }
  return null
}
