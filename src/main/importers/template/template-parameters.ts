import type { ImportParameter } from '@shared/contract/import-report'
import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import { inWords, isRecord, quoted, type JsonRecord } from '../json-place'
import { withoutAbsent } from '../without-absent'
import type { ParameterValue } from './evaluation'
import { allowedValues, madeUpValue } from './made-up-value'
import type { Stack } from './stack'
import { scalarText } from './template-function'

export interface TemplateParameters {
  /** For the report, in the template's order. */
  readonly listed: readonly ImportParameter[]
  /** What a `Ref` to each gives. */
  readonly values: ReadonlyMap<string, ParameterValue>
}

/** Reads the section `Parameters`: what a person gave, else the default, else something made up, which `reportAsked` reports. */
export function readParameters(
  section: unknown,
  findings: Findings,
  options: ImportOptions,
  stack: Stack,
): TemplateParameters {
  const listed: ImportParameter[] = []
  const values = new Map<string, ParameterValue>()
  for (const [name, parameter] of entriesOf(section, findings)) {
    const read = readParameter(name, parameter, { findings, options, stack })
    listed.push(read)
    values.set(name, valueOf(read))
  }
  for (const name of Object.keys(options.parameters ?? {})) {
    if (values.has(name) || name === 'AWS::StackName') continue
    const message = `There is no parameter ${quoted(name)} in the template, so the value given for it is not used. ${namesOf(values)}`
    findings.report('import/value-unknown', 'warning', '/Parameters', message)
  }
  return { listed, values }
}

function namesOf(values: ReadonlyMap<string, unknown>): string {
  return values.size === 0
    ? 'It has no parameters.'
    : `Its parameters are ${[...values.keys()].slice(0, 20).join(', ')}.`
}

function entriesOf(section: unknown, findings: Findings): [string, JsonRecord][] {
  if (section === undefined || section === null) return []
  if (!isRecord(section)) {
    const message = `"Parameters" of the template is ${inWords(section)} and left out. It must be an object.`
    findings.report('import/wrong-type', 'error', '/Parameters', message)
    return []
  }
  return Object.entries(section).flatMap(([name, parameter]) => {
    if (isRecord(parameter)) return [[name, parameter]]
    const message = `The parameter ${name} is ${inWords(parameter)} and left out. It must be an object with a "Type".`
    findings.report('import/wrong-type', 'error', `/Parameters/${pointerSegment(name)}`, message)
    return []
  })
}

interface Reading {
  readonly findings: Findings
  readonly options: ImportOptions
  readonly stack: Stack
}

function readParameter(name: string, parameter: JsonRecord, { findings, options, stack }: Reading): ImportParameter {
  const type = typeof parameter['Type'] === 'string' ? parameter['Type'] : 'String'
  const allowed = allowedValues(parameter)
  const given = options.parameters && Object.hasOwn(options.parameters, name) ? options.parameters[name] : undefined
  const written = defaultOf(parameter)
  const value = given ?? written ?? madeUpValue(name, type, parameter, stack)
  const source: ImportParameter['source'] = given !== undefined ? 'given' : written === undefined ? 'asked' : 'default'
  const pointer = `/Parameters/${pointerSegment(name)}`
  if (source !== 'asked' && allowed && !itemsOf(type, value).every((item) => allowed.includes(item))) {
    const message = `The parameter ${name} has the value ${quoted(value)}, which it does not allow. Use one of ${allowed.join(', ')}.`
    findings.report('import/value-assumed', 'error', pointer, message)
  }
  return withoutAbsent({
    name,
    type,
    description: typeof parameter['Description'] === 'string' ? parameter['Description'] : undefined,
    allowedValues: allowed,
    value,
    source,
    isSecret: parameter['NoEcho'] === true || parameter['NoEcho'] === 'true' ? true : undefined,
  })
}

/** Reports the parameters whose values are made up. Those that no API is made with (`used`) are of little interest. */
export function reportAsked(listed: readonly ImportParameter[], used: ReadonlySet<string>, findings: Findings): void {
  for (const { name, value, source } of listed) {
    if (source !== 'asked') continue
    const message = `The parameter ${name} has no default and is read as ${quoted(value)}. Give its value to the import.`
    const severity = used.has(name) ? 'warning' : 'info'
    findings.report('import/value-assumed', severity, `/Parameters/${pointerSegment(name)}`, message)
  }
}

/** Lists are written as one text with commas; some people write them as lists. */
function defaultOf(parameter: JsonRecord): string | undefined {
  if (!Object.hasOwn(parameter, 'Default')) return undefined
  const value = parameter['Default']
  if (Array.isArray(value)) return value.flatMap((item) => scalarText(item) ?? []).join(',')
  return scalarText(value)
}

/** What a `Ref` to a parameter gives. A default of SSM's types names a parameter of that service, whose value only the account has. */
function valueOf({ type, value, source }: ImportParameter): ParameterValue {
  const stored = /^AWS::SSM::Parameter::Value<(.*)>$/.exec(type)?.[1]
  if (stored !== undefined) {
    const found = source === 'default' ? `{{resolve:ssm:${value}}}` : value
    return isList(stored) ? (source === 'default' ? [found] : itemsOf(stored, found)) : found
  }
  if (isList(type)) return itemsOf(type, value).map((item) => (type === 'List<Number>' ? numberOr(item) : item))
  return type === 'Number' ? numberOr(value) : value
}

function isList(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<')
}

function itemsOf(type: string, value: string): string[] {
  if (!isList(type)) return [value]
  return value === '' ? [] : value.split(',').map((item) => item.trim())
}

/** A number where nothing of its text is lost by it, so that bodies of APIs have numbers where they need them. */
function numberOr(value: string): string | number {
  const number = Number(value)
  return String(number) === value && Number.isFinite(number) ? number : value
}
