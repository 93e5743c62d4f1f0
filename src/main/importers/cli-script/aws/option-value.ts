import type { Member, Shape } from '../../../control-plane/operations/operation'
import { fromClient } from './from-client'
import { parseShorthand, ShorthandProblem } from './shorthand'

/** What an option may read besides its words. */
export interface OptionSources {
  /** The text of a file of the script's folder, or of one that the script has written; null when there is none. */
  readFile(path: string): string | null
  /** The path of a resource, for advice; undefined when it is not known. */
  resourcePath?(apiId: string, resourceId: string): string | undefined
  /** `--cli-binary-format raw-in-base64-out`. */
  readonly isRawBinary: boolean
}

/** A value for the operation, and what the command line would refuse it for, with the right form. */
export interface OptionValue {
  readonly value: unknown
  readonly problems: readonly string[]
}

/** The value that the words behind an option stand for. `option`: its name, for messages. */
export function optionValue(
  option: string,
  { shape }: Member,
  words: readonly string[],
  sources: OptionSources,
): OptionValue {
  const [first] = words
  if (first === undefined) return refused(undefined, `${option}: expected one argument.`)
  if (shape.kind === 'blob') return blobValue(option, first, sources)
  const fromFile = fileValue(option, first, sources)
  if (fromFile !== null && 'problem' in fromFile) return refused(undefined, fromFile.problem)
  const texts = fromFile === null ? words : [fromFile.text]
  const { value, problem } = written(texts, shape)
  if (problem !== undefined) return refused(undefined, `Error parsing parameter '${option}': ${problem}`)
  const { value: converted, problems } = fromClient(value, shape, option)
  return { value: converted, problems: [...problems, ...(fromFile?.complaint ? [fromFile.complaint] : [])] }
}

function refused(value: unknown, problem: string): OptionValue {
  return { value, problems: [problem] }
}

type FileValue = { readonly text: string; readonly complaint?: string } | { readonly problem: string } | null

/** `file://` and, where it cannot be used but is understood, `fileb://`. */
function fileValue(option: string, word: string, sources: OptionSources): FileValue {
  const [, scheme, path = ''] = /^(fileb?):\/\/([\s\S]+)$/.exec(word) ?? []
  if (scheme === undefined) return null
  const text = sources.readFile(path)
  if (text === null) return { problem: missing(option, word, path) }
  if (scheme === 'file') return { text }
  return { text, complaint: `${option} takes text, and fileb:// gives bytes: write file://${path}.` }
}

function missing(option: string, word: string, path: string): string {
  return `Error parsing parameter '${option}': Unable to load paramfile ${word}: there is no file ${path} beside the script, and the script does not write it.`
}

/** Bytes, which documents are. The second version of the command line takes them from `fileb://` only, or as base64. */
function blobValue(option: string, word: string, sources: OptionSources): OptionValue {
  const [, scheme, path = ''] = /^(fileb?):\/\/([\s\S]+)$/.exec(word) ?? []
  if (scheme === undefined) {
    if (sources.isRawBinary) return { value: word, problems: [] }
    const message = `Invalid base64: "${word.slice(0, 20)}...". Write ${option} fileb://FILE, or add --cli-binary-format raw-in-base64-out.`
    return refused(word, message)
  }
  const text = sources.readFile(path)
  const isTaken = scheme === 'fileb' || sources.isRawBinary
  const invalid = `Invalid base64: ${option} takes bytes. Write fileb://${path}, or add --cli-binary-format raw-in-base64-out.`
  const problems = [...(isTaken ? [] : [invalid]), ...(text === null ? [missing(option, word, path)] : [])]
  return { value: text ?? undefined, problems }
}

interface Written {
  readonly value: unknown
  readonly problem?: string
}

/** JSON or shorthand, before it is given types. */
function written(words: readonly string[], shape: Shape): Written {
  const [first = ''] = words
  if (shape.kind === 'list') {
    if (words.length === 1 && first.trimStart().startsWith('[')) return parsedJson(first)
    const items = words.map((word) => writtenOne(word, shape.of))
    const wrong = items.find(({ problem }) => problem !== undefined)
    return wrong ?? { value: items.map(({ value }) => value) }
  }
  return writtenOne(first, shape)
}

function writtenOne(word: string, shape: Shape): Written {
  if (shape.kind !== 'structure' && shape.kind !== 'map' && shape.kind !== 'list') return { value: word }
  if (/^\s*[{[]/.test(word)) return parsedJson(word)
  try {
    return { value: parseShorthand(word) }
  } catch (problem) {
    if (problem instanceof ShorthandProblem) return { value: undefined, problem: `${problem.message}.` }
    throw problem
  }
}

function parsedJson(text: string): Written {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (problem) {
    return { value: undefined, problem: `Invalid JSON: ${(problem as Error).message}.` }
  }
}
