import { emitBlockText, emitScalar, fitsBlock } from '../../project-format/emit-scalar'
import type { TemplateDocument, TemplateObject, TemplateValue } from './template-document'

/** A template as YAML, its functions as short tags: `!Ref Name`, `!Sub '...'`, `!GetAtt Name.Attribute`. Ends with a line feed. */
export function templateYaml(template: TemplateDocument): string {
  const lines: string[] = []
  for (const [section, value] of Object.entries(template)) {
    // A blank line before every section, and between resources.
    if (lines.length > 0) lines.push('')
    if (section === 'Resources') lines.push('Resources:', ...resourceLines(value as TemplateObject))
    else lines.push(...memberLines(section, value as TemplateValue, ''))
  }
  return `${lines.join('\n')}\n`
}

function resourceLines(resources: TemplateObject): string[] {
  return Object.entries(resources).flatMap(([id, resource], index) => [
    ...(index === 0 ? [] : ['']),
    ...memberLines(id, resource, '').map((line) => (line === '' ? '' : `  ${line}`)),
  ])
}

function memberLines(key: string, value: TemplateValue, indent: string): string[] {
  const [first = '', ...rest] = valueLines(value, indent)
  return [`${indent}${emitScalar(key)}:${first === '' ? '' : ` ${first}`}`, ...rest]
}

/** What stands after a colon or a dash: the rest of its line ("" when it begins below) and the lines below, indented. */
function valueLines(value: TemplateValue, indent: string): string[] {
  const inner = `${indent}  `
  if (typeof value === 'string' && isBlock(value)) return emitBlockText(value, inner)
  if (typeof value !== 'object' || value === null) return [emitScalar(value)]
  if (isList(value)) return value.length === 0 ? ['[]'] : ['', ...value.flatMap((item) => itemLines(item, inner))]
  const call = functionOf(value)
  if (call !== null) return taggedLines(call, indent)
  const members = Object.entries(value)
  if (members.length === 0) return ['{}']
  return ['', ...members.flatMap(([key, member]) => memberLines(key, member, inner))]
}

function itemLines(item: TemplateValue, indent: string): string[] {
  const [first = '', ...rest] = valueLines(item, indent)
  if (first !== '') return [`${indent}- ${first}`, ...rest]
  // A list or map in a list begins on the line of the dash.
  const [opening = '', ...others] = rest
  return [`${indent}- ${opening.trimStart()}`, ...others]
}

function taggedLines({ tag, argument }: { tag: string; argument: TemplateValue }, indent: string): string[] {
  const [first = '', ...rest] = valueLines(argument, indent)
  return [first === '' ? tag : `${tag} ${first}`, ...rest]
}

/** A call of a function that has a tag; null for anything else. */
function functionOf(value: TemplateObject): { tag: string; argument: TemplateValue } | null {
  const entries = Object.entries(value)
  const [entry] = entries
  if (entries.length !== 1 || entry === undefined) return null
  const [name, argument] = entry
  if (name === 'Ref') return typeof argument === 'string' ? { tag: '!Ref', argument } : null
  const tag = TAGS[name]
  if (tag === undefined) return null
  if (name !== 'Fn::GetAtt') return { tag, argument }
  const isPair = Array.isArray(argument) && argument.every((part) => typeof part === 'string')
  return { tag, argument: isPair ? argument.join('.') : argument }
}

const TAGS: Readonly<Record<string, string | undefined>> = {
  'Fn::GetAtt': '!GetAtt',
  'Fn::Sub': '!Sub',
  'Fn::Join': '!Join',
  'Fn::Select': '!Select',
  'Fn::Split': '!Split',
  'Fn::If': '!If',
  'Fn::Equals': '!Equals',
  'Fn::Not': '!Not',
  'Fn::And': '!And',
  'Fn::Or': '!Or',
}

function isList(value: TemplateValue): value is readonly TemplateValue[] {
  return Array.isArray(value)
}

/** A block that keeps its last empty lines would take those between resources along. */
function isBlock(text: string): boolean {
  return fitsBlock(text) && !text.endsWith('\n\n')
}
