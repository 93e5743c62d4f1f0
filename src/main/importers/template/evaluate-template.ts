import { pointerSegment } from '@shared/diagnostic'
import type { Findings } from '../findings'
import type { ImportOptions } from '../import-options'
import { inWords, isRecord, quoted, type JsonRecord } from '../json-place'
import { withoutAbsent } from '../without-absent'
import { evaluateMembers, evaluateValue } from './evaluate-value'
import { NO_VALUE, type Evaluation } from './evaluation'
import { includedValue } from './included-value'
import { PointerMap } from './pointer-map'
import { stackOf } from './stack'
import type { Template, TemplateResource } from './template'
import { templateConditions } from './template-conditions'
import { readParameters, reportAsked } from './template-parameters'
import { isExhausted, newWorkLimit } from './work-limit'

/**
 * Answers a template's parameters, mappings, conditions, loops and included files. What depends on resources is left as a function in
 * its long form; resources whose condition is false are left out. `findings` takes pointers of the text.
 */
export function evaluateTemplate(document: unknown, findings: Findings, options: ImportOptions): Template {
  const stack = stackOf(options)
  const written = isRecord(document) ? document : {}
  const parameters = readParameters(memberOf(written, 'Parameters'), findings, options, stack)
  const pointers = new PointerMap()
  const used = new Set<string>()
  const base: Evaluation = {
    findings,
    options,
    stack,
    parameters: parameters.values,
    used,
    mappings: memberOf(written, 'Mappings'),
    isTrue: (name, source) => conditions.isTrue(name, source),
    pointers,
    limit: newWorkLimit(),
    loops: new Map(),
    includes: 0,
  }
  const template = withIncludedSections(written, base)
  const evaluation = { ...base, mappings: evaluatedMappings(template, base) }
  const conditions = templateConditions(conditionSection(template, evaluation), () => evaluation)
  conditions.readAll(evaluation)
  reportTransforms(template, findings)
  reportUnreadSections(template, findings)
  const { resources, leftOut } = readResources(template, evaluation)
  const globals = memberOf(template, 'Globals')
  const evaluatedGlobals =
    globals === undefined ? undefined : orNothing(evaluateValue(globals, at('/Globals'), evaluation))
  reportAsked(parameters.listed, used, findings)
  return withoutAbsent({
    resources,
    leftOut,
    parameters: parameters.listed,
    sourcePointer: (pointer: string) => pointers.sourceOf(pointer),
    globals: evaluatedGlobals,
  })
}

function memberOf(record: JsonRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

function at(pointer: string): { source: string; target: string } {
  return { source: pointer, target: pointer }
}

function orNothing(value: unknown): unknown {
  return value === NO_VALUE ? undefined : value
}

/** A macro of the whole template that includes a file adds the file's sections. */
function withIncludedSections(template: JsonRecord, evaluation: Evaluation): JsonRecord {
  const transform = memberOf(template, 'Transform')
  const macros: readonly unknown[] = Array.isArray(transform) ? transform : [transform]
  const added = macros.flatMap((macro, index) => {
    if (!isRecord(macro) || macro['Name'] !== 'AWS::Include') return []
    const source = Array.isArray(transform) ? `/Transform/${index}` : '/Transform'
    const evaluated = evaluateValue(macro, at(source), evaluation)
    const included = includedValue(evaluated, source, evaluation)
    return isRecord(included) ? [included] : []
  })
  return added.reduce<JsonRecord>((sum, sections) => mergedSections(sum, sections), template)
}

function mergedSections(template: JsonRecord, added: JsonRecord): JsonRecord {
  const merged = Object.entries(added).map(([name, section]): [string, unknown] => {
    const own = memberOf(template, name)
    return [name, isRecord(own) && isRecord(section) ? { ...section, ...own } : (own ?? section)]
  })
  return { ...template, ...Object.fromEntries(merged) }
}

/** Maps may be made by loops and hold parameters since the language extensions; those that are plain stay as they are. */
function evaluatedMappings(template: JsonRecord, evaluation: Evaluation): unknown {
  const mappings = memberOf(template, 'Mappings')
  return isRecord(mappings) ? evaluateMembers(mappings, at('/Mappings'), evaluation) : mappings
}

/** The section with its loops repeated; its expressions are evaluated when they are asked for. */
function conditionSection(template: JsonRecord, evaluation: Evaluation): JsonRecord {
  const section = memberOf(template, 'Conditions')
  if (section === undefined || section === null) return {}
  if (!isRecord(section)) {
    const message = `"Conditions" of the template is ${inWords(section)} and left out. It must be an object.`
    evaluation.findings.report('import/wrong-type', 'error', '/Conditions', message)
    return {}
  }
  const hasLoop = Object.keys(section).some((name) => name.startsWith('Fn::'))
  return hasLoop ? evaluateMembers(section, at('/Conditions'), evaluation) : section
}

const KNOWN_TRANSFORMS = ['AWS::LanguageExtensions', 'AWS::Include', 'AWS::SecretsManager', 'AWS::CodeDeploy']

function reportTransforms(template: JsonRecord, findings: Findings): void {
  const transform = memberOf(template, 'Transform')
  const macros: readonly unknown[] = Array.isArray(transform) ? transform : transform === undefined ? [] : [transform]
  macros.forEach((macro, index) => {
    const name = isRecord(macro) ? macro['Name'] : macro
    if (typeof name !== 'string' || name.startsWith('AWS::Serverless')) return
    if (KNOWN_TRANSFORMS.some((known) => name.startsWith(known))) return
    const pointer = Array.isArray(transform) ? `/Transform/${index}` : '/Transform'
    const message = `The macro ${quoted(name)} is not run: macros run in an account. What it would make of the template is not read.`
    findings.report('import/not-carried', 'warning', pointer, message)
  })
}

/** Sections that are understood and that a design has no place for. */
const UNREAD_SECTIONS: { readonly [name: string]: string } = {
  Outputs: 'a design has none. What they would say of an API is shown when it runs.',
  Rules: 'only a deployment checks its parameters by them.',
  Hooks: 'they are for a deployment only.',
}
const READ_SECTIONS = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Globals',
  'Mappings',
  'Metadata',
  'Parameters',
  'Resources',
  'Transform',
])

function reportUnreadSections(template: JsonRecord, findings: Findings): void {
  for (const name of Object.keys(template)) {
    if (READ_SECTIONS.has(name) || name.startsWith('Fn::')) continue
    const why = Object.hasOwn(UNREAD_SECTIONS, name) ? UNREAD_SECTIONS[name] : undefined
    const message = `"${name}" of the template is left out: ${why ?? 'templates have no such section.'}`
    findings.report('import/not-carried', why === undefined ? 'warning' : 'info', `/${pointerSegment(name)}`, message)
  }
}

/** What APIs are made of, with functions of SAM, whose events are their routes. */
const API_TYPES = /^AWS::(ApiGateway|ApiGatewayV2|Serverless)::/

function readResources(template: JsonRecord, evaluation: Evaluation) {
  const resources = new Map<string, TemplateResource>()
  const leftOut = new Map<string, string>()
  const section = memberOf(template, 'Resources')
  const spot = at('/Resources')
  const isPlain = isRecord(section) && !Object.keys(section).some((name) => name.startsWith('Fn::'))
  // A section with loops or included files is expanded first; one without is read member by member, so that what is left out costs nothing.
  const expanded = isRecord(section) && !isPlain ? evaluateMembers(section, spot, evaluation) : section
  for (const [logicalId, written] of Object.entries(isRecord(expanded) ? expanded : {})) {
    const pointer = `/Resources/${pointerSegment(logicalId)}`
    if (!isRecord(written) || typeof written['Type'] !== 'string') {
      // Of what was too much, parts are missing.
      if (isExhausted(evaluation.limit)) continue
      const message = `The resource ${logicalId} is left out: ${isRecord(written) ? 'it has no "Type".' : `it is ${inWords(written)}, not an object with a "Type".`}`
      evaluation.findings.report('import/wrong-type', 'error', evaluation.pointers.sourceOf(pointer), message)
      continue
    }
    const condition = memberOf(written, 'Condition')
    if (typeof condition === 'string' && !evaluation.isTrue(condition, `${pointer}/Condition`)) {
      leftOut.set(logicalId, condition)
      continue
    }
    const used = API_TYPES.test(written['Type']) ? evaluation.used : null
    resources.set(logicalId, readResource(logicalId, written, pointer, isPlain ? { ...evaluation, used } : null))
  }
  return { resources, leftOut }
}

/** `evaluation` is null for what is evaluated already. */
function readResource(
  logicalId: string,
  written: JsonRecord,
  pointer: string,
  evaluation: Evaluation | null,
): TemplateResource {
  const read = (name: string): unknown => {
    const value = memberOf(written, name)
    if (value === undefined || !evaluation) return value
    return orNothing(evaluateValue(value, at(`${pointer}/${name}`), evaluation))
  }
  const properties = read('Properties')
  const metadata = read('Metadata')
  return withoutAbsent({
    logicalId,
    type: String(written['Type']),
    properties: isRecord(properties) ? properties : {},
    metadata: isRecord(metadata) ? metadata : undefined,
    dependsOn: namesIn(read('DependsOn')),
    pointer,
    ignoreGlobals: read('IgnoreGlobals'),
  })
}

function namesIn(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  return list.filter((name) => typeof name === 'string')
}
