import type { Diagnostic } from '@shared/diagnostic'
import type { YAMLError } from 'yaml'
import type { LineIndex } from './line-index'
import { textDiagnostic } from './text-diagnostic'

/** What to do about the problems that people meet; the others keep the parser's own words. */
const ADVICE: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'A tab is used as indentation. YAML allows spaces only; replace it.',
  BAD_INDENT: 'The indentation fits no surrounding line. Align it with the lines it belongs to.',
  MULTILINE_IMPLICIT_KEY: 'A key runs over several lines. Put it on one line, or put quotes around it.',
  BLOCK_AS_IMPLICIT_KEY:
    'A second ": " stands on this line. Put quotes around the value, or begin a new line after the first.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes begins no known escape. Write \\\\, or use single quotes.',
  MULTIPLE_ANCHORS: 'A value has two anchors. Keep one.',
  MULTIPLE_TAGS: 'A value has two tags. Keep one.',
}

/** A problem that the YAML parser found, with its place in the text. */
export function yamlProblem(error: YAMLError, text: string, lines: LineIndex): Diagnostic {
  const range = lines.at(Math.min(error.pos[0], text.length))
  if (error.code === 'TAG_RESOLVE_FAILED' || error.code === 'BAD_COLLECTION_TYPE') {
    const tag = tagAt(text, error.pos[0]) || 'here'
    const message = `The tag ${tag} is not read: only plain data and the functions of CloudFormation are, as in !Ref. Remove it.`
    return textDiagnostic('text/unknown-tag', message, range)
  }
  const isWarning = error.name === 'YAMLWarning'
  const message = ADVICE[error.code] ?? `Not valid YAML: ${error.message.replace(/\.$/, '')}.`
  return textDiagnostic('text/yaml-syntax', message, range, isWarning ? 'warning' : 'error')
}

/** The tag that begins at an offset, as in "!Ref"; "" when none does. */
export function tagAt(text: string, offset: number): string {
  return /^![^\s,[\]{}]*/.exec(text.slice(offset, offset + 200))?.[0] ?? ''
}
